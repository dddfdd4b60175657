"""The plan of a week as a grid: squares that are carried, days off, a storm week."""

from __future__ import annotations

from contextlib import asynccontextmanager

import pytest
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from lundi.habits.history import OFF, STORM
from lundi.habits.plans import digits_of_squares
from lundi.ritual.plan import PlanPage
from storage.ideas.intents import choose_idea, read_ideas
from storage.ritual.plan import read_plan_page
from storage.store import Store
from tests.tui.conftest import at
from tui.ritual.planning.grid import PlanGrid

MONDAY, WEDNESDAY = "2026-11-16", "2026-11-18"
SIZES = [(80, 24), (120, 36)]


class Planning(Screen[None]):
    """Carries out what the grid asks for: before the commit drafts, after it changes."""

    CSS = "Planning { padding: 1 2; }"
    BINDINGS = [Binding("enter", "commit"), Binding("escape,down,up", "passed")]

    def __init__(self, store: Store, day: str) -> None:
        super().__init__()
        self.store, self.moment = store, at(day)
        self.drafted: dict[str, str] = {}
        self.said: list[str] = []
        self.changed = self.passed = 0

    def compose(self) -> ComposeResult:
        grid = PlanGrid()
        grid.set_reactive(PlanGrid.page, self.read())
        yield grid

    def read(self) -> PlanPage:
        return read_plan_page(self.store, self.moment.week, self.moment.day, self.drafted)

    @property
    def grid(self) -> PlanGrid:
        return self.query_one(PlanGrid)

    def on_plan_grid_moved(self, message: PlanGrid.Moved) -> None:
        if self.grid.page.planned:
            habit = next(habit for habit in self.store.habits() if habit.id == message.habit_id)
            self.store.move_squares(self.moment.week, habit, message.squares, self.moment)
        else:
            self.drafted[message.habit_id] = digits_of_squares(message.squares)
        self.grid.page = self.read()

    def on_plan_grid_day_off(self, message: PlanGrid.DayOff) -> None:
        self.store.toggle_day_off(self.moment.week.days[message.weekday - 1], self.moment)
        self.grid.page = self.read()

    def on_plan_grid_storm(self) -> None:
        self.store.mark_week(self.moment.week, None if self.grid.page.is_storm else STORM, self.moment)
        self.grid.page = self.read()

    def on_plan_grid_refused(self, message: PlanGrid.Refused) -> None:
        self.said.append(message.sentence)

    def on_plan_grid_changed(self) -> None:
        self.changed += 1

    def action_commit(self) -> None:
        self.store.commit_chosen(self.moment, self.grid.squares)
        self.grid.page = self.read()

    def action_passed(self) -> None:
        self.passed += 1


@pytest.fixture
def calls(hand):
    """Three calls a week, the article on Mondays and Thursdays, one talk; an action; nothing committed."""
    hand.habit("Calls", "3", minutes=10)
    hand.habit("Article", "mon thu")
    hand.habit("Talk", "1")
    hand.store.capture("Write to Ronan", at(MONDAY))
    choose_idea(hand.store, read_ideas(hand.store, at(MONDAY).week)[0], at(MONDAY))
    return hand.store


@pytest.fixture
def planning(open_app):
    """Open the grid over the dashboard."""

    @asynccontextmanager
    async def opened(store, *, day=MONDAY, **options):
        async with open_app(store, **{"now": f"{day}T09:10", **options}) as it:
            await it.app.push_screen(Planning(store, day))
            it.app.screen.grid.focus()
            await it.pilot.pause()
            yield it

    return opened


def row(it, name: str) -> str:
    """The signs of a row, a day after the other: '□··□···'."""
    return "".join(it.cell(name, day) for day in it._columns())


def words(it) -> dict[str, str]:
    return dict(it.app.screen.grid.key_words)


def planned(it) -> list[str]:
    return [squares for (squares,) in it.rows("SELECT squares FROM plan_line WHERE kind = 'habit' ORDER BY position")]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("lang", "week", "two"), [("en", "Week 47", "The two"), ("fr", "Semaine 47", "Les deux")])
async def test_habits_have_their_days_and_the_two_have_none(planning, calls, size, lang, week, two):
    async with planning(calls, size=size, lang=lang) as it:
        assert row(it, "Calls") == "□□·□···"
        assert row(it, "Article") == "□··□···"
        assert it.line(week)
        assert it.text.index("Talk") < it.text.index(two) < it.text.index("Write to Ronan")
        assert "□ Write to Ronan" in it.line("Write to Ronan")


