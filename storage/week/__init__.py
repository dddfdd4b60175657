"""Weeks: their plans, their page, the year."""
