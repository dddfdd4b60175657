"""Three years on a page: reading it as of a day, changing what stands on it."""

from __future__ import annotations

import sqlite3
from datetime import date

from lundi.record import record
from lundi.strategy import changes
from lundi.strategy.page import (
    CHANNEL,
    FIRST_YEAR,
    HORIZON,
    LINE,
    LONGEST_TEXT,
    VISION,
    CourseChange,
    Entry,
    QualityItem,
    StrategyPage,
    holds_from,
    is_change_of_course,
    is_kind,
    label,
    named,
    read_page,
    refuse_horizon,
)
from lundi.time.days import Moment
from lundi.time.weeks import Week
from lundi.words.errors import NotUnderstood, Refused
from lundi.words.language import gettext as _
from lundi.words.text import clean, clean_lines
from storage.file.session import Session
from storage.habits.actions import IDEA, insert_action
from storage.habits.choices import find_choice, insert_choice, read_choices
from storage.habits.mission import read_mission as read_mission
from storage.habits.seasons import read_season


@record
class Reason:
    """Why the course is changed, and whether that holds at once (`!`) or from Monday on (F01)."""

    why: str = ""
    at_once: bool = False


NO_REASON = Reason()


def read_strategy(session: Session, today: date) -> StrategyPage:
    """The page as of a day; of a day gone by, as it was then."""
    with session.reading() as connection:
        quality = [
            QualityItem(row["id"], row["text"], bool(row["is_right"]))
            for row in connection.execute("SELECT * FROM quality_item WHERE archived_on IS NULL ORDER BY position, id")
        ]
        season = read_season(session, Week.of(today))
        return read_page(_entries(connection), read_choices(connection), quality, today, season)


def read_history(session: Session) -> dict[str, list[Entry]]:
    """Everything that has stood on the page or is about to, by kind, the latest first."""
    history: dict[str, list[Entry]] = {}
    with session.reading() as connection:
        for entry in reversed(_entries(connection)):
            history.setdefault(entry.kind, []).append(entry)
    return history


def change_course(session: Session, kind: str, text: str, now: Moment, reason: Reason = NO_REASON) -> date:
    """Put something else on the page and return the day from which it holds (F01, H44).

    NotUnderstood when a change of course comes without its reason; nothing is written where nothing is another.
    """
    text = clean_lines(text) if kind == VISION else clean(text)
    if len(text) > LONGEST_TEXT:
        raise NotUnderstood(_("That text is longer than {most} characters.").format(most=LONGEST_TEXT))
    if not is_kind(kind) or kind in (LINE, CHANNEL, FIRST_YEAR):
        raise ValueError(kind)
    with session.intent(changes.COURSE, now, named(kind)):
        return _put(session, kind, text, now, reason)


def change_horizon(session: Session, years: int, now: Moment, reason: Reason = NO_REASON) -> date:
    """Look so many years ahead, two to four. Refused otherwise, kindly (F03, F04)."""
    refuse_horizon(years)
    return change_course(session, HORIZON, str(years), now, reason)


def choose(
    session: Session,
    kind: str,
    name: str,
    now: Moment,
    reason: Reason = NO_REASON,
    first_thing: str = "",
    *,
    look_again_on: date | None = None,
) -> date:
    """Choose the one line or the one channel by its name, a new one too; the former one goes to the shelf (D23), with
    the day to look at it again, which takes the place of the one it had before it was chosen.

    The first thing to make on a channel becomes an idea (D24). Returns the day from which the choice holds.
    NotUnderstood when a change of course comes without its reason.
    """
    name = clean(name)
    with session.intent(changes.COURSE, now, named(kind)):
        found = find_choice(read_choices(session.connection).values(), kind, name)
        choice_id = found.id if found else insert_choice(session, kind, name, None, now) if name else ""
        former = read_strategy(session, now.day).entries.get(kind)
        if former is not None and former.text != choice_id:  # that of a chosen one counts once it is on the shelf
            session.connection.execute(
                "UPDATE choice SET look_again_on = ? WHERE id = ?",
                (look_again_on.isoformat() if look_again_on else None, former.text),
            )
        if first_thing := clean(first_thing):
            insert_action(session, first_thing, IDEA, None, now)
        return _put(session, kind, choice_id, now, reason)


def hold_at_once(session: Session, kind: str, now: Moment) -> None:
    """Let what waits hold from today on (`!`). Refused when nothing waits."""
    with session.intent(changes.COURSE, now, named(kind)):
        entry = read_strategy(session, now.day).waiting.get(kind)
        if entry is None:
            raise Refused(_("Nothing waits to be confirmed here."))
        _write(session.connection, Entry(kind, now.day, entry.text, entry.made_on, entry.why), now.day)


