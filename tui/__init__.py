"""What you see: one main screen, views mounted on first visit, and dialogs."""
