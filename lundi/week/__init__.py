"""The week as it is shown, its score, and the year of weeks."""