def give_up_waiting(session: Session, kind: str, now: Moment) -> None:
    """Leave the course as it is: what waits is dropped. Refused when nothing waits."""
    with session.intent(changes.COURSE, now, named(kind)):
        if kind not in read_strategy(session, now.day).waiting:
            raise Refused(_("Nothing waits to be confirmed here."))
        _forget_waiting(session.connection, kind, now.day)


def confirm_change(session: Session, change: CourseChange, now: Moment) -> None:
    """Say of a change of course that waited and holds now that it was meant (F01): it isn't asked about again. Refused
    when it isn't there any more."""
    with session.intent(changes.COURSE_CONFIRMED, now, named(change.kind)):
        written = session.connection.execute(
            "UPDATE course SET confirmed_on = ? WHERE kind = ? AND from_day = ? AND made_on = ?",
            (now.day.isoformat(), change.kind, change.from_day.isoformat(), change.made_on.isoformat()),
        )
        if not written.rowcount:
            raise Refused(_("Nothing waits to be confirmed here."))


def take_back_change(session: Session, change: CourseChange, now: Moment) -> None:
    """Let what stood before a change of course hold again, from today on (F01). Refused when it isn't what holds."""
    with session.intent(changes.COURSE, now, named(change.kind)):
        held = [
            one
            for one in _entries(session.connection)
            if one.kind == change.kind and one.from_day <= now.day and one.made_on <= now.day
        ]
        if len(held) < 2 or (held[-1].from_day, held[-1].made_on) != (change.from_day, change.made_on):
            raise Refused(_("Nothing waits to be confirmed here."))
        before = held[-2].text
        session.connection.execute(  # a line or a channel that was put away meanwhile
            "UPDATE choice SET archived_on = NULL WHERE id = ? AND archived_on IS NOT NULL", (before,)
        )
        _put(session, change.kind, before, now, Reason(_("On second thoughts, as it was."), at_once=True))


def turn_page(session: Session, now: Moment) -> int:
    """Turn the page by a year and return its target year; the former page stays readable (F06). Refused before the
    December of its first year."""
    with session.intent(changes.PAGE_TURNED, now, {}):
        page = read_strategy(session, now.day)
        if page.is_empty:
            raise Refused(_("Nothing stands on the page yet. Fill in one line first, the mission say."))
        if not page.turns:
            raise Refused(
                _("The page turns at the year's end: {year} is its first one still.").format(year=page.first_year)
            )
        _write(session.connection, Entry(FIRST_YEAR, now.day, str(page.first_year + 1), now.day), now.day)
    return page.target_year + 1


def _put(session: Session, kind: str, text: str, now: Moment, reason: Reason) -> date:
    page = read_strategy(session, now.day)
    before = page.entries.get(kind)
    present = str(page.horizon) if kind == HORIZON else before.text if before else ""
    if present == text:
        _forget_waiting(session.connection, kind, now.day)
        return now.day
    is_anew = before is not None and before.from_day == before.made_on == now.day  # the reason it came with stays
    after = Entry(kind, now.day, text, now.day, clean(reason.why) or (before.why if before and is_anew else ""))
    if is_change_of_course(before, after) and not after.why:
        raise NotUnderstood(
            _("'{label}' says something else today: a change of course needs its reason, in a few words.").format(
                label=label(kind)
            )
        )
    if kind != HORIZON and page.is_empty:  # the page's own years are those of its first word
        _write(session.connection, Entry(FIRST_YEAR, now.day, str(page.first_year), now.day), now.day)
    day = holds_from(page, before, after, at_once=reason.at_once)
    _write(session.connection, Entry(kind, day, text, now.day, after.why), now.day)
    return day


def _forget_waiting(connection: sqlite3.Connection, kind: str, today: date) -> None:
    connection.execute(
        "DELETE FROM course WHERE kind = ?1 AND from_day > ?2 AND made_on <= ?2", (kind, today.isoformat())
    )


def _write(connection: sqlite3.Connection, entry: Entry, today: date) -> None:
    """Write an entry, in the place of any that waits."""
    _forget_waiting(connection, entry.kind, today)
    connection.execute(
        "INSERT INTO course (kind, from_day, made_on, text, why) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (kind, from_day, made_on) DO UPDATE SET text = excluded.text, why = excluded.why",
        (entry.kind, entry.from_day.isoformat(), entry.made_on.isoformat(), entry.text, entry.why),
    )


def _entries(connection: sqlite3.Connection) -> list[Entry]:
    return [
        Entry(
            row["kind"],
            date.fromisoformat(row["from_day"]),
            row["text"],
            date.fromisoformat(row["made_on"]),
            row["why"],
        )
        for row in connection.execute("SELECT * FROM course ORDER BY from_day, kind, made_on")
    ]
