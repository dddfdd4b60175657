"""The place of the ideas: only on purpose, one list, one letter for whom and how long."""

from __future__ import annotations

import pytest

from lundi.strategy.page import LINE
from lundi.time.days import Moment
from storage.ideas.intents import choose_idea, read_ideas
from storage.strategy.shelf import shelve
from tests.tui.conftest import NOW

ROOMY = (120, 36)
TODAY = Moment(NOW.date(), NOW.isoformat())
FIRST = "A price for two neighbouring tradespeople"


def titles(it) -> list[str]:
    """The ideas in sight, from top to bottom."""
    known = {idea.title for idea in read_ideas(it.store, TODAY.week)}
    return [title for line in it.lines for title in known if title in line]


def said_of(it, title: str) -> tuple[object, ...]:
    (row,) = it.rows("SELECT for_whom, minutes FROM action WHERE title = ? AND state = 'idea'", title)
    return row


# Going there


@pytest.mark.parametrize("key", ["6", "minus", "f6"])
async def test_its_three_keys(open_app, year, key):
    async with open_app(year) as it:
        await it.press(key)
        assert "10 ideas. You will choose two on Monday." in it.text
        assert "›" in it.line(FIRST)
        assert "━" not in it.text  # none of the places in the header


@pytest.mark.parametrize(("lang", "word"), [("en", "6 Ideas"), ("fr", "6 Idées")])
async def test_it_stands_at_the_right_with_room_and_among_the_keys(open_app, year, lang, word):
    async with open_app(year, size=ROOMY, lang=lang) as it:
        for place in "12346":
            await it.press(place)
            assert it.footer.endswith(word)
    async with open_app(year, lang=lang) as it:
        assert word not in it.text
        await it.press("question_mark")
        assert word.split()[1] in it.text


async def test_a_click_at_the_right_goes_there(open_app, year):
    async with open_app(year, size=ROOMY) as it:
        y = next(y for y, line in enumerate(it.lines) if "6 Ideas" in line)
        await it.pilot.click(offset=(it.lines[y].index("6 Ideas") + 3, y))
        await it.pilot.pause()
        assert "10 ideas." in it.text


async def test_an_empty_head(open_app, store):
    async with open_app(store) as it:
        await it.press("6", *"emcbzsdo", "down", "pagedown", "enter")
        assert "Empty head. Enjoy it." in it.text
        assert it.notice == "No idea here. a writes one down."
        assert it.rows("SELECT count(*) FROM batch") == [(0,)]
    async with open_app(store, lang="fr", size=ROOMY) as it:
        await it.press("6")
        assert "Tête vide. Profitez-en." in it.text


async def test_f17_with_eighty_ideas_the_week_shows_no_idea(open_app, year):
    year.capture("\n".join(f"Thought {number:02}" for number in range(80)), TODAY)
    async with open_app(year, size=ROOMY) as it:
        assert "Thought" not in it.text
        await it.press("6")
        assert "90 ideas." in it.text
        for _page in range(9):
            await it.press("pagedown")
        assert "›" in it.line("Thought 79")  # the last one
        await it.press("k", "k", "j")
        assert sum("›" in line for line in it.lines) == 1
        await it.press("1")
        assert "Thought" not in it.text


# What is done with one


async def test_f18_twenty_pasted_lines_are_twenty_ideas(open_app, store):
    lines = [f"Idée {number} : l’œuvre d’Agnès" for number in range(20)]
    async with open_app(store) as it:
        await it.press("6", "a")
        await it.type("\n".join(lines))
        await it.press("enter")
        assert it.notice == "Kept until Monday."
        assert "20 ideas." in it.text
        assert it.rows("SELECT title FROM action ORDER BY rowid") == [(line,) for line in lines]
        await it.press("u")
        assert "Empty head" in it.text


@pytest.mark.parametrize("keys", [("6", "a"), ("i",)])
async def test_doubles_are_said_and_kept(open_app, year, keys):
    async with open_app(year) as it:
        await it.press(*keys)
        await it.type("redo the WEBSITE\nA card")
        await it.press("enter")
        assert it.notice == "Kept until Monday, though it is there already: redo the WEBSITE."
        assert it.rows("SELECT count(*) FROM action WHERE state = 'idea'") == [(12,)]


@pytest.mark.parametrize("size", [(80, 24), ROOMY])
async def test_c04_one_key_says_for_whom_and_again_takes_it_away(open_app, year, size):
    async with open_app(year, size=size) as it:
        await it.press("6", *["down"] * 9)
        assert "›" in it.line("Redo the website")
        for key, word, kept in (("b", "both", "both"), ("c", "client", "client"), ("m", "me", "me"), ("m", "", "")):
            await it.press(key)
            assert said_of(it, "Redo the website")[0] == kept
            assert "›" in (line := it.line("Redo the website"))  # the cursor goes along
            assert line.split("website")[1].split(">")[0].strip() == word
        await it.press("u", "u")
        assert said_of(it, "Redo the website")[0] == "client"


async def test_c04_the_list_is_sorted_on_for_whom(open_app, year):
    async with open_app(year) as it:
        await it.press("6")
        offered = titles(it)
        await it.press("o")
        assert "By for whom they are" in it.text
        whom = [said_of(it, title)[0] for title in titles(it)]
        assert whom == ["client"] * 7 + ["both"] + ["me"] * 2
        assert "›" in it.line(FIRST)
        await it.press("o")
        assert titles(it) == offered


