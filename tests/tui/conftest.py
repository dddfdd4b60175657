"""The dashboard without a terminal: opened on a file, driven by keys, read as lines of cells."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date, datetime
from pathlib import Path

import pytest
from rich.style import Style
from textual import events
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.keys import key_to_character
from textual.pilot import Pilot
from textual.widgets import Input
from wcwidth import wcwidth

from lundi.habits.rhythms import parse_rhythm
from lundi.time.days import Moment, moment
from lundi.time.weeks import Week
from lundi.words import language
from storage.habits.first_run import finish as finish_first_run
from storage.habits.intents import Card
from storage.ritual.progress import finish as finish_ritual
from storage.sample.year import write_sample
from storage.store import Store
from storage.week import catch_up
from tui.app import LundiApp
from tui.footer import Notice
from tui.kit.drawing.question_parts import KeyLine

NOW = datetime(2026, 11, 18, 9, 10)  # a Wednesday, in 2026-W47
_DAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "fr": ("lun", "mar", "mer", "jeu", "ven", "sam", "dim"),
}
_CELL = 5


@pytest.fixture(scope="session", autouse=True)
def _styles_parsed_once() -> Iterator[None]:
    """Every dashboard has the same styles: parsing them anew is half of what opening one takes."""
    parse, parsed = Stylesheet._parse_rules, {}

    def once(self: Stylesheet, *arguments: object, **options: object) -> list[RuleSet]:
        key = (arguments, tuple(options.items()), tuple(sorted(self._variables.items())))
        if key not in parsed:
            parsed[key] = parse(self, *arguments, **options)
        return parsed[key]

    Stylesheet._parse_rules = once
    yield
    Stylesheet._parse_rules = parse


class Clock:
    """A wall clock that stands still until a test moves it."""

    def __init__(self, wall: datetime) -> None:
        self.wall = wall

    def __call__(self) -> datetime:
        return self.wall

    def set(self, text: str) -> None:
        self.wall = datetime.fromisoformat(text)


def screen_text(app: LundiApp) -> list[str]:
    """The lines of the screen, a dialog over the Week included."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def cells(text: str) -> list[str]:
    """One entry a cell of the terminal: a wide character takes two, what has no width joins the one before."""
    taken: list[str] = []
    for character in text:
        width = wcwidth(character)
        if width > 0:
            taken += [character] + [""] * (width - 1)
        elif taken:
            taken[-1] += character
    return taken


class Dashboard:
    """An open dashboard and what can be seen of it."""

    def __init__(self, pilot: Pilot[None], store: Store, clock: Clock) -> None:
        self.pilot, self.store, self.clock = pilot, store, clock
        assert isinstance(pilot.app, LundiApp)
        self.app = pilot.app

    async def press(self, *keys: str) -> None:
        """Keys as the terminal's driver posts them; three times as quick as the pilot's own."""
        for key in keys:
            self.app.post_message(events.Key(key, key_to_character(key)))
            for _round in range(8):  # the app, the place, the screen, what they changed
                await asyncio.sleep(0)
            await self.pilot.pause(0)
        await self.pilot.pause()

    async def leave_by(self, *keys: str) -> None:
        """Keys that come all at once, the last of which ends the program."""
        for key in keys:
            self.app.post_message(events.Key(key, key_to_character(key)))
        while self.app.is_running and not self.app._exit:
            await asyncio.sleep(0.01)

    async def hurry(self, *keys: str) -> None:
        """Keys that come all at once, as from a key held down or a slow line."""
        for key in keys:
            self.app.post_message(events.Key(key, key_to_character(key)))
        for _round in keys:
            await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Text into the field that has the focus, as a paste: quicker than key by key."""
        assert self.app.focused is not None
        paste = events.Paste(text)
        paste._set_forwarded()  # as the app does; it would forward it once more when it bubbles up
        self.app.focused.post_message(paste)
        await self.pilot.pause()

    async def look_around(self) -> None:
        """What the dashboard does once a second, now."""
        self.app.screen_stack[0]._look_around()
        await self.pilot.pause()

    @property
    def lines(self) -> list[str]:
        return screen_text(self.app)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def notice(self) -> str:
        """The lines above the footer that say something, as one."""
        region = self.app.screen_stack[0].query_one(Notice).region
        return " ".join(line.strip() for line in self.lines[region.y : region.bottom]).strip()

    @property
    def footer(self) -> str:
        """The line of keys; on a page of its own both of them, where there are two."""
        if self.app.screen.query(KeyLine):
            region = self.app.screen.query_one(KeyLine).region
            return "  ".join(line.strip() for line in self.lines[region.y : region.bottom]).strip()
        roomy = self.app.size.height >= 34 and self.app.size.width >= 120
        return self.lines[-2 if roomy else -1].strip()

    def line(self, word: str) -> str:
        """The one line that holds a word."""
        found = [line for line in self.lines if word in line]
        assert len(found) == 1, f"{word!r} is on {len(found)} lines:\n{self.text}"
        return found[0]

    @staticmethod
    def cells_of(line: str) -> list[str]:
        return cells(line)

    # The grid of the Week

    def _columns(self) -> dict[str, int]:
        days = _DAYS[language.current()]
        heading = next(line for line in self.lines if all(day in line for day in days))
        return {day: heading.index(day) - 1 for day in days}

    def _habit_line(self, habit: str) -> str:
        count_column = self._columns()[_DAYS[language.current()][6]] + _CELL
        found = [line for line in self.lines if habit in line[:32] and line[count_column:].strip()]
        return found[0] if found else self.line(habit)

    def cell(self, habit: str, day: str) -> str:
        """The signs of one day of one habit, without the blanks between them."""
        start = self._columns()[day]
        return "".join(cells(self._habit_line(habit))[start : start + _CELL]).replace(" ", "")

    def count(self, habit: str) -> str:
        """What stands at the right of a habit: '3/5', '✓ 5/5', '5/5 +2', '–'."""
        start = self._columns()[_DAYS[language.current()][6]] + _CELL
        return "".join(cells(self._habit_line(habit))[start : start + 9]).strip()

    @property
    def score(self) -> str:
        """The score in per cent, as the line of the score has it."""
        found = re.search(r"\d+\s?%", self.line("held at"))
        assert found is not None
        return found[0]

    @property
    def cursor_day(self) -> str:
        """The day over the cell that is drawn as the cursor."""
        x, _y = self.cursor
        return next(day for day, start in self._columns().items() if start <= x < start + _CELL)

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and line of the first cell drawn on the accent."""
        accent = Style.parse(f"on {self.app.current_theme.accent}").bgcolor
        assert accent is not None
        for y, strip in enumerate(self.app.screen._compositor.render_strips()):
            x = 0
            for segment in strip:
                colour = segment.style.bgcolor if segment.style else None
                if colour is not None and colour.get_truecolor() == accent.get_truecolor():
                    return x, y
                x += segment.cell_length
        raise AssertionError(f"no cursor:\n{self.text}")

    @property
    def chosen(self) -> str:
        """The line of the row under the cursor."""
        return self.line("›")

    # A dialog

    @property
    def is_asking(self) -> bool:
        return bool(self.app.screen.query(Input))

    @property
    def typed(self) -> list[str]:
        """What stands in the fields of the dialog."""
        return [field.value for field in self.app.screen.query(Input)]

    # The file

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        return [tuple(row) for row in self.store.connection.execute(sql, values)]

    @property
    def ticks(self) -> int:
        return len(self.rows("SELECT 1 FROM tick"))


