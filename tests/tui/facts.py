"""A screen that holds one widget of the ritual, and a week to look back on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from fractions import Fraction

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from lundi.habits.habit import QUOTA, WEEKDAYS, Goal, Habit
from lundi.record import replaced
from lundi.ritual.look_back import NORMAL, STABLE, LineDone, LookBack, Missed
from lundi.time.days import moment
from lundi.time.weeks import Week
from lundi.week.scores import SCORED, WeekScore
from lundi.words import language
from storage.habits.first_run import finish as finish_first_run
from storage.ritual.progress import finish as finish_ritual
from storage.store import Store
from tui.app import LundiApp
from tui.kit.drawing.layout import is_roomy

WEEK = Week.parse("2026-W46")
NOW = datetime(2026, 11, 16, 9, 10)  # the Monday after it


class Holder(Screen[None]):
    """One widget, as wide as it stands in the ritual; what it posts is kept."""

    def __init__(self, widget: Widget, width: int) -> None:
        super().__init__()
        self.widget, self.wide = widget, width

    def compose(self) -> ComposeResult:
        with Vertical(id="frame"):
            yield self.widget

    def on_mount(self) -> None:
        self.set_class(is_roomy(self.app.size), "-roomy")
        self.widget.styles.width = self.wide


class Held:
    """What can be seen of the widget."""

    def __init__(self, pilot: Pilot[None], widget: Widget) -> None:
        self.pilot, self.widget = pilot, widget

    @property
    def lines(self) -> list[str]:
        return [self.widget.render_line(y).text.rstrip() for y in range(self.widget.region.height)]

    @property
    def text(self) -> str:
        """All lines in one, with single blanks, no-break spaces as others."""
        return " ".join("\n".join(self.lines).split())

    def line(self, word: str) -> str:
        found = [line for line in self.lines if word in line]
        assert len(found) == 1, f"{word!r} is on {len(found)} lines:\n" + "\n".join(self.lines)
        return found[0]


@asynccontextmanager
async def held(
    store: Store,
    widget: Widget,
    width: int = 76,
    size: tuple[int, int] = (80, 24),
    lang: str = "en",
    holder: type[Holder] = Holder,
) -> AsyncIterator[Held]:
    """The widget on a screen of its own."""
    language.use(lang)
    now = moment(NOW, store.day_end)
    finish_first_run(store, now)  # nothing else opens over it
    finish_ritual(store, now)
    async with LundiApp(store, lambda: NOW, "lundi-dark").run_test(size=size) as pilot:
        await pilot.app.push_screen(holder(widget, width))
        await pilot.pause()
        yield Held(pilot, widget)


def score(points: int, week: Week = WEEK, state: str = SCORED, held_from: int = 85) -> WeekScore:
    return WeekScore(week, state, Fraction(points, 100), held_from)


def quota(name: str, target: int = 5) -> Habit:
    return Habit(name, name, 1, date(2026, 6, 1), (Goal(Week.parse("2026-W23"), QUOTA, target),))


def on_weekdays(name: str, *days: int) -> Habit:
    return Habit(name, name, 1, date(2026, 6, 1), (Goal(Week.parse("2026-W23"), WEEKDAYS, len(days), days),))


def missed(habit: Habit, done: int, target: int, *days: int, reason: str = "") -> Missed:
    """A miss of last week; days are 1 for Monday to 7."""
    return Missed(habit, done * 1000, target, tuple(WEEK.days[day - 1] for day in days), reason)


POINTS = (72, 86, 90, 100, 91, 84, 96, 87)
LOOK_BACK = LookBack(
    week=WEEK,
    kind=NORMAL,
    score=score(POINTS[-1]),
    held_from=85,
    scores=tuple(score(points, WEEK + (place - 7)) for place, points in enumerate(POINTS)),
    trend=STABLE,
    done=(
        LineDone("Calls", 4000, 5, False),
        LineDone("Article", 1000, 1, True),
        LineDone("News of clients", 1000, 2, False),
        LineDone("Study", 2000, 2, True),
        LineDone("Exercise", 0, 3, False),
        LineDone("Write to Ronan", 1000, None, True),
        LineDone("A card to leave", 0, None, False),
    ),
    promised=14,
    kept=9,
    off_plan=0,
    minutes_planned=190,
    minutes_kept=170,
    missed=(),
    better="",
    obstacles=(),
    letters=(True, False, True, True, True),
    load="",
)  # five habits and two actions


def look_back(**changed: object) -> LookBack:
    """The week with some of its fields changed."""
    return replaced(LOOK_BACK, **changed)
