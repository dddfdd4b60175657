"""The settings of a file: reading them, changing some."""

from __future__ import annotations

from lundi import changes
from lundi.settings import SETTINGS
from lundi.time.days import Moment
from storage.file.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def read_settings(session: Session) -> dict[str, str]:
    """Every setting by its key, as it is kept, or its default."""
    with session.reading() as connection:
        kept = {row["key"]: row["value"] for row in connection.execute("SELECT key, value FROM setting")}
    return {key: kept.get(key, setting.default) for key, setting in SETTINGS.items()}


def change_settings(session: Session, texts: Mapping[str, str], now: Moment) -> None:
    """Set some from what somebody typed, by key, in one change.

    NotUnderstood when one can't be that; then nothing is written, and nothing either where all of it is so already.
    """
    present = read_settings(session)
    wanted = {key: SETTINGS[key].read(text) for key, text in texts.items()}
    changed = {key: value for key, value in wanted.items() if value != present[key]}
    if not changed:
        return
    with session.intent(changes.SETTINGS, now, {"labels": "\n".join(SETTINGS[key].label for key in changed)}):
        session.connection.executemany(
            "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            changed.items(),
        )