OpenApp = Callable[..., AbstractAsyncContextManager[Dashboard]]


@pytest.fixture
def open_app() -> OpenApp:
    """Open the dashboard: `async with open_app(store, size=(120, 36), lang="fr", now="…") as it`.

    The first run, the ritual and the strip of days without a word stay away unless they are asked for.
    """

    @asynccontextmanager
    async def opened(
        store: Store,
        *,
        size: tuple[int, int] = (80, 24),
        lang: str = "en",
        now: str | datetime = NOW,
        theme: str = "lundi-dark",
        strip: bool = False,
        first_run: bool = False,
        ritual: bool = False,
    ) -> AsyncIterator[Dashboard]:
        language.use(lang)
        clock = Clock(datetime.fromisoformat(now) if isinstance(now, str) else now)
        now_there = moment(clock(), store.day_end)
        if not first_run:  # its questions were answered already
            finish_first_run(store, now_there)
        if not ritual:  # it was put off already
            finish_ritual(store, now_there)
        if not strip:  # it was there already
            catch_up.note_shown(store, now_there)
        async with LundiApp(store, clock, theme).run_test(size=size) as pilot:
            opened_first = asyncio.Event()
            pilot.app.screen_stack[0].call_after_refresh(opened_first.set)
            await opened_first.wait()
            await pilot.pause()
            yield Dashboard(pilot, store, clock)

    return opened


@pytest.fixture
def year(sample: Path) -> Iterator[Store]:
    """The sample year, open; names in English."""
    with Store.open(str(sample)) as store:
        yield store


@pytest.fixture
def annee(database: Path) -> Iterator[Store]:
    """The sample year, open; names in French."""
    language.use("fr")
    with Store.open(str(database)) as store:
        write_sample(store)
        yield store


class HandMade:
    """A file filled habit by habit."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def habit(self, name: str, rhythm: str = "5", on: str = "2026-11-16", **card: str) -> str:
        return self.store.add_habit(Card(name, **card), parse_rhythm(rhythm, Week.of(date.fromisoformat(on))), at(on))

    def tick(self, name: str, day: str, on: str | None = None, count: int = 1, **options: object) -> None:
        self.store.tick(self.store.find_habit(name), date.fromisoformat(day), at(on or day), count=count, **options)

    def commit(self, *titles: str, on: str = "2026-11-16") -> None:
        self.store.commit_week(list(titles), at(on))

    def room_for(self, habits: int) -> None:
        self.store.connection.execute("INSERT INTO setting VALUES ('habits_at_most', ?)", (str(habits),))


def at(day: str) -> Moment:
    """Nine o'clock of a day."""
    return Moment(date.fromisoformat(day), f"{day}T09:00:00")


@pytest.fixture
def hand(store: Store) -> HandMade:
    """An empty file and a hand to fill it."""
    return HandMade(store)


@pytest.fixture
def small(hand: HandMade) -> Store:
    """Two habits, 'Calls' five a week and 'Article' on Mondays and Thursdays, in a committed week; no tick."""
    hand.habit("Calls", minimum="one message")
    hand.habit("Article", "mon thu")
    hand.commit()
    return hand.store
