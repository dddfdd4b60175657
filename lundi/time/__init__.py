"""Days, weeks, quarters, seasons, and how they are written."""
