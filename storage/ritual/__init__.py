"""The Monday ritual: what its steps read, and how far it has come."""
