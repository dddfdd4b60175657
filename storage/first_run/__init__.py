"""The questions of the first run."""
