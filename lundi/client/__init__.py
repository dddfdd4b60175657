"""A text with a client's eyes."""
