"""Tracking: the year, a day's details, how each habit stands."""

from __future__ import annotations

import re

import pytest

from lundi.time.days import Moment
from lundi.time.weeks import Week
from lundi.week.year import week_days, week_levels
from storage.habits.history import read_history
from tui.kit.drawing.voices import voices

WEEK = Week.parse("2026-W47")
ROOMY = (120, 36)
HABITS = ("Calls", "Monday article", "Ask a client", "Half an hour", "One service")
HOSTILE = {
    "long": "n" * 300,
    "markup": "[red]",
    "closing": "[/x]",
    "variable": "$x",
    "escape": "\x1b[31mred",
    "override": "abc\u202edef",
    "emoji": "party 🎉 rocket 🚀",
    "cjk": "習慣トラッカー日本語の名前がとても長いです",
}
_SIGNS = "·▁▃▅▇"
_LABELS = 6


def days(it, pitch=1, weeks=53):
    """The seven lines of the year, a sign a week."""
    start = next(number for number, line in enumerate(it.lines) if line.strip().startswith("Mon "))
    first = it.lines[start].index("Mon") + _LABELS
    return [line.ljust(120)[first : first + weeks * pitch : pitch] for line in it.lines[start : start + 7]]


def chosen(it):
    """The lines of the table that the cursor's sign stands on."""
    return [line for line in it.lines if "›" in line and "everything" not in line]


def legend(it):
    """The signs between the words of the legend, the one of the day under the cursor with '›' before it."""
    return it.line("everything").split("nothing")[1].split("everything")[0].replace("›", " ›").split()


def levels(store, habit_name=None):
    """What the method says of each week shown, Monday first; '' for what is to come or blank."""
    history = read_history(store.connection, WEEK + -53, WEEK)
    habits = [habit for habit in history.habits if habit_name in (None, habit.name)]
    return [(WEEK + offset, week_levels(week_days(history, habits, WEEK + offset))) for offset in range(-52, 1)]


@pytest.mark.parametrize("habit", [None, "Calls", "Monday article"])
async def test_every_square_of_the_year_without_colour(open_app, year, monkeypatch, habit):
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app(year) as it:
        await it.press("4", *["tab"] * (0 if habit is None else HABITS.index(habit) + 1), "left")
        shown = days(it)
        seen = set()
        for column, (week, expected) in enumerate(levels(year, habit)):
            for day, level in enumerate(expected):
                if level is not None and week.days[day].isoformat() <= "2026-11-18":
                    assert shown[day][column] == _SIGNS[level], (week, day)
                    seen.add(_SIGNS[level])
                else:
                    assert shown[day][column] in " ╎", (week, day)
        assert seen >= {"·", "▇"}
        assert "nothing  · ▁ ▃ ▅ ▇  everything" in it.text.replace("›", " ")


async def test_the_legend_points_at_what_the_day_under_the_cursor_has(open_app, year):
    """So that the shades need not be told apart."""
    expected = dict(levels(year))
    async with open_app(year) as it:
        await it.press("4")
        assert legend(it)[0] == "›·"  # nothing yet today
        seen = set()
        for back in range(1, 40):
            await it.press("left")
            level = expected[WEEK + -back][2]
            signs = ["·", "■", "■", "■", "■"]
            if level is not None:
                signs[level] = "›" + signs[level]
            assert legend(it) == signs
            seen.add(level)
        assert seen >= {None, 0, 2, 4}


async def test_a_square_has_the_colour_of_its_level(open_app, year):
    async with open_app(year, size=ROOMY) as it:
        await it.press("4")
        roles = voices(it.app.current_theme)
        colours = {roles[f"level{level}"].color.get_truecolor(): level for level in range(5)}
        top = next(number for number, line in enumerate(it.lines) if line.strip().startswith("Mon "))
        first = it.lines[top].index("Mon") + _LABELS
        seen = set()
        strips = it.app.screen._compositor.render_strips()
        for column, (_week, expected) in list(enumerate(levels(year)))[:52]:
            for day, level in enumerate(expected):
                (cell,) = strips[top + day].crop(first + 2 * column, first + 2 * column + 1)
                if level is not None:
                    assert cell.text == ("■" if level else "·")
                    assert colours[cell.style.color.get_truecolor()] == level
                    seen.add(level)
        assert seen == {0, 1, 2, 4}  # no day of the sample is between two thirds and all


