"""Lists: the last changes, finding, the palette."""

from __future__ import annotations

import pytest

from lundi.words.errors import Refused
from storage.campaign.lessons import note_irritant, write_try
from storage.strategy.shelf import write_quality
from tui.campaign.learned import irritants, tries
from tui.kit.fields.field import Field
from tui.kit.screens.dialog import Dialog
from tui.kit.screens.lists import CLOSES, STAYS, Act, Entry, ListScreen
from tui.strategy.quality import quality_list


async def search(it, text: str) -> None:
    """Type into the search and wait for it."""
    await it.type(text)
    await it.pilot.pause(0.2)


# The last changes


async def test_the_last_twenty_changes_and_back_to_one_of_them(open_app, small, hand):
    for _time in range(22):
        hand.tick("Calls", "2026-11-17")
    async with open_app(small, size=(80, 40)) as it:
        await it.press("U")
        assert sum("Calls, Tue 17 Nov: 1 tick" in line for line in it.lines) == 20
        await it.press("down", "down", "enter")
        assert it.ticks == 19
        assert not isinstance(it.app.screen, ListScreen)
        assert it.notice == "Undone: Calls, Tue 17 Nov: 1 tick"


async def test_changes_of_the_shell_are_listed_too(open_app, small, lundi):
    async with open_app(small) as it:
        lundi("tick", "calls", "3")
        await it.press("U")
        assert "Calls, Wed 18 Nov: 3 ticks" in it.text


async def test_an_empty_list_of_changes_says_so(open_app, store):
    async with open_app(store) as it:
        await it.press("U")
        assert "Nothing was changed yet." in it.text
        await it.press("enter", "escape")
        assert not isinstance(it.app.screen, ListScreen)


# Finding


async def test_a_note_is_found_and_its_day_shown(open_app, small, hand):
    hand.tick("Calls", "2026-09-15", note="Chloé veut un devis")
    hand.tick("Article", "2026-11-16", note="about invoices")
    async with open_app(small) as it:
        await it.press("slash")
        await search(it, "CHLOE devis")
        assert "Calls, Tue 15 Sept" in it.line("Chloé veut un devis")
        await it.press("enter")
        assert "Week 38" in it.text
        assert it.cursor_day == "Tue"
        assert "Calls" in it.chosen


async def test_f15_a_result_written_on_a_tick_is_found(open_app, year, run):
    assert run("tick", "calls", "--note", "three cards left at Œuvre & Fils").returncode == 0
    async with open_app(year) as it:
        await it.press("slash")
        await search(it, "oeuvre")
        assert "three cards left" in it.text


async def test_habits_actions_ideas_and_excuses_are_found(open_app, small, hand, now):
    small.capture("Write a card for the sample", now)
    small.excuse(small.find_habit("calls"), now.day, "a sample of flu", now)
    hand.habit("Sample habit")
    async with open_app(small) as it:
        await it.press("slash")
        await search(it, "sample")
        for words in ("Sample habit", "Write a card for the sample", "a sample of flu"):
            assert words in it.text
        assert "a sample of flu   Calls, Wed 18 Nov" in it.text


@pytest.mark.parametrize(("lang", "sentence"), [("en", "Nothing for 'xyz'."), ("fr", "Rien pour « xyz ».")])
async def test_what_is_not_there_is_said(open_app, year, lang, sentence):
    async with open_app(year, lang=lang) as it:
        await it.press("slash")
        await search(it, "xyz")
        assert sentence in it.text.replace("\u00a0", " ")
        await it.press("enter")
        assert isinstance(it.app.screen, ListScreen)
        await it.press("escape")
        assert not isinstance(it.app.screen, ListScreen)


async def test_markup_in_what_is_found_stays_text(open_app, small, hand):
    hand.tick("Calls", "2026-11-16", note="[bold]price[/bold] [link=x]y")
    async with open_app(small) as it:
        await it.press("slash")
        await search(it, "price")
        assert "[bold]price[/bold] [link=x]y" in it.text


# The palette


@pytest.mark.parametrize(
    ("lang", "words", "found"),
    [("en", "last 20", "the last 20 changes"), ("fr", "derniers", "les 20 derniers changements")],
)
async def test_the_palette_finds_a_command_by_its_words_and_runs_it(open_app, year, lang, words, found):
    async with open_app(year, lang=lang, size=(120, 36)) as it:
        await it.press("ctrl+p")
        commands = it.app.screen
        assert isinstance(commands, ListScreen)
        assert "ctrl+y" in it.text  # all of them, with their keys, before anything is typed
        await search(it, words)
        assert found in it.text
        assert "ctrl+y" not in it.text
        await it.press("enter")
        assert isinstance(it.app.screen, ListScreen)
        assert it.app.screen is not commands
        assert len(it.app.screen_stack) == 2


async def test_the_palette_runs_what_belongs_to_the_place(open_app, small):
    async with open_app(small) as it:
        it.app.main.action_palette()
        await it.pilot.pause()
        await search(it, "smallest version")
        await it.press("enter")
        assert it.rows("SELECT smallest FROM tick") == [(1,)]


