"""Three years on a page."""