async def test_h10_a_row_says_the_minutes_of_the_week(planning, calls):
    async with planning(calls) as it:
        assert it.line("Calls").endswith("30\u00a0min")
        assert it.line("time")
        assert it.line("Talk").endswith("·")


@pytest.mark.parametrize("size", SIZES)
async def test_a_square_is_taken_up_carried_and_put_down(planning, calls, size):
    async with planning(calls, size=size) as it:
        await it.press("right", "space")
        assert row(it, "Calls") == "□‹□›·□···"
        await it.press("right", "right")
        assert row(it, "Calls") == "□··‹□□›···"
        assert it.app.screen.drafted == {}
        await it.press("space")
        assert row(it, "Calls") == "□··□□···"
        assert list(it.app.screen.drafted.values()) == ["144"]
        assert it.app.screen.grid.page.rows[0].squares == (1, 4, 4)


async def test_enter_puts_down_and_with_nothing_in_hand_it_is_the_screens(planning, calls):
    async with planning(calls) as it:
        await it.press("space", "right", "right", "enter")
        assert list(it.app.screen.drafted.values()) == ["234"]
        assert planned(it) == []
        await it.press("enter")
        assert planned(it) == ["234", "14", "1"]


async def test_esc_puts_back_and_with_nothing_in_hand_it_is_the_screens(planning, calls):
    async with planning(calls) as it:
        await it.press("space", "right", "right", "escape")
        assert row(it, "Calls") == "□□·□···"
        assert it.cursor_day == "Mon"
        assert it.app.screen.drafted == {}
        assert it.app.screen.passed == 0
        await it.press("escape")
        assert it.app.screen.passed == 1


@pytest.mark.parametrize("leaving", ["down", "j", "o", "w"])
async def test_nothing_in_hand_is_ever_lost(planning, calls, leaving):
    async with planning(calls) as it:
        await it.press("space", "right", "right", leaving)
        assert list(it.app.screen.drafted.values()) == ["234"]
        assert it.app.screen.grid.in_hand is None


async def test_nothing_in_hand_is_lost_when_something_else_has_the_focus(planning, calls):
    async with planning(calls) as it:
        await it.press("space", "right")
        it.app.screen.set_focus(None)
        await it.pilot.pause()
        assert list(it.app.screen.drafted.values()) == ["224"]


async def test_the_squares_on_the_screen_are_those_in_hand_too(planning, calls):
    async with planning(calls) as it:
        await it.press("space", "right", "right")
        assert sorted(it.app.screen.grid.squares.values()) == [(1,), (2, 3, 4)]


async def test_put_down_where_it_was_is_no_change(planning, calls):
    async with planning(calls) as it:
        await it.press("space", "right", "left", "space")
        assert it.app.screen.drafted == {}


async def test_a_square_never_leaves_the_week(planning, calls):
    async with planning(calls) as it:
        await it.press("space", *["left"] * 3, *["right"] * 9, "space", "down", "down", *["left"] * 9, "space", "left")
        assert list(it.app.screen.drafted.values()) == ["247"]
        assert row(it, "Calls") == "·□·□··□"


async def test_keys_in_a_burst_move_squares_and_commit_to_them(planning, calls):
    async with planning(calls) as it:
        carried = ["space", "l", "l", "space", "space", "l", "space"]  # on to Thursday in two goes
        talk = ["j", "j", "h", "h", "h", "space", "l", "l", "l", "l", "enter"]
        await it.hurry(*carried, *talk, "enter")
        assert planned(it) == ["244", "14", "5"]
        await it.pilot.pause()
        assert row(it, "Talk") == "····□··"


async def test_after_the_commit_each_move_is_a_change_that_u_takes_back(planning, calls):
    calls.commit_chosen(at(MONDAY))
    async with planning(calls) as it:
        await it.press("space", "right", "right", "space")
        assert planned(it) == ["234", "14", "1"]
        await it.press("space", "right", "space")
        assert planned(it) == ["244", "14", "1"]
        assert it.rows("SELECT intent FROM batch ORDER BY id DESC LIMIT 2") == [("plan-moved",)] * 2


@pytest.mark.parametrize(("lang", "said"), [
    ("en", "Article has fixed days. `e` on the Week changes them."),
    ("fr", "Article a des jours fixes. `e` dans la Semaine les change."),
])  # fmt: skip
async def test_fixed_days_stay_and_it_is_said_why(planning, calls, lang, said):
    async with planning(calls, lang=lang) as it:
        await it.press("down", "space", "right", "space")
        assert it.app.screen.said == [said, said]
        assert row(it, "Article") == "□··□···"


