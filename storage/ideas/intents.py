"""Ideas and the two that are chosen of them. Each function that writes is one change."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

from lundi.ideas import changes
from lundi.ideas.idea import Idea, in_order
from lundi.strategy.page import LINE
from lundi.time.days import Moment
from lundi.time.weeks import DAYS, Week
from lundi.words.errors import NotUnderstood, Refused
from lundi.words.language import gettext as _
from lundi.words.text import clean, fold
from storage.file.session import Session, is_gone
from storage.file.unfinished import keep_unfinished, read_unfinished
from storage.habits.actions import IDEA, choose_action, insert_action

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_OLD_AFTER = 26  # weeks
_KEPT_FORM, _KEPT_WEEKS = "old-ideas", 12  # fewer weeks than to the next quarterly check

# The line of products is named where it isn't the one that is chosen in the week; :until is that week's Sunday.
_ACTIONS = f"""
    SELECT action.*, CASE WHEN line_id IS NOT (
        SELECT text FROM course WHERE kind = '{LINE}' AND from_day <= :until
        ORDER BY from_day DESC, made_on DESC LIMIT 1
    ) THEN choice.name END AS line
    FROM action LEFT JOIN choice ON choice.id = line_id
"""
_AS_THEY_CAME = "ORDER BY added_on, at, action.rowid"
_OPEN_AT_ALL = f"{_ACTIONS} WHERE done_on IS NULL AND (state = 'idea' OR (state = 'chosen' AND week <= :week))"
_WAITING = f"{_OPEN_AT_ALL} AND NOT (state = 'chosen' AND week = :week) {_AS_THEY_CAME}"
_CHOSEN = f"{_ACTIONS} WHERE done_on IS NULL AND state = 'chosen' AND week = :week {_AS_THEY_CAME}"
_OPEN = f"{_ACTIONS} WHERE done_on IS NULL AND state <> 'dropped' AND action.id = :id"


def read_ideas(session: Session, week: Week) -> list[Idea]:
    """Everything that waits to be chosen in a week, what was carried over included, in the order it is offered."""
    return in_order(_read(session, _WAITING, week))


def read_open(session: Session, week: Week) -> list[Idea]:
    """What waits or is chosen for a week and not done yet, in the order it came."""
    return _read(session, f"{_OPEN_AT_ALL} {_AS_THEY_CAME}", week)


def read_chosen(session: Session, week: Week) -> list[Idea]:
    """What is chosen for a week and not done yet."""
    return _read(session, _CHOSEN, week)


def choose_idea(session: Session, idea: Idea, now: Moment) -> None:
    """Choose one for this week. Refused when two are open already (F19), it is too big (F10), or it is gone."""
    with session.intent(changes.CHOSEN, now, {"title": idea.title}):
        present = _open(session, idea, now)
        if present in read_chosen(session, now.week):
            raise Refused(_("{title} is chosen already.").format(title=present.title))
        if present.is_too_big:
            raise Refused(_("More than 90 minutes: what is the first piece? `s` splits it."))
        choose_action(session, idea.id, now.week)


def unchoose_idea(session: Session, idea: Idea, now: Moment) -> None:
    """Put a chosen one back among the ideas. Refused when it is done or gone."""
    with session.intent(changes.UNCHOSEN, now, {"title": idea.title}):
        present = _open(session, idea, now)
        session.connection.execute(
            "UPDATE action SET state = 'idea', week = NULL, times_chosen = ? WHERE id = ? AND state = 'chosen'",
            (max(0, present.times_chosen - 1), idea.id),
        )


def edit_idea(session: Session, idea: Idea, changed: Idea, now: Moment) -> None:
    """Give an idea other words, another size, tag or line (by its name). NotUnderstood without a word; Refused when
    it, or that line, is gone."""
    title = _titled(changed.title)
    with session.intent(changes.IDEA_CHANGED, now, {"title": title}):
        _write(session, idea, changed, now)


def split_idea(session: Session, idea: Idea, pieces: list[str], now: Moment, minutes: int | None = None) -> list[str]:
    """Take pieces out of an idea that is too big; they are ideas of their own, of this size, and the rest stays (F10).
    Returns their ids. NotUnderstood without a piece."""
    titles = [title for title in map(clean, pieces) if title]
    if not titles:
        raise NotUnderstood(_("What is the first piece? A few words are enough."))
    with session.intent(changes.IDEA_SPLIT, now, {"title": idea.title}):
        _open(session, idea, now)
        ids = [insert_action(session, title, IDEA, None, now) for title in titles]
        session.connection.executemany(
            "UPDATE action SET parent_id = ?1, minutes = ?3,"
            " (for_whom, line_id) = (SELECT for_whom, line_id FROM action WHERE id = ?1) WHERE id = ?2",
            [(idea.id, piece_id, minutes) for piece_id in ids],
        )
        return ids


def let_go_idea(session: Session, idea: Idea, now: Moment) -> None:
    """Let an idea go; nothing is deleted. Refused when it is done or gone."""
    with session.intent(changes.IDEA_LET_GO, now, {"title": idea.title}):
        _open(session, idea, now)
        session.connection.execute("UPDATE action SET state = 'dropped', week = NULL WHERE id = ?", (idea.id,))


def read_old_ideas(session: Session, today: date) -> list[Idea]:
    """Ideas that wait for longer than half a year, the oldest first; without those that were kept lately (F17)."""
    with session.reading():
        kept = read_unfinished(session, _KEPT_FORM)
        ideas = _read(session, _WAITING, Week.of(today))
    old = [idea for idea in ideas if (today - idea.added_on).days > _OLD_AFTER * DAYS]
    asked_on = today - timedelta(weeks=_KEPT_WEEKS)
    return sorted(
        (idea for idea in old if idea.id not in kept or date.fromisoformat(kept[idea.id]) <= asked_on),
        key=lambda idea: idea.added_on,
    )


def keep_old_ideas(session: Session, ideas: Iterable[Idea], now: Moment) -> None:
    """Keep old ideas: they aren't offered again before the next quarter. There is nothing to undo in that."""
    keep_unfinished(session, _KEPT_FORM, {idea.id: now.day.isoformat() for idea in ideas}, now)


