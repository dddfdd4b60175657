"""One campaign at a time, from its draft to what it taught."""
