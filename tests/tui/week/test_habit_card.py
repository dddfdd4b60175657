"""Habits in the dashboard: the card, another rhythm, their order, settling, archiving, taking up again."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.widgets import Input

CARD = ["Calls", "5", "2026-W48", "one message", "", "", "", "", "2027-02-15"]


async def fill(it, **texts: str) -> None:
    """Put texts into fields of the dialog, by id."""
    for field, text in texts.items():
        it.app.screen.query_one(f"#{field}").value = text
    await it.pilot.pause()


def goals(it, name: str) -> list[tuple[object, ...]]:
    return it.rows(
        "SELECT from_week, kind, target, days, every FROM habit_goal JOIN habit ON habit.id = habit_id"
        " WHERE name = ? ORDER BY from_week",
        name,
    )


# The card


async def test_a_habit_with_its_whole_card(open_app, store):
    async with open_app(store) as it:
        await it.press("a")
        await fill(
            it,
            name="Calls",
            rhythm="mon thu",
            minimum="one message",
            after="the coffee",
            place="in the office",
            usual_time="at ten",
            minutes="10",
            review="8",
        )
        assert "After the coffee, in the office, at ten, Mon, Thu: Calls; at least one" in it.text
        await it.press("ctrl+s")
        assert it.rows("SELECT name, minimum, after, place, usual_time, minutes, review_on, added_on FROM habit") == [
            ("Calls", "one message", "the coffee", "in the office", "at ten", 10, "2027-01-13", "2026-11-18")
        ]
        assert goals(it, "Calls") == [("2026-W47", "weekdays", 2, "14", 1)]
        assert it.line("after the coffee").strip() == "after the coffee, in the office, at ten   minimum one message"


async def test_h17_the_sentence_follows_what_is_typed_and_an_empty_field_drops_its_clause(open_app, store):
    async with open_app(store, lang="fr") as it:
        await it.press("a")
        assert "Seules les deux premières" in it.text
        await fill(it, name="Appels", rhythm="5")
        assert "5 par semaine\u00a0: Appels." in it.text
        await fill(it, after="le café", minimum="un message")
        assert "Après le café, 5 par semaine\u00a0: Appels\u00a0; au minimum\u00a0: un message." in it.text
        await fill(it, after="", rhythm="mardredi")
        assert "Seules les deux premières" in it.text


async def test_h38_the_card_says_how_long_it_has_been_practised(open_app, year):
    async with open_app(year) as it:
        await it.press("e")
        assert "Under way, for 53 weeks." in it.text


async def test_a_card_that_is_opened_and_saved_changes_nothing_but_the_journal(open_app, small, dump):
    before = dump(small.connection)
    async with open_app(small) as it:
        await it.press("e")
        assert it.typed == CARD
        await it.press("ctrl+s")
        assert not it.is_asking
        after = dump(small.connection)
        assert {table: rows for table, rows in after.items() if table != "meta"} == {
            table: rows for table, rows in before.items() if table != "meta"
        }


async def test_h18_the_card_says_which_letter_it_feeds(open_app, small):
    async with open_app(small, size=(80, 24)) as it:
        await it.press("e")
        assert it.line("feeds").split() == ["feeds", "course", "study", "plan", "›", "act", "track"]
        it.app.screen.query_one("#letter").focus()
        await it.press("right", "ctrl+s")
        assert small.find_habit("Calls").letter == "T"
        await it.press("e")
        assert it.line("feeds").split()[-2:] == ["›", "track"]
        await it.press("escape", "u")
        assert small.find_habit("Calls").letter == "A"


async def test_a_new_rhythm_counts_from_the_monday_that_is_chosen(open_app, small):
    async with open_app(small) as it:
        await it.press("e")
        await fill(it, rhythm="3", **{"from": "2026-W50"})
        await it.press("ctrl+s")
        assert goals(it, "Calls") == [("2026-W47", "quota", 5, "", 1), ("2026-W50", "quota", 3, "", 1)]
        assert it.count("Calls") == "0/5"
        await it.press(*["right"] * 5)  # Monday of the next week
        assert it.count("Calls") == "0/5"
        await it.press(*["right"] * 14)
        assert it.count("Calls") == "0/3"
        await it.press("u")
        assert goals(it, "Calls") == [("2026-W47", "quota", 5, "", 1)]


async def test_a_rhythm_from_this_week_waits_until_monday_once_the_week_is_committed(open_app, small):
    async with open_app(small) as it:
        await it.press("e")
        await fill(it, rhythm="3", **{"from": "2026-W47"})
        await it.press("ctrl+s")
        assert goals(it, "Calls")[-1] == ("2026-W48", "quota", 3, "", 1)
        assert it.count("Calls") == "0/5"


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("name", " ", "A habit needs a name"),
        ("name", "Article", "There is a habit called 'Article' already."),
        ("rhythm", "mardredi", "I do not understand the rhythm 'mardredi'."),
        ("minutes", "ten", "'ten' is no number of minutes."),
        ("minutes", "0", "Minutes are a whole number from 1 to 1440."),
        ("review", "14", "A review is at most 13 weeks away: Wed 17 Feb at the latest."),
        ("review", "2026-11-01", "A review lies ahead: Sun 1 Nov is past."),
        ("review", "some day", "I do not understand 'some day'."),
    ],
)
async def test_a_wrong_word_on_the_card_is_said_and_the_texts_stay(open_app, small, field, text, sentence):
    async with open_app(small) as it:
        await it.press("e")
        await fill(it, minimum="half a message", **{field: text})
        await it.press("ctrl+s")
        assert sentence in it.text
        assert it.typed[3] == "half a message"
        assert it.rows("SELECT minimum FROM habit WHERE name = 'Calls'") == [("one message",)]
        await it.press("escape")
        assert not it.is_asking


async def test_the_week_of_a_rhythm_is_one_to_come(open_app, small):
    async with open_app(small) as it:
        await it.press("e")
        await fill(it, rhythm="3", **{"from": "30/11"})
        await it.press("ctrl+s")
        assert goals(it, "Calls")[-1] == ("2026-W49", "quota", 3, "", 1)


async def test_another_week_without_another_rhythm_is_no_silent_no(open_app, small, hand):
    hand.habit("Talk", "1/4")
    async with open_app(small) as it:
        await it.press("e")
        await fill(it, **{"from": "2026-W50"})
        await it.press("ctrl+s")
        assert "The rhythm is the same" in it.text
        await it.press("escape", "down", "down", "e")
        await fill(it, **{"from": "2026-W50"})
        await it.press("ctrl+s")
        assert it.rows("SELECT due_from FROM habit_goal WHERE kind = 'every' ORDER BY from_week") == [
            ("2026-W47",),
            ("2026-W50",),
        ]


async def test_a_goal_of_a_past_week_is_refused(open_app, small):
    async with open_app(small) as it:
        await it.press("e")
        await fill(it, rhythm="3", **{"from": "2026-W40"})
        await it.press("ctrl+s")
        assert "A past week keeps its rhythm." in it.text
        assert len(goals(it, "Calls")) == 1


async def test_a_rename_keeps_the_history(open_app, year):
    async with open_app(year) as it:
        count, ticks = it.count("Calls"), it.ticks
        await it.press("e")
        await fill(it, name="Ring them up")
        await it.press("ctrl+s")
        assert it.count("Ring them up") == count
        assert it.ticks == ticks
        await it.press("4")
        assert "10/13" in it.line("Ring them up")


# Order, settling, archiving


async def names(it) -> list[str]:
    return [name for (name,) in it.rows("SELECT name FROM habit ORDER BY settled_on IS NOT NULL, position")]


@pytest.mark.parametrize(("down", "up"), [("J", "K"), ("shift+down", "shift+up")])
async def test_the_order_is_changed_by_a_key_and_the_cursor_goes_along(open_app, small, down, up):
    async with open_app(small) as it:
        await it.press(down)
        assert await names(it) == ["Article", "Calls"]
        assert "Calls" in it.chosen
        await it.press(down)
        assert it.notice == "There are places 1 to 2."
        assert "Calls" in it.chosen
        await it.press(up)
        assert await names(it) == ["Calls", "Article"]
        await it.press("u")
        assert await names(it) == ["Article", "Calls"]


async def test_a_settled_habit_is_ticked_still_outside_the_five(open_app, hand):
    for number in range(5):
        hand.habit(f"Habit {number}", on="2026-11-09")
    async with open_app(hand.store) as it:
        await it.press("a")
        assert it.notice == "5 habits at most. Settle one, or archive one."
        await it.press("S")
        assert it.notice == "Settled: Habit 0"
        await it.press("a")
        await fill(it, name="A sixth", rhythm="1")
        await it.press("ctrl+s", "r", "ctrl+e", "enter", "enter", "escape")
        planned = it.rows("SELECT name FROM plan_line JOIN habit ON habit.id = item_id ORDER BY plan_line.position")
        assert [name for (name,) in planned] == ["Habit 1", "Habit 2", "Habit 3", "Habit 4", "A sixth"]
        grid = [line for line in it.lines if "0/" in line or line.endswith("–")]
        order = [word for line in grid for word in ("Habit 4", "A sixth", "Habit 0") if line[4:].startswith(word)]
        assert order == ["Habit 4", "A sixth", "Habit 0"]
        await it.press(*["down"] * 5, "space")
        assert it.rows("SELECT name FROM tick JOIN habit ON habit.id = habit_id") == [("Habit 0",)]
        await it.press("S")
        assert it.notice == "Habit 0 is settled already."
        await it.press("J")
        assert it.notice == "Habit 0 is settled, and stands after the others."


async def test_what_was_put_away_is_taken_up_again(open_app, small):
    async with open_app(small) as it:
        await it.press("A")
        assert "None. d archives a habit, S settles one" in it.text
        await it.press("escape", "d")
        assert it.notice == "Archived: Calls"
        await it.press("up", "S", "A")
        assert "Calls   archived Wed 18 Nov" in it.text
        assert "Article   settled Wed 18 Nov" in it.text
        await it.press("enter")
        assert await names(it) == ["Calls", "Article"] or await names(it) == ["Article", "Calls"]
        assert it.rows("SELECT name FROM habit WHERE settled_on IS NULL AND archived_on IS NULL") == [("Article",)]
        await it.press("A", "enter")
        assert it.rows("SELECT name FROM habit WHERE settled_on IS NOT NULL OR archived_on IS NOT NULL") == []
        await it.press("u", "u", "u", "u")
        assert it.notice == "Undone: habit archived: Calls"


async def test_nothing_ever_deletes_a_habit(open_app, small, hand):
    hand.tick("Calls", "2026-11-17")
    async with open_app(small) as it:
        await it.press("d", "up", "d")
        assert it.rows("SELECT count(*) FROM habit") == [(2,)]
        assert it.ticks == 1
        assert it.rows("SELECT count(*) FROM habit WHERE archived_on IS NULL") == [(0,)]


async def test_the_card_goes_to_the_field_that_is_refused_and_is_silent_once_it_is_changed(open_app, hand):
    async with open_app(hand.store) as it:
        await it.press("a")
        await it.type("Calls")
        await it.press("tab")
        await it.type("lots")
        await it.press("tab", "ctrl+s")
        assert "'lots'" in it.text
        assert it.app.focused.id == "rhythm"
        await it.press("backspace")
        assert "'lots'" not in it.text
        await it.press(*["backspace"] * 3, "ctrl+s")
        assert it.app.focused.id == "rhythm"
        await it.press("5", "ctrl+s")
        assert it.count("Calls") == "0/5"


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_every_example_is_read_whole_at_eighty_columns(open_app, store, lang):
    async with open_app(store, lang=lang) as it:
        await it.press("a")
        for entry in it.app.screen.query(Input):
            assert cell_len(entry.placeholder) <= entry.content_size.width, entry.placeholder
