"""lundi tick, lundi untick."""

from __future__ import annotations

import importlib
from datetime import date

from cli.context import Context
from cli.words import joined
from lundi.habits.habit import Habit
from lundi.record import record
from lundi.time.days import Moment, parse_day
from lundi.time.formats import day_short, week_short
from lundi.time.weeks import Week
from lundi.words.amounts import ONE, decimal, ratio, shown
from lundi.words.errors import NotUnderstood
from lundi.words.language import gettext as _
from storage.habits.history import read_history
from storage.store import Store

_MOST = 1000


def run(context: Context, command: str, words: list[str]) -> int:
    """Tick a habit or take ticks back, and print the week's count."""
    values = _read(command, words)
    name, count, amount = _name_and_number(values.name)
    with context.existing() as store:
        now = context.now_for_writing(store)
        habit = store.find_habit(name)
        day = parse_day(values.date.strip(), now.day) if values.date is not None else now.day
        with store.writing(now):  # the count is read before the commit: a damaged week is found before it is changed
            if command == "tick":
                store.tick(habit, day, now, count=count, amount=amount, smallest=values.min, note=values.note)
            elif amount != ONE:
                raise NotUnderstood(
                    _("Ticks are taken back whole: a whole number from 1 to {most}.").format(most=_MOST)
                )
            else:
                store.untick(habit, day, now, count=count)
            line = _count(store, habit, day, now)
    print(line)
    return 0


@record
class _Values:
    """What the words of a call say."""

    name: list[str]
    date: str | None = None
    min: bool = False
    note: str = ""


def _read(command: str, words: list[str]) -> _Values:
    """Options are argparse's business, which takes longer to import than the tick itself: plain words need none."""
    if not any(word.startswith("-") for word in words):
        return _Values(words)
    parsing = importlib.import_module("cli.parsing")
    parser = parsing.Parser(command, _("Tick a habit.") if command == "tick" else _("Take ticks back."))
    parser.add_argument("name", nargs="*", metavar=_("NAME [N]"), help=_("a few letters of its name; how many"))
    parser.add_argument("--date", metavar=_("DAY"), help=_("yesterday, mon, 16/11, 2026-11-16, -3"))
    if command == "tick":
        parser.add_argument("--min", action="store_true", help=_("the smallest version"))
        parser.add_argument("--note", default="", metavar=_("TEXT"), help=_("a note on that day"))
    values = parser.read(words)
    # A word that looks like an option and is a number is marked by the parser.
    return _Values(values.name, values.date, getattr(values, "min", False), getattr(values, "note", ""))


def _name_and_number(words: list[str]) -> tuple[str, int, int]:
    """Name, how many ticks, and thousandths of each: a decimal number is one tick of that amount."""
    if not words:
        raise NotUnderstood(_("Which habit? Example: lundi tick calls"))
    if len(words) == 1 or (thousandths := decimal(words[-1].strip())) is None:
        return joined(words), 1, ONE
    if not 0 < thousandths <= _MOST * ONE:
        raise NotUnderstood(
            _("'{text}' is no number of ticks: from 1 to {most}.").format(text=words[-1].strip(), most=_MOST)
        )
    name = joined(words[:-1])
    return (name, thousandths // ONE, ONE) if thousandths % ONE == 0 else (name, 1, thousandths)


def _count(store: Store, habit: Habit, day: date, now: Moment) -> str:
    """'Calls 3/5': where the week of the tick stands now."""
    week = Week.of(day)
    with store.reading() as connection:
        history = read_history(connection, week, week)
    target = history.target(habit, week)
    done = history.done(habit, week)
    line = f"{habit.name} {ratio(done, target) if target is not None else shown(done)}"
    if week != now.week:
        return _("{line} in {week}").format(line=line, week=week_short(week))
    if day != now.day:
        return _("{line}, {day}").format(line=line, day=day_short(day))
    return line