async def test_the_five_signs_without_colour(open_app, hand, monkeypatch):
    """A week committed on its Friday has its five squares on that day."""
    monkeypatch.setenv("NO_COLOR", "1")
    hand.habit("Calls", on="2026-10-05")
    fridays = ["2026-10-09", "2026-10-16", "2026-10-23", "2026-10-30", "2026-11-06", "2026-11-13"]
    for done, friday in enumerate(fridays):
        hand.commit(on=friday)
        if done:
            hand.tick("Calls", friday, count=done)
    async with open_app(hand.store) as it:
        await it.press("4")
        assert days(it)[4].strip() == "·▁▃▃▅▇"


async def test_storm_weeks_and_weeks_without_a_plan_are_marked(open_app, year):
    async with open_app(year) as it:
        await it.press("4")
        top = next(number for number, line in enumerate(it.lines) if line.strip().startswith("Mon "))
        marks = it.lines[top + 7].ljust(80)
        first = it.lines[top].index("Mon") + _LABELS
        assert [marks[first + 52 + offset] for offset in (-22, -16)] == ["–", "≈"]
        assert marks[first : first + 53].count("–") == 1


async def test_tab_goes_through_the_habits_and_back_to_all(open_app, year):
    async with open_app(year, size=ROOMY) as it:
        await it.press("4")
        assert "all habits" in it.line("everything")
        assert chosen(it) == []
        for habit in HABITS:
            await it.press("tab")
            assert habit in it.line("everything")
            assert [habit in line for line in chosen(it)] == [True]
        await it.press("tab")
        assert "all habits" in it.line("everything")
        await it.press("shift+tab")
        assert "One service" in it.line("everything")


async def test_the_cursor_moves_by_days_and_weeks_and_never_into_the_future(open_app, year):
    async with open_app(year) as it:
        await it.press("4")
        x, y = it.cursor
        await it.press("right", "down")
        assert it.cursor == (x, y)
        await it.press("left")
        assert it.cursor == (x - 1, y)
        await it.press("h", "down")
        assert it.cursor == (x - 2, y + 1)
        await it.press("k", "up", "l")
        assert it.cursor == (x - 1, y - 1)
        await it.press("t")
        assert it.cursor == (x, y)


async def test_enter_shows_what_happened_that_day(open_app, year):
    calls = year.find_habit("Calls")
    now = Moment(WEEK.days[2], "2026-11-18T09:00:00")
    year.set_note(calls, WEEK.days[1], "two [bold]voices[/bold]", now)
    year.excuse(year.find_habit("study"), WEEK.days[1], "ill", now)
    year.tick(calls, WEEK.days[1], now, smallest=True)
    async with open_app(year, size=ROOMY) as it:
        await it.press("4", "up", "enter")
        assert len([line for line in it.lines if "■ Calls" in line]) == 2
        assert "▪ Calls" in it.text
        assert "entered Wed 18 Nov" in it.line("▪ Calls")
        assert "two [bold]voices[/bold]" in it.text
        assert "Half an hour of study: excused, ill" in it.text
        await it.press("escape", "up", "up", "up", "enter")
        assert "14 November 2026" in it.text
        assert "Nothing that day." in it.text


@pytest.fixture
def old(hand):
    """'Calls' ticked in 2016 and never since."""
    hand.habit("Calls", on="2016-03-07")
    for day in ("2016-03-07", "2016-03-08", "2016-06-14"):
        hand.tick("Calls", day)
    return hand.store


async def test_years_ago_are_reached_by_keys(open_app, old):
    async with open_app(old) as it:
        await it.press("4")
        assert not any("■" in line for line in days(it))
        await it.press(*["pageup"] * 10)
        assert "2016" in it.line("everything")
        assert sum(line.count("■") for line in days(it)) == 3
        await it.press("pageup", "pageup")
        assert sum(line.count("■") for line in days(it)) <= 3
        assert "2014" not in it.text
        await it.press("t")
        assert "2016" not in it.text
        assert not any("■" in line for line in days(it))


async def test_earlier_years_are_reached_by_the_cursor_too(open_app, hand):
    hand.habit("Calls", on="2024-10-07")
    hand.tick("Calls", "2025-11-05", count=1)
    async with open_app(hand.store) as it:
        await it.press("4", *["left"] * 54)
        assert "Nov 2025" in it.line("everything")
        assert sum(line.count("■") for line in days(it)) == 1
        await it.press("enter")
        assert "5 november 2025" in it.text.lower()
        assert "■ Calls" in it.text


