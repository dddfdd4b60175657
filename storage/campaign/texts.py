"""Texts of campaigns, to be found, and of what was learned beside them."""

from __future__ import annotations

TEXTS = """
    SELECT 1, text, coalesce(started_on, added_on), NULL, '', 'campaign' FROM (
        SELECT name AS text, started_on, added_on, archived_on FROM campaign
        UNION SELECT goal, started_on, added_on, archived_on FROM campaign
        UNION SELECT offer, started_on, added_on, archived_on FROM campaign
        UNION SELECT message, started_on, added_on, archived_on FROM campaign
        UNION SELECT lesson, started_on, added_on, archived_on FROM campaign
    ) WHERE archived_on IS NULL
    UNION ALL
    SELECT 1, text, day, NULL, '', 'campaign' FROM irritant
    UNION ALL
    SELECT 1, text, day, NULL, '', 'campaign' FROM (
        SELECT text, day, archived_on FROM one_off_try
        UNION SELECT result, day, archived_on FROM one_off_try
        UNION SELECT lesson, day, archived_on FROM one_off_try
    ) WHERE archived_on IS NULL
"""
