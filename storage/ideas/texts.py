"""Texts of ideas and actions, to be found."""

from __future__ import annotations

TEXTS = """
    SELECT 1, title, coalesce(done_on, added_on), NULL, '', iif(state = 'idea', 'ideas', 'week') FROM action
"""
