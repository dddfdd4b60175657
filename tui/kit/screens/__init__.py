"""Screens over a place: dialogs, lists, pages, questions and their sequences."""
