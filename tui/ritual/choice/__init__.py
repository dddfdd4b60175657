"""The step in which two are chosen."""
