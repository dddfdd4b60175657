"""Ideas that wait for a Monday."""