@pytest.mark.parametrize("size", [(80, 24), ROOMY])
async def test_an_archived_habit_is_listed_last(open_app, hand, size):
    hand.habit("Calls")
    hand.habit("Walk", "3")
    hand.tick("Calls", "2026-11-16")
    hand.store.archive_habit(hand.store.find_habit("Calls"), Moment(WEEK.days[2], "2026-11-18T09:00:00"))
    async with open_app(hand.store, size=size) as it:
        await it.press("4")
        assert "archived" in it.line("Calls")
        assert it.lines.index(it.line("Walk")) < it.lines.index(it.line("Calls"))
        await it.press("shift+tab")
        assert "Calls" in it.line("everything")
        assert sum(line.count("■") for line in days(it, 1 + (size == ROOMY))) == 1


@pytest.mark.parametrize("size", [(80, 24), ROOMY])
async def test_complete_at_both_sizes(open_app, year, size):
    async with open_app(year, size=size) as it:
        await it.press("4")
        for habit in HABITS:
            assert habit in it.text
        for count, strength in (("2/5", "10/13"), ("1/1", "12/13"), ("1/2", "11/13"), ("0/1", "9/13")):
            assert any(count in line and strength in line for line in it.lines), (count, strength)
        assert "28 of 45" in it.text or "28 weeks held out of 45" in it.text
        for figure in ("84%", "Mondays held"):
            assert figure in it.text
        assert "11 of 13" in it.text or "11/13" in it.text
        bars = [line for line in it.lines if sum(line.count(bar) for bar in "▁▂▃▄▅▆▇█") > 10]
        assert len(bars) == (3 if size == ROOMY else 2)
        assert "keys" in it.footer


@pytest.mark.parametrize("size", [(80, 24), ROOMY])
async def test_the_number_of_weeks_without_a_plan_is_shown(open_app, year, size):
    async with open_app(year, size=size) as it:
        await it.press("4")
        assert re.search(r"without a plan 1| 1\n.*without a plan", it.text)


async def test_the_empty_sentence(open_app, store):
    async with open_app(store) as it:
        await it.press("4")
        assert "The first square appears with the first tick." in it.text
        before = it.text
        await it.press("tab", "shift+tab", "pageup", "pagedown", "t")
        assert it.text == before


async def test_twenty_habits_scroll(open_app, hand):
    hand.room_for(20)
    for number in range(1, 21):
        hand.habit(f"Habit number {number:02}")
    async with open_app(hand.store) as it:
        assert "number 20" not in it.text
        await it.press(*["down"] * 19)
        assert "number 20" in it.chosen
        await it.press("space")
        assert it.line("number 20").rstrip().endswith("1/5")
        await it.press("4")
        assert "number 20" not in it.text
        await it.press("shift+tab")
        assert ["number 20" in line for line in chosen(it)] == [True]
        await it.press("tab")
        assert "all habits" in it.line("everything")


@pytest.mark.parametrize("size", [(80, 24), ROOMY])
async def test_any_name_is_harmless_and_moves_nothing(open_app, hand, size):
    hand.room_for(20)
    hand.habit("Plain")
    for name in HOSTILE.values():
        hand.habit(name)
    async with open_app(hand.store, size=size) as it:
        _all_counts_aligned(it, "0/5", len(HOSTILE) + 1)
        for shown in ("[red]", "[/x]", "$x", "[31mred", "abcdef", "party 🎉 rocket 🚀", "習慣トラッカー"):
            assert shown in it.text
        await it.press("space")
        await it.press("4", "tab")
        _all_counts_aligned(it, "/5")
        await it.press("shift+tab", "shift+tab")
        assert ["習慣トラッカー" in line for line in chosen(it)] == [True]
        _all_counts_aligned(it, "/5")
        assert "\x1b" not in it.text
        assert "\u202e" not in it.text
        await it.press("enter")
        assert "■ Plain" in it.text


def _all_counts_aligned(it, count, rows=None):
    places = set()
    lines = [line for line in it.lines if count in line]
    assert len(lines) == rows if rows else len(lines) > 4, it.text
    for line in lines:
        row = "".join(cell or "\0" for cell in it.cells_of(line))
        places.add(row.index(count) if count in row else None)
    assert len(places) == 1, it.text


@pytest.mark.parametrize("name", ["[red]", "[/x]", "$x", "n" * 300])
async def test_any_name_is_harmless_in_what_is_asked(open_app, hand, name):
    hand.habit(name)
    async with open_app(hand.store) as it:
        await it.press("n")
        assert "A note:" in it.text
        assert name[:20] in it.text
        await it.type("[b]note[/]")
        await it.press("enter", "space", "enter")
        assert "[b]note[/]" in it.text
        await it.press("escape", "u")
        assert it.notice.startswith(f"Undone: {name[:20]}")
