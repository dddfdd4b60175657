"""Backups of Loop Habit Tracker."""
