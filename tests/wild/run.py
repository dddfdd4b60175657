"""A run: so many events at the dashboard on one file, reopened when they have quit it, and what was wrong then."""

from __future__ import annotations

import asyncio
import contextlib
import io
import random
import traceback
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from lundi.time.days import moment
from lundi.words import language
from lundi.words.errors import LundiError
from storage.doctor import examine
from storage.file.undo import last_changes, undo
from storage.store import Store
from tests.wild.files import HOSTILE, NOW, make
from tests.wild.happening import SIZES, TINY, burst, key
from tui.app import LundiApp

_LOCAL = {"change", "batch", "meta", "open_batch", "unfinished"}
_ESCAPES = 14  # so many times Esc leads back to the place from anywhere
_SESSION = (500, 4000)  # events until the dashboard is closed and opened again
_TURNS = 600  # of the loop until something is painted
_EXAMINED_EVERY = 2000  # events

Tell = Callable[[str], None]


class Clock:
    """A clock that jumps."""

    def __init__(self) -> None:
        self.wall: datetime = NOW

    def __call__(self) -> datetime:
        return self.wall

    def jump(self, chance: random.Random) -> None:
        if chance.random() < 0.3:
            self.wall += timedelta(hours=chance.choice([1, 2, 5, 9, 24]))
        if chance.random() < 0.01:
            self.wall += timedelta(days=chance.choice([20, 100]))
        if chance.random() < 0.01:
            self.wall -= timedelta(days=3)


class Run:
    """Its problems are empty where nothing was wrong: 'crash', 'stuck' (Esc doesn't lead back to the place), 'blank',
    'doctor', 'keys' (a row that points nowhere), 'outside' (another program met an error), 'undo' (taking everything
    back doesn't give the first file back)."""

    def __init__(self, path: Path, kind: str, seed: int, tell: Tell = print) -> None:
        """A file of a kind is made at the path. What happens is told, so that it can be looked at."""
        make(kind, path)
        self.chance = random.Random(f"{kind} {seed}")
        self.problems: list[tuple[str, str]] = []
        self.events = 0
        self._path, self._tell, self._clock = path, tell, Clock()
        self._examine_at = _EXAMINED_EVERY

    async def go(self, most: int, session: tuple[int, int] = _SESSION) -> None:
        """So many events, in sessions of so many each."""
        with Store.open(str(self._path)) as store:
            for table in ("change", "batch"):  # so that an undo ends where this begins
                store.connection.execute(f"DELETE FROM {table}")
            before = _content(store)
            while self.events < most:
                end = min(most, self.events + self.chance.randrange(*session))
                try:
                    await self._open(store, end)
                except Exception:
                    self._found("crash", traceback.format_exc())
            self._take_back(store, before)

    def _found(self, what: str, said: str) -> None:
        self.problems.append((what, said))
        self._tell(f"{what} after {self.events} events: {said}")

    async def _open(self, store: Store, end: int) -> None:
        chance = self.chance
        language.use(chance.choice(["fr", "en"]))
        app = LundiApp(store, self._clock)
        self._tell(f"opened after {self.events} events, {self._clock.wall}")
        with contextlib.redirect_stdout(io.StringIO()):
            async with app.run_test(size=chance.choice(SIZES[:7])) as pilot:
                await pilot.pause()
                while self.events < end and not app._exit:
                    await self._happen(pilot)
                    if not app._exit and chance.random() < 0.1:
                        await self._come_back(pilot)
                    self._examine(store)
        if app.return_code:
            self._found("crash", f"ended with {app.return_code}")

    async def _happen(self, pilot: Pilot[None]) -> None:
        """One burst, then perhaps another size, another program, another time."""
        app, chance = pilot.app, self.chance
        happening = burst(chance, app.size, over_a_place=len(app.screen_stack) > 1)
        self._tell(" ".join(event.key if isinstance(event, events.Key) else repr(event)[:60] for event in happening))
        for event in happening:
            if isinstance(event, events.MouseEvent) and app._driver is not None:
                app._driver.process_message(event)  # which makes clicks of them
            else:
                app.post_message(event)
            if chance.random() < 0.3:
                await asyncio.sleep(0)
        self.events += len(happening)
        await self._drawn(pilot)
        if not app._exit:
            if chance.random() < 0.15:
                await pilot.resize_terminal(*chance.choice([*SIZES, *TINY]))
            if chance.random() < 0.1:
                self._others()
            self._clock.jump(chance)

    async def _drawn(self, pilot: Pilot[None]) -> None:
        """Every widget has had its turn, and there is something to see, unless it was ended."""
        for turn in range(1, _TURNS):
            await asyncio.wait_for(pilot.pause(0), 60)
            if pilot.app._exit or (turn > 2 and _painted(pilot)):
                return
        self._found("blank", type(pilot.app.screen).__name__)

    async def _come_back(self, pilot: Pilot[None]) -> None:
        """Esc leads to the place, and a key to another one."""
        app = pilot.app
        await pilot.resize_terminal(100, 30)
        for _escape in range(_ESCAPES):
            app.post_message(key("escape"))
            await self._drawn(pilot)
            if app._exit or len(app.screen_stack) == 1:
                break
        if not app._exit and len(app.screen_stack) > 1:
            self._found("stuck", " ".join(type(screen).__name__ for screen in app.screen_stack))
        for name in ("f4", "f1"):
            app.post_message(key(name))
            await self._drawn(pilot)

    def _others(self) -> None:
        """What another program does to the file meanwhile. A refusal is an answer."""
        chance = self.chance
        try:
            with Store.open(str(self._path)) as other:
                now = moment(self._clock(), other.day_end)
                habit = chance.choice([one for one in other.habits() if not one.is_archived] or [None])
                does: list[Callable[[], object]] = [
                    lambda: undo(other, now, 1),
                    lambda: other.capture(chance.choice(HOSTILE), now),
                ]
                if habit is not None:
                    does += [
                        lambda: other.tick(habit, now.day, now),
                        lambda: other.archive_habit(habit, now),
                        lambda: other.untick(habit, now.day, now),
                    ]
                with contextlib.suppress(LundiError):
                    chance.choice(does)()
        except Exception:
            self._found("outside", traceback.format_exc())

    def _examine(self, store: Store) -> None:
        if self.events < self._examine_at:
            return
        self._examine_at += _EXAMINED_EVERY
        for finding in examine(store).findings:
            self._found("doctor", str(finding))
        for row in store.connection.execute("PRAGMA foreign_key_check").fetchall():
            self._found("keys", str(tuple(row)))

    def _take_back(self, store: Store, before: dict[str, list[str]]) -> None:
        if changes := len(last_changes(store, 10_000_000)):
            undo(store, moment(self._clock(), store.day_end), changes)
        after = _content(store)
        for table in after:
            if after[table] != before.get(table):
                self._found("undo", f"{table}: {set(after[table]) ^ set(before.get(table, []))}")


def _painted(pilot: Pilot[None]) -> bool:
    screen = pilot.app.screen
    return any(segment.text.strip() for strip in screen._compositor.render_strips() for segment in strip)


def _content(store: Store) -> dict[str, list[str]]:
    """Every row of the user's, table by table."""
    names = [name for (name,) in store.connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    own = [name for name in names if name not in _LOCAL and not name.startswith(("sqlite_", "_sqlite"))]
    return {
        name: sorted(repr(tuple(row)) for row in store.connection.execute(f'SELECT * FROM "{name}"')) for name in own
    }