@pytest.mark.parametrize(("keys", "said"), [
    (["right", "right", "space"], "Nothing is planned there. Go to a square to take it up."),
    (["down", "down", "down", "space"], "The two have no day of their own: any day of the week is right."),
    (["down", "down", "down", "o"], "Go to a day of a habit first: `o` takes that day off."),
    (["w", "space"], "In a storm week one tick is enough, on any day. `w` makes it an ordinary week again."),
])  # fmt: skip
async def test_what_cannot_be_done_is_said_and_changes_nothing(planning, calls, keys, said):
    async with planning(calls) as it:
        await it.press(*keys)
        assert it.app.screen.said == [said]
        assert it.app.screen.drafted == {}
        assert it.app.screen.grid.in_hand is None
        assert it.rows("SELECT day FROM day_off") == []


async def test_a_day_that_is_over_can_only_be_given_back(planning, calls):
    calls.toggle_day_off(at("2026-11-17").day, at(MONDAY))
    async with planning(calls, day=WEDNESDAY) as it:
        assert it.cursor_day == "Wed"
        await it.press("left", "left", "o")
        assert "beforehand" in it.app.screen.said[0]
        assert "o" not in words(it)
        await it.press("right", "o")
        assert it.rows("SELECT day FROM day_off") == []


@pytest.mark.parametrize("size", SIZES)
async def test_a_day_off_is_marked_and_taken_back(planning, calls, size):
    async with planning(calls, size=size) as it:
        await it.press("right", "right", "o")
        assert row(it, "Talk") == "□·–····"
        assert it.rows("SELECT day FROM day_off") == [("2026-11-18",)]
        assert words(it)["o"] == "no day off"
        await it.press("o")
        assert row(it, "Talk") == "□······"
        await it.press("left", "left", "o")
        assert row(it, "Article") == "–··□···"
        assert row(it, "Calls") == "–□□·□···"  # a number a week stays: its square goes beside the day off


@pytest.mark.parametrize(("lang", "words_of"), [("en", "≈ storm week"), ("fr", "≈ semaine de tem")])
@pytest.mark.parametrize("size", [(90, 24), (120, 36)])
async def test_f33_a_storm_week_shows_the_first_of_each_and_the_rest_comes_back(planning, calls, size, lang, words_of):
    async with planning(calls, size=size, lang=lang) as it:
        await it.press("w")
        assert words_of in it.text
        assert row(it, "Calls") == row(it, "Article") == "□······"
        assert it.line("Calls").endswith("10\u00a0min")
        await it.press("w")
        assert words_of not in it.text
        assert row(it, "Calls") == "□□·□···"


async def test_f24_a_week_off_has_no_square(planning, calls):
    calls.mark_week(at(MONDAY).week, OFF, at(MONDAY))
    async with planning(calls) as it:
        assert "– week off" in it.text
        assert row(it, "Calls") == "–" * 7
        assert it.line("Calls").endswith("–")
        await it.press("space")
        assert it.app.screen.said == ["Nothing is planned in a week off. `w` makes it a storm week."]


async def test_the_keys_that_do_something_are_said(planning, calls):
    async with planning(calls) as it:
        assert words(it) == {"space": "take up", "o": "day off", "w": "storm week"}
        await it.press("space")
        assert words(it) == {"space": "put down", "← →": "carry", "esc": "put back"}
        await it.press("space", "down")
        assert words(it) == {"o": "day off", "w": "storm week"}
        await it.press("down", "down")
        assert words(it) == {"w": "storm week"}
        await it.press("w")
        assert words(it) == {"w": "ordinary week"}
        assert it.app.screen.changed > 0


async def test_the_cursor_stops_at_the_edges_where_the_keys_are_the_screens(planning, calls):
    async with planning(calls) as it:
        await it.press("up")
        assert it.app.screen.passed == 1
        await it.press("left", *["right"] * 9)
        assert it.cursor_day == "Sun"
        await it.press(*["down"] * 4)
        assert "Write to Ronan" in it.chosen
        assert it.app.screen.passed == 2
        assert not it.app.screen.grid.move(1)


async def test_the_cursor_stays_on_its_row(planning, calls):
    async with planning(calls) as it:
        await it.press("down", "down", "down")
        calls.archive_habit(calls.find_habit("Calls"), at(MONDAY))
        it.app.screen.grid.page = it.app.screen.read()
        await it.pilot.pause()
        assert "Write to Ronan" in it.chosen
        for name in ("Article", "Talk"):
            calls.archive_habit(calls.find_habit(name), at(MONDAY))
        it.app.screen.grid.page = it.app.screen.read()
        await it.pilot.pause()
        assert "Write to Ronan" in it.chosen
        await it.press("space", "o", "w", "up", "down")
        assert it.app.screen.grid.row == 0


