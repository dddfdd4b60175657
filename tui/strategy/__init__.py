"""Strategy: three years on a page."""
