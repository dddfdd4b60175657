"""One SQLite file: opening it, changing it by intents, taking changes back, reading it for a screen."""
