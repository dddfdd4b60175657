"""Values as the file has them."""

from __future__ import annotations

from datetime import date


def day_of(text: str | None) -> date | None:
    """A day of the file ('2026-11-18'), or None. ValueError when it is none."""
    return date.fromisoformat(text) if text else None
