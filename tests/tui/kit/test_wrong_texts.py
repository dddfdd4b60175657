"""A text that can't be read: what is wrong with it is said, and its field has the focus."""

from __future__ import annotations

import pytest

from lundi.ritual.steps import COURSE, LOOK_BACK
from lundi.words.errors import NotUnderstood
from storage.campaign.rows import read_running
from storage.file.unfinished import read_unfinished
from tui.campaign.closing import ClosingReview, closing_review
from tui.first_run.screen import FirstRunScreen
from tui.kit.fields.field import Field
from tui.kit.screens.dialog import Dialog
from tui.ritual.screen import RitualScreen

MONDAY = "2026-11-16T08:00"
PEOPLE = {
    "en": "'2x' is no number of people. Examples: 0, 2.",
    "fr": "« 2x » n’est pas un nombre de personnes. Exemples : 0, 2.",
}
SALES = {"en": "'abc' is no amount of money.", "fr": "« abc » n’est pas une somme."}
CAMPAIGN = 5  # the question of the first run


@pytest.fixture
def held(hand):
    """A week to look back on."""
    hand.habit("Calls", on="2026-11-09")
    hand.commit(on="2026-11-09")
    return hand.store


def prose(it) -> str:
    """The screen without its line breaks and special spaces."""
    return " ".join(it.text.split())


async def fill_in(it, **texts: str) -> None:
    for name, text in texts.items():
        it.app.screen.set_focus(it.app.screen.query_one(f"#{name}"))
        await it.type(text)


def focus(it) -> str:
    return str(it.app.focused.id)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 12)])
@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_the_look_back_goes_to_the_number_that_is_none(open_app, held, lang, size):
    async with open_app(held, ritual=True, lang=lang, size=size, now=MONDAY) as it:
        await fill_in(it, proud="seven", contacts="2x", sales="abc")
        it.app.screen.set_focus(it.app.screen.entries[-1])  # the misses
        await it.press("enter")
        assert (it.app.screen.number, focus(it)) == (LOOK_BACK, "contacts")
        assert PEOPLE[lang] in prose(it)
        assert "2x" in it.line("New con" if lang == "en" else "Nouveaux con")
        assert it.rows("SELECT count(*) FROM review") == [(0,)]
        await it.press("backspace")
        assert PEOPLE[lang] not in prose(it)
        await it.press("enter", "enter")  # on from the contacts and the meetings
        assert focus(it) == "sales"
        await it.press("enter")
        assert (it.app.screen.number, focus(it)) == (LOOK_BACK, "sales")
        assert SALES[lang] in prose(it)
        assert it.app.screen.texts["proud"] == "seven"
        await it.press("backspace", "backspace", "backspace", "enter", "enter")
        assert it.app.screen.number == COURSE
        assert it.rows("SELECT proud, contacts, sales FROM review") == [("seven", 2, None)]


@pytest.mark.parametrize("way", ["later", "quit", "told to end"])
async def test_a_wrong_number_is_there_again(open_app, held, way):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await fill_in(it, contacts="2x")
        await it.press("enter")
        assert focus(it) == "contacts"
        if way == "later":
            await it.press("escape")
        elif way == "quit":
            await it.leave_by("ctrl+q")
        else:
            it.app.exit()
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await it.press("r")
        assert isinstance(it.app.screen, RitualScreen)
        assert it.app.screen.texts["contacts"] == "2x"


async def test_express_says_it_where_it_was_typed(open_app, held):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await fill_in(it, contacts="2x", did_not="a queue")
        await it.press("ctrl+e")
        assert (it.app.screen.number, focus(it)) == (LOOK_BACK, "contacts")
        assert PEOPLE["en"] in prose(it)
        await it.press("backspace", "ctrl+e")
        assert it.app.screen.number != LOOK_BACK


OFFER = {"en": "That is more than one offer. Which one?", "fr": "Cela fait plus d’une offre. Laquelle ?"}
UNTIL = {"en": "I do not understand the last day '31/02'.", "fr": "pas le dernier jour « 31/02 »."}


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_the_first_run_goes_to_the_field_that_is_meant(open_app, store, lang):
    async with open_app(store, lang=lang, first_run=True) as it:
        screen = it.app.screen
        assert isinstance(screen, FirstRunScreen)
        for _question in range(CAMPAIGN):
            await it.press("enter")
        assert screen.number == CAMPAIGN
        await fill_in(it, goal="Ten people", offer="An hour\nTwo hours", until="31/02")
        await it.press("enter")
        assert focus(it) == "offer"
        assert OFFER[lang] in prose(it)
        screen.query_one("#offer").value = "An hour"
        await it.press("enter", "enter", "enter")
        assert (focus(it), screen.number) == ("until", CAMPAIGN)
        assert UNTIL[lang] in prose(it)
        assert it.rows("SELECT count(*) FROM campaign") == [(0,)]
        screen.query_one("#until").value = "6w"
        await it.press("enter")
        assert screen.number == CAMPAIGN + 1
        assert it.rows("SELECT goal, offer FROM campaign") == [("Ten people", "An hour")]


# A dialog


def whole(text: str) -> int:
    if not text.isdecimal():
        raise NotUnderstood(f"'{text}' is no number.")
    return int(text)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_dialog_goes_to_the_first_field_that_its_check_refuses(open_app, store, size):
    saved: list[dict[str, str]] = []
    fields = [Field("who", "who"), *(Field(f"n{number}", f"n{number}", "1", check=whole) for number in range(12))]
    async with open_app(store, size=size) as it:
        await it.app.push_screen(Dialog("Numbers", fields, saved.append, kept=None))
        await it.press()
        it.app.screen.query_one("#n1").value = "abc"
        it.app.screen.query_one("#n9").value = "-"
        await it.press("enter")  # on from a good field, whatever stands in the others
        assert focus(it) == "n0"
        await it.press("ctrl+s")
        assert (focus(it), saved) == ("n1", [])
        said = it.lines.index(it.line("'abc' is no number."))
        assert it.lines.index(it.line("n1  ")) < said < it.lines.index(it.line("n2  "))
        await it.press("end", "backspace", "backspace", "backspace", "7", "ctrl+s")
        assert focus(it) == "n9"
        assert "'-' is no number." in prose(it)
        await it.press("end", "backspace", "8", "ctrl+s")
        assert (saved[0]["n1"], saved[0]["n9"]) == ("7", "8")


async def test_the_end_review_goes_to_the_number_that_is_none(open_app, year):
    async with open_app(year) as it:
        it.app.main.open(closing_review(year, read_running(year), it.app.main))
        await it.press()
        await fill_in(it, clients="two", lesson="in person")
        await it.press("ctrl+s")
        assert isinstance(it.app.screen, ClosingReview)
        assert focus(it) == "clients"
        assert "two" in prose(it)


async def test_answers_of_the_end_review_outlive_the_program(open_app, year):
    campaign = read_running(year)
    async with open_app(year) as it:
        it.app.main.open(closing_review(year, campaign, it.app.main))
        await it.press()
        await fill_in(it, lesson="in pers")
        it.app.exit()
    assert read_unfinished(year, f"review-{campaign.id}")["lesson"] == "in pers"
