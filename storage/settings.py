"""The settings of a file: reading them all, changing one."""

from __future__ import annotations

from lundi import changes
from lundi.days import Moment
from lundi.settings import SETTINGS
from storage.session import Session


def read_settings(session: Session) -> dict[str, str]:
    """Every setting by its key, as it is kept, or its default."""
    with session.reading():
        return {key: session.setting(key, setting.default) for key, setting in SETTINGS.items()}


def change_setting(session: Session, key: str, text: str, now: Moment) -> None:
    """Set one from what somebody typed. NotUnderstood when it can't be that; nothing is written then, and nothing
    where it is so already."""
    setting = SETTINGS[key]
    value = setting.read(text)
    if value == session.setting(key, setting.default):
        return
    with session.intent(changes.SETTING, now, {"name": setting.label}):
        session.connection.execute(
            "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )
