"""Squares that are moved faster than the screen can write them."""

from __future__ import annotations

import asyncio

import pytest
from textual import events
from textual.keys import key_to_character

from lundi.habits.plans import HABIT
from lundi.record import replaced
from lundi.ritual.plan import PlanPage, PlanRow
from lundi.time.days import Moment
from storage.habits.first_run import finish
from storage.store import Store
from tests.tui.facts import WEEK, Holder, held
from tui.ritual.planning.grid import PlanGrid


@pytest.fixture
def begun(store: Store, now: Moment) -> Store:
    """A file whose first run is over: its screen would take the keys."""
    finish(store, now)
    return store


class Slow(Holder):
    """Carries moves out one after another, each time with a page of what it knows by then."""

    def __init__(self, widget, width):
        super().__init__(widget, width)
        self.plan, self.drafts = widget.page, {}

    def on_plan_grid_moved(self, message):
        self.drafts[message.habit_id] = message.squares
        rows = (replaced(row, squares=self.drafts.get(row.item_id, row.squares)) for row in self.plan.rows)
        self.widget.page = replaced(self.plan, rows=tuple(rows))


@pytest.mark.parametrize("burst", [1, 2, 3, 4, 5, 7, 100])
async def test_h10_squares_moved_faster_than_they_are_written_are_all_moved(begun, burst):
    calls, news = (PlanRow(name, name, HABIT, (1, 2), target=2, movable=True) for name in ("Calls", "News"))
    grid = PlanGrid()
    grid.set_reactive(PlanGrid.page, PlanPage(WEEK, (calls, news), today=1))
    one_day_on = ["space", "right", "space"]
    keys = ["right", *one_day_on * 5, *["left"] * 6, *one_day_on * 6, "down", *["left"] * 6, *one_day_on * 3]
    async with held(begun, grid, holder=Slow) as it:
        grid.focus()
        await it.pilot.pause()
        for number, key in enumerate(keys, 1):
            it.pilot.app.post_message(events.Key(key, key_to_character(key)))
            if number % burst == 0:
                await asyncio.sleep(0)
        for _key in keys:
            await it.pilot.pause(0)
        await it.pilot.pause()
        assert grid.squares == it.pilot.app.screen.drafts == {"Calls": (7, 7), "News": (2, 4)}


async def test_what_the_screen_refuses_stands_where_it_was(begun):
    row = PlanRow("Calls", "Calls", HABIT, (1, 2), target=2, movable=True)
    page = PlanPage(WEEK, (row,), today=1)

    class Refusing(Holder):
        def on_plan_grid_moved(self, message):
            message.stop()
            self.widget.page = page

    grid = PlanGrid()
    grid.set_reactive(PlanGrid.page, page)
    async with held(begun, grid, holder=Refusing) as it:
        grid.focus()
        await it.pilot.press("space", "right", "space")
        await it.pilot.pause()
        assert grid.squares == {"Calls": (1, 2)}
