"""Tracking: the year, and how each habit stands."""
