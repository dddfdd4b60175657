"""The Monday ritual, and where to begin on any other day."""
