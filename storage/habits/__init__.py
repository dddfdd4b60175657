"""Habits and ticks as rows, and the rows that several rooms write: actions, choices, reviews."""
