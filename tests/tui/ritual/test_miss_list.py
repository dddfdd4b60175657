"""What was missed, and why: one key each."""

from __future__ import annotations

from contextlib import asynccontextmanager

import pytest
from textual import events
from textual.keys import key_to_character

from lundi.habits.misses import AIM, KNOW, OTHER, REASONS, TIME, WISH
from tests.tui.facts import WEEK, Holder, held, missed, on_weekdays, quota
from tui.ritual.misses.rows import REASON_KEYS, MissList

CALLS, NEWS, NOTES = quota("Calls"), quota("News of clients", 2), on_weekdays("Notes", 1, 2, 3, 4, 5)
THREE = (missed(CALLS, 4, 5, 5), missed(NEWS, 1, 2, 2, reason=TIME), missed(NOTES, 3, 5, 2, 4))
SIZES = [(76, (80, 24)), (78, (120, 36)), (36, (40, 18))]


class Posted(Holder):
    """Keeps what the list says."""

    def __init__(self, widget, width):
        super().__init__(widget, width)
        self.said = []

    def on_miss_list_reason_given(self, message):
        self.said.append((message.habit.name, message.reason))

    def on_miss_list_done(self, message):
        self.said.append(("done", message.habit.name, message.days))

    def on_miss_list_excused(self, message):
        self.said.append(("excused", message.habit.name, message.days))


@asynccontextmanager
async def listed(store, *rows, width=76, size=(80, 24), lang="en"):
    """The list with the focus, and a way to press keys."""
    widget = MissList()
    async with held(store, widget, width, size, lang, holder=Posted) as it:
        widget.missed = rows
        await it.pilot.pause()
        widget.focus()
        await it.pilot.pause()
        yield it


async def press(it, *keys):
    for key in keys:
        it.pilot.app.post_message(events.Key(key, key_to_character(key)))
    for _key in keys:
        await it.pilot.pause()
    await it.pilot.pause()


def said(it):
    return it.pilot.app.screen.said


@pytest.mark.parametrize(("width", "size"), SIZES)
async def test_f16_each_miss_has_its_row_its_days_and_its_reason(store, width, size):
    async with listed(store, *THREE, width=width, size=size) as it:
        assert it.lines[0] == "What got in the way"
        assert "4/5" in it.line("Calls")
        news = it.lines.index(it.line("News of clients"))
        row = " ".join(it.lines[news : news + (2 if width < 60 else 1)])
        assert "1/2" in row
        assert "Tue" in row
        assert "no time" in row
        assert "Tue Thu" in it.text


@pytest.mark.parametrize("reason", REASONS)
async def test_h45_every_reason_is_one_key_and_the_same_key_takes_it_back(store, reason):
    (key,) = [key for key, meant in REASON_KEYS.items() if meant == reason]
    async with listed(store, missed(CALLS, 4, 5, 5)) as it:
        await press(it, key)
        assert said(it) == [("Calls", reason)]
        it.widget.missed = (missed(CALLS, 4, 5, 5, reason=reason),)
        await press(it, key)
        assert said(it) == [("Calls", reason), ("Calls", "")]


async def test_h45_the_reasons_have_the_letters_of_no_other_key():
    assert set(REASON_KEYS.values()) == {KNOW, WISH, TIME, AIM, OTHER}
    assert not set(REASON_KEYS) & set("hjklds")


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_every_key_is_shown_with_its_word(store, lang):
    async with listed(store, *THREE, lang=lang) as it:
        await press(it, "down", "down")
        assert [key for key, _word in it.widget.key_words] == [*REASON_KEYS, "d", "s", "← →"]
        for key, word in it.widget.key_words:
            assert f" {key} {word}" in " ".join(it.lines)


async def test_what_was_said_is_marked_without_colour(store):
    async with listed(store, *THREE) as it:
        await press(it, "down")
        assert "› t no time" in it.text
        assert it.line("› News").endswith("no time")


async def test_d_posts_every_day_that_stayed_hollow(store):
    async with listed(store, *THREE) as it:
        await press(it, "down", "down", "d")
        assert said(it) == [("done", "Notes", (WEEK.days[1], WEEK.days[3]))]


async def test_one_of_the_days_can_be_meant(store):
    async with listed(store, *THREE) as it:
        await press(it, "down", "down", "right", "right", "d", "s", "right", "d")
        assert "›Thu" not in it.text
        thursday = WEEK.days[3]
        assert said(it) == [
            ("done", "Notes", (thursday,)),
            ("excused", "Notes", (thursday,)),
            ("done", "Notes", (WEEK.days[1], thursday)),
        ]
        await press(it, "left")
        assert "Tue›Thu" in it.text