async def test_the_palette_has_no_english_word_left_in_french(open_app, year):
    async with open_app(year, lang="fr") as it:
        await it.press("ctrl+p")
        assert "Search" not in it.text
        await search(it, "xyzxyz")
        assert "Rien pour «\u00a0xyzxyz\u00a0»." in it.text
        assert "No matches" not in it.text


async def test_a_list_that_is_out_of_date_undoes_nothing(open_app, small, hand, lundi):
    hand.tick("Calls", "2026-11-17")
    async with open_app(small) as it:
        await it.press("U")
        assert lundi("idea", "Something").returncode == 0
        await it.press("enter")
        assert "Something else was changed in the meantime." in it.text
        assert it.ticks == 1
        assert it.rows("SELECT count(*) FROM action WHERE title = 'Something'") == [(1,)]


async def test_a_value_that_cannot_be_read_is_said_by_find(open_app, small, hand):
    hand.tick("Calls", "2026-11-17", note="hello")
    small.connection.execute("UPDATE note SET day = '2026-02-31'")
    async with open_app(small) as it:
        await it.press("slash")
        await search(it, "hello")
        assert "The file is damaged" in it.text
        await it.press("escape")
        assert it.app.is_running


# What can't be read any more


@pytest.mark.parametrize(
    ("make", "key", "spoiling"),
    [
        (
            lambda desk: irritants(desk, ""),
            "space",
            "INSERT INTO irritant (id, text, day) VALUES ('x', 'bad', 'no day')",
        ),
        (tries, "d", "INSERT INTO one_off_try (id, text, day) VALUES ('x', 'bad', 'no day')"),
        (quality_list, "space", "INSERT INTO course (kind, from_day, made_on, text) VALUES ('vision', 'x', '', '')"),
    ],
)
async def test_what_is_listed_stays_while_it_can_t_be_read_again(open_app, store, now, make, key, spoiling):
    note_irritant(store, "late invoice", now)
    write_try(store, None, now.day, "late invoice", "", "", now)
    write_quality(store, None, "late invoice", False, now)
    async with open_app(store) as it:
        it.app.main.open(make(it.app.main))
        await it.pilot.pause()
        store.connection.execute(spoiling)
        await it.press(key)
        assert "The file is damaged" in it.text
        await it.press(key)
        assert it.app.is_running
        assert "late invoice" in it.text


@pytest.mark.parametrize("after", [STAYS, CLOSES])
async def test_what_an_act_can_t_do_is_said_by_the_list(open_app, store, after):
    def refuse(_id: str) -> None:
        raise Refused("It can't be done.")

    async with open_app(store) as it:
        it.app.main.open(
            ListScreen("A list", lambda: [Entry("1", "one")], [Act("enter", "do", refuse, after)], empty="")
        )
        await it.pilot.pause()
        await it.press("enter")
        assert "It can't be done." in it.text
        assert isinstance(it.app.screen, ListScreen)


async def test_what_a_dialog_s_submit_meets_is_said_and_what_was_typed_stays(open_app, store):
    def refuse(_texts: dict[str, str]) -> None:
        raise Refused("It can't be done.")

    async with open_app(store) as it:
        it.app.main.open(Dialog("A dialog", [Field("text", "")], refuse, kept=None))
        await it.pilot.pause()
        await it.type("some words")
        await it.press("enter")
        assert "It can't be done." in it.text
        assert it.typed == ["some words"]


# Letters


async def test_letters_lead_to_the_entry_that_begins_so(open_app, year):
    async with open_app(year) as it:
        await it.press("2", "e", *"chan", "enter")
        assert "One channel. Which?" in it.text


async def test_signs_before_an_entry_are_no_part_of_it(open_app, year):
    carries = "SELECT count(*) FROM campaign_habit JOIN habit ON habit.id = habit_id WHERE habit.name LIKE 'Ask%'"
    async with open_app(year) as it:
        await it.press("3", "w")
        before = it.rows(carries)
        await it.press(*"ask", "space")
        assert it.rows(carries) != before


@pytest.mark.parametrize(("letters", "channel"), [("ta", "Talks and workshops"), ("word", "Word of mouth")])
async def test_letters_choose_a_channel_in_the_first_run(open_app, store, letters, channel):
    async with open_app(store, first_run=True, size=(120, 36)) as it:
        await it.press("enter", "enter", "enter", "enter", *letters)
        assert it.app.screen.query_one("#channel").value == channel


async def test_what_no_channel_begins_with_goes_into_a_channel_of_one_s_own(open_app, store):
    async with open_app(store, first_run=True, size=(120, 36)) as it:
        await it.press("enter", "enter", "enter", "enter", *"talk", "space", *"radio", "enter", "enter")
        assert it.rows("SELECT name FROM choice WHERE kind = 'channel'") == [("talk radio",)]


async def test_a_channel_of_the_first_run_that_is_changed_leaves_nothing_on_the_shelf(open_app, store):
    async with open_app(store, first_run=True, size=(120, 36)) as it:
        await it.press("enter", "enter", "enter", "enter", *"word", "enter", "enter")
        await it.press("pageup", "down", "enter", "enter")
        assert it.rows("SELECT name FROM choice WHERE kind = 'channel' AND archived_on IS NULL") == [("Telephone",)]