async def test_what_is_in_hand_goes_where_its_habit_goes(planning, calls):
    async with planning(calls) as it:
        await it.press("space", "right")
        calls.archive_habit(calls.find_habit("Calls"), at(MONDAY))
        it.app.screen.grid.page = it.app.screen.read()
        await it.press("space")
        assert it.app.screen.drafted == {}
        assert it.app.screen.grid.in_hand is None


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_moves_the_cursor(planning, calls, size):
    async with planning(calls, size=size) as it:
        grid = it.app.screen.grid
        columns = dict(grid.cell_columns(grid.size.width))
        await it.pilot.click(PlanGrid, offset=(columns[3] + 2, grid.row_line(1)))
        await it.pilot.pause()
        assert (grid.row, it.cursor_day) == (1, "Thu")
        await it.pilot.click(PlanGrid, offset=(4, grid.row_line(2)))
        await it.pilot.pause()
        assert (grid.row, grid.day) == (2, 3)
        await it.pilot.click(PlanGrid, offset=(6, grid.line_count(grid.size.width) - 1))
        await it.pilot.pause()
        assert "Write to Ronan" in it.chosen
        assert it.app.screen.drafted == {}


async def test_within_its_row_a_click_carries_what_is_in_hand(planning, calls):
    async with planning(calls) as it:
        grid = it.app.screen.grid
        columns = dict(grid.cell_columns(grid.size.width))
        await it.press("space")
        await it.pilot.click(PlanGrid, offset=(columns[5] + 2, grid.row_line(0)))
        await it.pilot.pause()
        assert row(it, "Calls") == "·□·□·‹□›·"
        await it.pilot.click(PlanGrid, offset=(columns[1] + 2, grid.row_line(2)))
        await it.pilot.pause()
        assert list(it.app.screen.drafted.values()) == ["246"]


@pytest.fixture
def full(hand):
    """Eight habits, one of twenty a week, and two actions."""
    hand.room_for(8)
    for number in range(7):
        hand.habit(f"Habit {number} {'x' * number * 6}", str(number + 1))
    hand.habit("Twenty", "20", minutes=75)
    for title in ("Write to Ronan " * 5, "Call Maud"):
        hand.store.capture(title, at(MONDAY))
    for idea in read_ideas(hand.store, at(MONDAY).week):
        choose_idea(hand.store, idea, at(MONDAY))
    return hand.store


@pytest.mark.parametrize("size", SIZES)
async def test_eight_habits_and_the_two_are_all_in_sight(planning, full, size):
    async with planning(full, size=size) as it:
        assert all(f"Habit {number}" in it.text for number in range(7))
        assert row(it, "Twenty") == "□4" * 5 + "··"
        assert it.line("Call Maud")
        assert it.app.screen.max_scroll_y == 0


async def test_below_sixty_columns_the_day_of_the_cursor_alone_is_shown(planning, full):
    async with planning(full, size=(50, 20)) as it:
        assert "Mon" in it.text
        assert "Tue" not in it.text
        await it.press("down", "space", "right")
        assert "Tue" in it.line("Week 47")
        assert "‹□›" in it.chosen


@pytest.mark.parametrize("size", [(40, 12), (59, 12), (60, 12), (200, 60)])
@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_every_size_holds_the_grid(planning, full, size, lang):
    async with planning(full, size=size, lang=lang) as it:
        await it.press("space", "right", "space", *["down"] * 9, "o", "w", "up", "up", "o", "right", "space")
        assert it.app.screen.grid.page.is_storm
        await it.pilot.resize_terminal(40, 12)
        await it.pilot.resize_terminal(120, 36)
        assert it.app.is_running


async def test_without_colour_every_state_has_a_sign(planning, calls):
    """What is read here is text alone."""
    async with planning(calls) as it:
        assert it.chosen.lstrip().startswith("› Calls")
        await it.press("space")
        assert "‹□›" in it.text
        await it.press("escape", "right", "right", "o")
        assert "–" in row(it, "Talk")


async def test_an_empty_plan_takes_every_key(planning, store):
    async with planning(store) as it:
        await it.press("space", "o", "escape", "up", "down", "left", "right")
        assert it.app.screen.grid.squares == {}
        assert words(it) == {"w": "storm week"}
