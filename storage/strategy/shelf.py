"""The shelf of lines and channels, and the quality list of the chosen line."""

from __future__ import annotations

import sqlite3
from datetime import date

from lundi.strategy import changes
from lundi.strategy.page import Choice, QualityItem
from lundi.time.days import Moment
from lundi.words.errors import NotUnderstood, Refused
from lundi.words.language import gettext as _
from lundi.words.text import clean
from storage.file.session import Session, is_gone, new_id
from storage.habits.choices import find_choice, insert_choice, read_choices
from storage.habits.names import checked_name


def shelve(session: Session, kind: str, name: str, look_again_on: date | None, why: str, now: Moment) -> None:
    """Put a line or a channel on the shelf, with the day to look at it again (F30). Refused where its name is there
    already."""
    name = checked_name(name, _("It needs a name, even a short one."))
    with session.intent(changes.SHELVED, now, {"name": name}):
        if found := find_choice(read_choices(session.connection).values(), kind, name):
            raise Refused(_("'{name}' is there already.").format(name=found.name))
        choice_id = insert_choice(session, kind, name, look_again_on, now)
        session.connection.execute("UPDATE choice SET why = ? WHERE id = ?", (clean(why), choice_id))


def change_choice(
    session: Session, choice: Choice, name: str, look_again_on: date | None, why: str, now: Moment
) -> None:
    """Rename a line or a channel, and say when and why to look at it again (F30). Refused where another one has that
    name, or it is gone."""
    name = checked_name(name, _("It needs a name, even a short one."))
    with session.intent(changes.SHELVED, now, {"name": name}):
        _refuse_gone(session.connection, choice)
        found = find_choice(read_choices(session.connection).values(), choice.kind, name)
        if found and found.id != choice.id:
            raise Refused(_("'{name}' is there already.").format(name=found.name))
        session.connection.execute(
            "UPDATE choice SET name = ?, look_again_on = ?, why = ? WHERE id = ?",
            (name, look_again_on.isoformat() if look_again_on else None, clean(why), choice.id),
        )


def put_away_choice(session: Session, choice: Choice, now: Moment) -> None:
    """Take a line or a channel off the shelf for good. Refused while it is the chosen one, or about to be."""
    with session.intent(changes.SHELVED, now, {"name": choice.name}):
        _refuse_gone(session.connection, choice)
        chosen = session.connection.execute(  # what holds is the last of its day; another one of that day gave way
            "SELECT 1 FROM course WHERE kind = ?1 AND text = ?2 AND (from_day > ?3 OR (from_day, made_on) ="
            " (SELECT from_day, made_on FROM course WHERE kind = ?1 AND from_day <= ?3"
            " ORDER BY from_day DESC, made_on DESC LIMIT 1))",
            (choice.kind, choice.id, now.day.isoformat()),
        ).fetchone()
        if chosen:
            raise Refused(_("{name} is the chosen one. Choose another one first.").format(name=choice.name))
        session.connection.execute("UPDATE choice SET archived_on = ? WHERE id = ?", (now.day.isoformat(), choice.id))


def write_quality(session: Session, item: QualityItem | None, text: str, is_right: bool, now: Moment) -> None:
    """Add something to the quality list (with None), or change it; without a text it leaves the list (X10)."""
    text = clean(text)
    if item is None and not text:
        raise NotUnderstood(_("It needs a few words."))
    with session.intent(changes.QUALITY, now, {"name": text or (item.text if item else "")}):
        if item is None:
            session.connection.execute(
                "INSERT INTO quality_item (id, text, is_right, position)"
                " VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM quality_item))",
                (new_id(), text, is_right),
            )
        else:
            written = session.connection.execute(
                "UPDATE quality_item SET text = ?, is_right = ?, archived_on = ? WHERE id = ? AND archived_on IS NULL",
                (text or item.text, is_right, None if text else now.day.isoformat(), item.id),
            )
            if not written.rowcount:
                raise is_gone(item.text)


def _refuse_gone(connection: sqlite3.Connection, choice: Choice) -> None:
    present = read_choices(connection).get(choice.id)
    if present is None or present.put_away_on is not None:
        raise is_gone(choice.name)
