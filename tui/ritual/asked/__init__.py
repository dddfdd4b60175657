"""What the ritual asks about single habits, ideas and changes of course."""