async def test_f10_the_size_steps_round_and_too_big_says_so(open_app, year):
    async with open_app(year) as it:
        await it.press("6")  # 30 minutes
        seen = []
        for _press in range(5):
            await it.press("z")
            seen.append(said_of(it, FIRST)[1])
            assert ("what is the first piece?" in it.text) == (seen[-1] == 180)
        assert seen == [90, 180, None, 2, 30]


@pytest.mark.parametrize(("lang", "asked"), [("en", "What is the first piece?"), ("fr", "Quel est le premier morceau")])
async def test_f10_a_big_one_is_split_and_the_rest_stays(open_app, year, lang, asked):
    async with open_app(year, lang=lang) as it:
        await it.press("6", *["down"] * 9, "s")
        assert asked in it.text
        await it.press("ctrl+s")
        assert len(it.app.screen_stack) == 2  # refused: no word
        await it.type("Write down who comes\n\nCount the pages")
        await it.press("ctrl+s")
        rows = it.rows("SELECT title, for_whom, parent_id IS NOT NULL FROM action WHERE added_on = '2026-11-18'")
        assert sorted(rows) == [("Count the pages", "me", 1), ("Write down who comes", "me", 1)]
        assert "Redo the website" in it.text
        await it.press("u")
        assert "Count the pages" not in it.text


async def test_one_is_let_go_of_and_an_undo_brings_it_back(open_app, year):
    async with open_app(year) as it:
        await it.press("6", "down", "d")
        assert it.notice == "Let go of: A one-page version for the spouse. u brings it back."
        assert "9 ideas." in it.text
        assert "›" in it.line("Reply to the online reviews")
        await it.press("u")
        assert "10 ideas." in it.text
        assert "A one-page version for the spouse" in titles(it)


async def test_what_is_said_of_one_is_edited(open_app, year):
    async with open_app(year, size=ROOMY) as it:
        await it.press("6", "enter")
        await it.press("tab", "right", "tab", "right", "tab", "right", "tab")
        await it.type("two have said yes")
        await it.press("enter")
        assert said_of(it, FIRST) == ("both", 90)
        lines = [row[0] for row in it.rows("SELECT name FROM choice WHERE kind = 'line'")]
        assert any(name in it.line(FIRST) for name in lines)  # it isn't the chosen one
        assert "enough when two have said yes" in it.text
        await it.press("u")
        assert "enough when" not in it.text
        assert said_of(it, FIRST) == ("client", 30)


async def test_nothing_changed_writes_nothing_and_no_word_is_refused(open_app, year):
    async with open_app(year) as it:
        await it.press("6", "e", "ctrl+s")
        assert len(it.app.screen_stack) == 1
        before = it.rows("SELECT count(*) FROM batch")
        await it.press("e", "ctrl+u", "tab", "right", "ctrl+s")
        assert "An idea needs a few words." in it.text
        assert it.rows("SELECT count(*) FROM batch") == before
        await it.press("escape")
        assert FIRST in it.text


async def test_what_was_carried_stands_first_and_says_so(open_app, store):
    store.capture("A podcast\nA call", TODAY)
    before = Moment(NOW.date().replace(day=9), "2026-11-09T09:00:00")
    choose_idea(store, next(idea for idea in read_ideas(store, TODAY.week) if idea.title == "A podcast"), before)
    async with open_app(store) as it:
        await it.press("6")
        assert titles(it) == ["A podcast", "A call"]
        assert it.text.count("carried over") == 2  # in its row, and below
        await it.press("down")
        assert it.text.count("carried over") == 1


async def test_keys_in_a_burst_do_what_they_would_one_by_one(open_app, year):
    async with open_app(year) as it:
        await it.press("6")
        await it.hurry("j", "j", "m", "z", "d", "j", "c", "u")
        assert it.rows("SELECT state, for_whom, minutes FROM action WHERE title = 'Reply to the online reviews'") == [
            ("dropped", "me", 90)
        ]
        assert "9 ideas." in it.text
        await it.hurry("a", *"zed", "enter")
        assert "10 ideas." in it.text
        assert said_of(it, "zed") == ("", None)


# Finding


async def test_an_idea_is_found_and_gone_to(open_app, year):
    async with open_app(year) as it:
        await it.press("slash", *"banker", "enter")
        await it.pilot.pause(0.3)
        assert "10 ideas." in it.text
        assert "›" in it.line("Breakfast: invite a banker")


# Sizes, colours, long titles


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (59, 20), (40, 12)])
async def test_every_size_has_its_list(open_app, annee, size, lang):
    annee.capture("Le mot le plus long du monde " * 8, TODAY)
    shelve(annee, LINE, "Atelier", None, "", TODAY)
    async with open_app(annee, size=size, lang=lang) as it:
        await it.press("6", *["down"] * 10)
        assert "11 id" in it.text
        assert sum("›" in line for line in it.lines) == 1
        assert all(len(it.cells_of(line)) <= size[0] for line in it.lines)
        assert it.footer.endswith("? keys" if lang == "en" else "? touches") or size == ROOMY
        await it.press("enter", "escape", "s", "escape", "a", "escape", "question_mark", "escape")
        assert len(it.app.screen_stack) == 1


@pytest.mark.parametrize("theme", ["lundi-dark", "lundi-light"])
async def test_without_colour_everything_is_there(open_app, year, theme, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app(year, theme=theme) as it:
        await it.press("6", "down")
        assert "›" in it.line("A one-page version for the spouse")
        assert "client" in it.line("A one-page version for the spouse")
        assert "> 90 min" in it.line("Redo the website").replace("\xa0", " ")
