"""The file itself: opening, copying, journal, undo, and what is said when it can't be read or written."""
