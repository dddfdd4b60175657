"""The one campaign that is under way, as every place's header has it."""

from __future__ import annotations

from datetime import date

from storage.file.session import Session

CAMPAIGN = "campaign"  # the kind of the focus


def read_running_end(session: Session) -> date | None:
    """The last day of the campaign that was started and not closed yet; None without one."""
    with session.reading() as connection:
        row = connection.execute(
            "SELECT ends_on FROM focus JOIN campaign ON campaign.id = target_id WHERE kind = ?", (CAMPAIGN,)
        ).fetchone()
        return date.fromisoformat(row["ends_on"]) if row else None
