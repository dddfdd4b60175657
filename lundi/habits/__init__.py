"""Habits, their goals and weeks: what every other room of the method stands on."""
