"""Ideas and the choice among them."""
