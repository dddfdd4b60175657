"""What you type: one small module per family of commands."""
