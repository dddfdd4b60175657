"""The Monday ritual, the fresh start, and where to begin."""