def let_go_ideas(session: Session, ideas: Sequence[Idea], now: Moment) -> None:
    """Let several ideas go, as one change. Refused when one of them is done or gone: then all of them stay."""
    with session.intent(changes.IDEA_LET_GO, now, {"title": ideas[0].title, "count": len(ideas)}):
        for idea in ideas:
            let_go_idea(session, idea, now)


def make_smaller(session: Session, idea: Idea, title: str, minutes: int | None, now: Moment) -> None:
    """Decide about what was carried twice: something smaller takes its place, and starts anew as an idea (H09)."""
    smaller = Idea(idea.id, _titled(title), idea.added_on, idea.for_whom, minutes, 0, idea.line, idea.enough)
    with session.intent(changes.IDEA_CHANGED, now, {"title": smaller.title}):
        _write(session, idea, smaller, now)
        session.connection.execute("UPDATE action SET state = 'idea', week = NULL WHERE id = ?", (idea.id,))


def same_ideas(session: Session, titles: list[str]) -> list[str]:
    """Which of some titles wait already, or are among them twice: said, and not refused."""
    with session.reading() as connection:
        rows = connection.execute("SELECT title FROM action WHERE done_on IS NULL AND state IN ('idea', 'chosen')")
        waiting = {fold(row["title"]) for row in rows}
    doubles: dict[str, str] = {}
    for title in filter(None, map(clean, titles)):
        folded = fold(title)
        if folded in waiting:
            doubles.setdefault(folded, title)
        waiting.add(folded)
    return list(doubles.values())


def _read(session: Session, query: str, week: Week) -> list[Idea]:
    with session.reading() as connection:
        rows = connection.execute(query, {"week": str(week), "until": week.sunday.isoformat()})
        return [_idea(row) for row in rows]


def _open(session: Session, idea: Idea, now: Moment) -> Idea:
    """An idea as it is now, neither done nor let go of. Refused when it is gone."""
    row = session.connection.execute(_OPEN, {"id": idea.id, "until": now.week.sunday.isoformat()}).fetchone()
    if row is None:
        raise is_gone(idea.title)
    return _idea(row)


def _titled(title: str) -> str:
    """A title as it is kept. NotUnderstood without a word."""
    if not (kept := clean(title)):
        raise NotUnderstood(_("An idea needs a few words."))
    return kept


def _write(session: Session, idea: Idea, changed: Idea, now: Moment) -> None:
    """Write what is said of an idea, inside a change."""
    present = _open(session, idea, now)
    session.connection.execute(
        "UPDATE action SET title = ?, for_whom = ?, minutes = ?, enough = ?, times_chosen = ? WHERE id = ?",
        (
            clean(changed.title),
            changed.for_whom,
            changed.minutes,
            clean(changed.enough),
            changed.times_chosen,
            idea.id,
        ),
    )
    if changed.line != present.line:
        session.connection.execute(
            "UPDATE action SET line_id = ? WHERE id = ?", (_line_id(session, changed.line), idea.id)
        )


def _line_id(session: Session, name: str) -> str | None:
    """The id of a line by its name; None for '', which is the chosen one. Refused when it is gone."""
    if not name:
        return None
    row = session.connection.execute(
        "SELECT id FROM choice WHERE kind = ? AND name = ? AND archived_on IS NULL", (LINE, name)
    ).fetchone()
    if row is None:
        raise is_gone(name)
    return str(row["id"])


def _idea(row: sqlite3.Row) -> Idea:
    return Idea(
        row["id"],
        row["title"],
        date.fromisoformat(row["added_on"]),
        row["for_whom"],
        row["minutes"],
        max(row["times_chosen"], row["state"] == "chosen"),  # documents of earlier formats don't say how often
        row["line"] or "",
        row["enough"],
    )