async def test_two_squares_of_one_day_are_one_day_and_two_ticks(store):
    async with listed(store, missed(CALLS, 2, 5, 2, 2, 4)) as it:
        assert "Tue Thu" in it.text
        await press(it, "l", "d", "h", "d")
        tuesday, thursday = WEEK.days[1], WEEK.days[3]
        assert said(it) == [("done", "Calls", (tuesday, tuesday)), ("done", "Calls", (tuesday, tuesday, thursday))]


async def test_an_excuse_takes_nothing_from_a_number_a_week_so_it_is_not_offered(store):
    async with listed(store, *THREE) as it:
        assert "s" not in dict(it.widget.key_words)
        await press(it, "s")
        assert said(it) == []


async def test_without_a_hollow_day_only_reasons_are_asked(store):
    async with listed(store, missed(NOTES, 3, 5)) as it:
        assert [key for key, _word in it.widget.key_words] == [*REASON_KEYS]
        await press(it, "d", "s", "right", "n")
        assert said(it) == [("Notes", KNOW)]


async def test_keys_in_a_burst_are_meant_for_the_row_under_the_cursor(store):
    async with listed(store, *THREE) as it:
        await press(it, "t", "down", "m", "j", "o", "k", "c")
        assert said(it) == [("Calls", TIME), ("News of clients", WISH), ("Notes", OTHER), ("News of clients", AIM)]


async def test_the_cursor_ends_at_the_last_row_and_says_so(store):
    async with listed(store, *THREE) as it:
        assert not it.widget.move(-1)
        assert it.widget.move(1)
        assert it.widget.move(1)
        assert not it.widget.move(1)
        await it.pilot.pause()
        assert it.line("› Notes")


async def test_the_cursor_stays_on_its_habit_when_another_one_goes(store):
    async with listed(store, *THREE) as it:
        await press(it, "down", "right", "down")
        it.widget.missed = THREE[1:]
        await it.pilot.pause()
        assert it.line("› Notes")
        it.widget.missed = THREE[1:2]
        await it.pilot.pause()
        assert it.line("› News")


async def test_without_a_miss_it_takes_no_line_and_no_focus(store):
    async with listed(store) as it:
        assert it.lines == []
        assert not it.widget.has_focus
        assert it.widget.key_words == ()


async def test_after_the_last_miss_it_is_gone(store):
    async with listed(store, THREE[0]) as it:
        assert it.widget.has_focus
        it.widget.missed = ()
        await it.pilot.pause()
        assert it.lines == []
        assert not it.widget.has_focus
        it.widget.missed = THREE
        await it.pilot.pause()
        assert len(it.lines) > 3


async def test_what_stands_below_does_not_move_with_the_cursor(store):
    async with listed(store, *THREE, lang="fr") as it:
        before = it.widget.region
        await press(it, "down", "down")
        assert it.widget.region == before


async def test_a_click_chooses_a_row(store):
    for width, size in SIZES:
        async with listed(store, *THREE, width=width, size=size) as it:
            y = it.lines.index(it.line("Notes"))
            await it.pilot.click(it.widget, offset=(4, y))
            await it.pilot.pause()
            assert it.line("› Notes")


async def test_without_the_focus_there_is_no_cursor(store):
    async with listed(store, *THREE) as it:
        it.pilot.app.screen.set_focus(None)
        await it.pilot.pause()
        assert "›" not in it.text


async def test_long_names_and_all_days_fit(store):
    rows = (
        missed(quota("報告を書く" * 30, 20), 3, 20, *[1, 2, 3, 4, 5, 6, 7] * 2, reason=AIM),
        missed(on_weekdays("[b]x[/b] " * 30, 1), 0, 1, 1, reason=OTHER),
    )
    for width, size in SIZES:
        async with listed(store, *rows, width=width, size=size) as it:
            assert "[b]x[/b]" in it.text
            assert "3/20" in it.text
            assert "Mon Tue Wed Thu Fri Sat Sun" in it.text
            assert "something else" in it.text


async def test_it_speaks_french(store):
    async with listed(store, *THREE, lang="fr") as it:
        assert it.lines[0] == "Ce qui manque, et pourquoi"
        assert "mar jeu" in it.line("Notes")
        assert it.line("News").endswith("pas le temps")
