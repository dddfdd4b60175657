"""Texts of the strategy's page, to be found."""

from __future__ import annotations

from lundi.strategy.page import CHANNEL, FIRST_YEAR, HORIZON, LINE

_NO_TEXTS = f"'{LINE}', '{CHANNEL}', '{FIRST_YEAR}', '{HORIZON}'"  # of these, an id or a number is kept
TEXTS = f"""
    SELECT 1, text, from_day, NULL, '', 'strategy' FROM course WHERE kind NOT IN ({_NO_TEXTS})
    UNION ALL
    SELECT 1, name, added_on, NULL, '', 'strategy' FROM choice WHERE archived_on IS NULL
"""
