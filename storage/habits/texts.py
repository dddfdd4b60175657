"""Texts of habits, to be found: names first, then notes and reasons."""

from __future__ import annotations

TEXTS = """
    SELECT 0 AS rank, name AS text, added_on AS day, id AS habit_id, '' AS habit, 'week' AS place FROM habit
    UNION ALL
    SELECT 1, text, day, habit_id, habit.name, 'week' FROM note JOIN habit ON habit.id = habit_id
    UNION ALL
    SELECT 1, reason, day, habit_id, habit.name, 'week' FROM excuse JOIN habit ON habit.id = habit_id
"""
