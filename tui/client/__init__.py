"""The client's view of a message."""
