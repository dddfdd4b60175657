"""What was missed, and why."""
