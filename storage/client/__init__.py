"""The user's own words for the client's view."""
