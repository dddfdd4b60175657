"""The step in which the week is committed."""
