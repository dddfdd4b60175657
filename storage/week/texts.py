"""Texts of weeks, to be found: what one looked back on."""

from __future__ import annotations

# The day on which the week of a row begins: the Monday of the week that holds 4 January, and so many weeks more.
_MONDAY = "date(substr(week, 1, 4) || '-01-04', 'weekday 0', '-6 days', ((substr(week, 7) - 1) * 7) || ' days')"
TEXTS = f"""
    SELECT 1, text, {_MONDAY}, NULL, '', 'week' FROM (
        SELECT week, proud AS text FROM review
        UNION SELECT week, worked FROM review
        UNION SELECT week, did_not FROM review
        UNION SELECT week, better FROM review
    )
"""
