"""What the Week says of things that were begun elsewhere: sequences left half-way, actions of the plan given back."""

from __future__ import annotations

from storage.ideas.intents import read_chosen, unchoose_idea
from tests.tui.conftest import at


async def test_a_ritual_that_was_left_is_named_with_the_key_that_goes_on(open_app, hand):
    hand.habit("Calls")
    async with open_app(hand.store) as it:
        assert "No plan this week." in it.text
        await it.press("r", "enter", "escape")
        assert "The ritual waits, at step 2. r goes on." in it.text
        await it.press("r")
        assert "Course" in it.text
        await it.press("escape")
        hand.commit()
        it.app.main.show()
        await it.press()
        assert "The ritual waits" not in it.text  # it is committed without it


async def test_a_ritual_that_was_only_looked_at_waits_for_nothing(open_app, hand):
    hand.habit("Calls")
    async with open_app(hand.store) as it:
        await it.press("r", "escape")
        assert "The ritual waits" not in it.text


async def test_a_first_run_that_was_left_goes_on_with_r(open_app, store):
    async with open_app(store, first_run=True) as it:
        await it.press("enter")
        await it.type("Nobody waits until tomorrow")
        await it.press("enter", "escape")
        assert "The first questions wait, at number 2. r goes on." in it.text
        assert "r ritual" in it.footer
        await it.press("r")
        assert "What does one see?" in it.text


async def test_an_action_that_was_given_back_is_seen_and_counts(open_app, hand):
    hand.habit("Calls")
    hand.commit("Write the page", "Call the printer")
    async with open_app(hand.store, size=(120, 36)) as it:
        before = it.score
        gone = next(one for one in read_chosen(hand.store, at("2026-11-18").week) if one.title == "Write the page")
        unchoose_idea(hand.store, gone, at("2026-11-18"))
        await it.look_around()
        it.app.main.show()
        await it.press()
        line = it.line("Write the page")
        assert line.rstrip().endswith("replaced")
        assert "–" in line
        assert it.score == before  # it counts all the same
        await it.press("down", "down", "down")
        assert "Call the printer" in it.chosen  # no cursor goes to it


def test_the_shell_says_it_too(run, hand):
    hand.habit("Calls")
    hand.commit("Write the page")
    hand.store.connection.execute("UPDATE action SET state = 'idea', week = NULL")
    assert "–  Write the page (replaced)" in run("week").stdout


async def test_an_idea_is_kept_from_the_course(open_app, hand):
    hand.habit("Calls")
    async with open_app(hand.store) as it:
        await it.press("r", "enter")
        assert "i idea" in it.text
        await it.press("i")
        assert it.is_asking
        await it.type("Ask the baker")
        await it.press("enter")
        assert it.rows("SELECT title FROM action") == [("Ask the baker",)]
        assert "Course" in it.text
