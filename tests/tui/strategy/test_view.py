"""Strategy: three years on one page, by keys only."""

from __future__ import annotations

from datetime import date

import pytest
from textual import events
from textual.actions import parse
from textual.widgets import TextArea

from lundi.campaign.campaign import PROGRAMME, Ending, Plan
from lundi.strategy.page import AUDIENCE, CHANNEL, LINE, MISSION, NOT_DOING, THEY_SAY, VISION, WE_SAY, WHY_US, theme
from lundi.time.days import Moment
from lundi.words import language
from storage.campaign.closing import Cadence, close_campaign
from storage.campaign.intents import draft_campaign, start_campaign
from storage.campaign.rows import read_campaigns
from storage.file.undo import undo
from storage.store import Store
from storage.strategy.intents import Reason, change_course, choose, read_history, read_mission, read_strategy, turn_page
from storage.strategy.shelf import shelve, write_quality
from tui.commands import commands_of
from tui.kit.screens.lists import ListScreen
from tui.kit.screens.pages import PageScreen
from tui.main import MainScreen
from tui.strategy.commands import STRATEGY
from tui.strategy.view import StrategyView

SIZES = [(80, 24), (120, 36)]
WEDNESDAY, MONDAY = date(2026, 11, 18), date(2026, 11, 23)
MISSION_ROW, VISION_ROW, AUDIENCE_ROW, LINE_ROW, CHANNEL_ROW, HORIZON_ROW, QUALITY_ROW = 0, 1, 2, 6, 7, 12, 13
EMPTY_PAGE = {
    "en": "It is 2029. What does one see?",
    "fr": "Nous sommes en 2029. Que voit-on ?",
}


def at(day: str) -> Moment:
    return Moment(date.fromisoformat(day), f"{day}T09:10:00")


BEGUN, NOW = at("2026-09-07"), at("2026-11-18")


@pytest.fixture
def page(store: Store) -> Store:
    """A page of normal length, begun in September; no week was ever planned, so that no check is near."""
    for kind, text in (
        (MISSION, "We treat the houses we go into as our own."),
        (VISION, "It is 2029. I clean forty houses a month, the same ones. Nobody asks for a price any more."),
        (AUDIENCE, "people with many windows and little time"),
        (THEY_SAY, "I never know when they will come"),
        (WE_SAY, "a call the evening before, always"),
        (WHY_US, "the same two faces each time"),
        (NOT_DOING, "no building sites, no discounts"),
        (theme(2026), "Be sent by somebody"),
        (theme(2027), "One rhythm"),
        (theme(2028), "Two of us"),
    ):
        change_course(store, kind, text, BEGUN)
    choose(store, LINE, "Windows twice a year", BEGUN)
    choose(store, CHANNEL, "Word of mouth", BEGUN)
    shelve(store, LINE, "Gutters", date(2027, 1, 4), "needs a ladder", BEGUN)
    for item, is_right in (("the price is on one page", True), ("the phone is answered", False)):
        write_quality(store, None, item, is_right, BEGUN)
    return store


async def go(it, *keys: str) -> None:
    await it.press("2", *keys)


async def edit(it, row: int) -> None:
    """Open the dialog of one line of the page."""
    await go(it, "e", *["down"] * row, "enter")


async def paste(it, text: str) -> None:
    """As the terminal does it: also into a field of several lines."""
    it.app.post_message(events.Paste(text))
    await it.pilot.pause()
    await it.pilot.pause()


def body(it) -> str:
    """Everything on the screen with one plain space between two words."""
    return " ".join(it.text.split())


def waiting(store: Store, day: date = WEDNESDAY) -> set[str]:
    return set(read_strategy(store, day).waiting)


def is_home(it) -> bool:
    return isinstance(it.app.screen, MainScreen)


# The page


@pytest.mark.parametrize("size", [(40, 12), (60, 20), *SIZES, (100, 30), (200, 60)])
@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_the_page_stands_in_every_size(open_app, page, lang, size):
    async with open_app(page, lang=lang, size=size) as it:
        await go(it)
        seen = body(it)
        for _page in range(12):
            await it.press("pagedown")
            seen += body(it)
        for words in ("2029", "2026", "2027", "2028", "Be sent by somebody", "Gutters", "the same two faces"):
            assert words in seen
        assert ("Think" if lang == "en" else "Penser") in seen


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_the_sample_year_stands_on_the_page(open_app, request, lang):
    sample_year = request.getfixturevalue("annee" if lang == "fr" else "year")
    async with open_app(sample_year, lang=lang, size=(120, 36)) as it:
        await go(it)
        assert "programme" in it.text
        assert ("congés" if lang == "fr" else "holiday") in it.text
        assert ("J-23" if lang == "fr" else "D-23") in it.text


async def test_f05_the_years_from_today_on_each_with_its_theme(open_app, page):
    async with open_app(page) as it:
        await go(it)
        line = next(line for line in it.lines if line.strip().startswith("2026"))
        assert [word for word in line.split() if word.isdigit()] == ["2026", "2027", "2028"]
        assert "●" in line
        assert [it.lines.index(line) + 1] == [n for n, line in enumerate(it.lines) if "Be sent by somebody" in line]
        assert "One rhythm" in it.text
        assert "Two of us" in it.text


@pytest.mark.parametrize(
    ("now", "years"), [("2026-01-01T09:00", "2026 2027 2028"), ("2031-06-30T09:00", "2031 2032 2033")]
)
async def test_f05_an_empty_page_begins_with_the_present_year(open_app, store, now, years):
    async with open_app(store, now=now) as it:
        await go(it)
        assert any([word for word in line.split() if word.isdigit()] == years.split() for line in it.lines)


async def test_f07_at_eighty_columns_the_vision_has_two_lines(open_app, page):
    change_course(page, VISION, "It is 2029. " + "I clean forty houses a month. " * 12, BEGUN)
    async with open_app(page) as it:
        await go(it)
        assert it.line("(…)").startswith("  ")
        assert it.text.count("I clean forty houses a month.") < 6
    async with open_app(page, size=(120, 36)) as it:
        await go(it)
        assert "(…)" not in it.text
        assert "It is 2029   " in it.text


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_f09_the_whole_canvas_fits_in_100x30_without_scrolling(open_app, page, lang):
    async with open_app(page, lang=lang, size=(100, 30)) as it:
        await go(it)
        view = it.app.screen.query_one(StrategyView)
        assert view.max_scroll_y == 0
        for words in (
            "We treat the houses",
            "forty houses",
            "many windows",
            "when they will come",
            "the evening before",
        ):
            assert words in it.text
        for words in ("Windows twice a year", "Word of mouth", "Gutters", "no building sites", "same two faces"):
            assert words in it.text


async def test_f09_below_that_it_scrolls_by_every_key_that_moves(open_app, page):
    async with open_app(page, size=(80, 16)) as it:
        await go(it)
        view = it.app.screen.query_one(StrategyView)
        assert "the same two faces" not in it.text
        for down, up in (("down", "up"), ("j", "k"), ("pagedown", "pageup")):
            await it.press(down)
            assert view.scroll_y > 0
            await it.press(up)
            assert view.scroll_y == 0
        await it.hurry(*["down"] * 20)
        assert "the same two faces" in it.text


async def test_user_text_is_no_markup_and_wide_letters_keep_their_columns(open_app, page):
    change_course(page, AUDIENCE, "[bold]日本語の店[/bold] `e`", BEGUN)
    async with open_app(page) as it:
        await go(it)
        assert "[bold]日本語の店[/bold] `e`" in it.text


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_every_key_of_the_footer_opens_something(open_app, page, lang):
    async with open_app(page, lang=lang, size=(120, 36)) as it:
        await go(it)
        for key in ("e", "enter", "c", "g", "v"):
            await it.press(key)
            assert isinstance(it.app.screen, ListScreen)
            await it.press("escape")
            assert is_home(it)


def test_every_command_is_an_action_of_the_place():
    for command in commands_of(STRATEGY):
        _namespace, name, _parameters = parse(command.action)
        assert command.scope != STRATEGY or callable(getattr(StrategyView, f"action_{name}", None))


async def test_the_footer_keeps_the_keys_page_in_french_at_eighty_columns(open_app, page):
    change_course(page, AUDIENCE, "shops", NOW, Reason("they pay"))
    async with open_app(page, lang="fr", now="2026-12-02T09:10") as it:
        await go(it)
        assert it.footer.endswith("? touches")
    async with open_app(page, lang="fr") as it:
        await go(it)
        assert "! tout de suite" in it.footer
        assert it.footer.endswith("? touches")


# Campaigns in their quarters


def run_campaign(store: Store, name: str, start: str, end: str, *, verdict: str = "") -> None:
    plan = Plan(name, "goal", "an hour for 0 €", "all", channel="Word of mouth", starts_on=date.fromisoformat(start),
                ends_on=date.fromisoformat(end))  # fmt: skip
    draft_campaign(store, plan, at(start))
    campaign = next(one for one in read_campaigns(store) if one.name == name)
    start_campaign(store, campaign, at(start))
    if verdict:
        cadence = Cadence(name, 4, date(2027, 6, 1)) if verdict == PROGRAMME else None
        close_campaign(store, campaign, Ending(date.fromisoformat(end), verdict), at(end), cadence=cadence)


@pytest.mark.parametrize("size", SIZES)
async def test_f20_a_campaign_of_the_second_quarter_is_in_that_slot(open_app, page, size):
    run_campaign(page, "Cards", "2026-03-20", "2026-06-10", verdict="stop")  # a few of its days are in March
    run_campaign(page, "Stall", "2026-07-06", "2026-09-10", verdict=PROGRAMME)
    run_campaign(page, "Everybody", "2026-10-05", "2026-12-11")
    draft_campaign(page, Plan("Spring", starts_on=date(2027, 4, 5), ends_on=date(2027, 6, 6)), NOW)
    async with open_app(page, size=size) as it:
        await go(it)
        first, second, third, fourth = (it.line(f"  Q{number}") for number in range(1, 5))
        assert "Cards" not in first
        assert second.split()[:2] == ["Q2", "Cards"]
        assert third.split()[1:3] == ["Stall", "programme"]
        assert fourth.split()[1:3] == ["Everybody", "D-23"]
        assert "Spring" in second
        assert "draft" in second


async def test_f20_of_two_in_a_quarter_one_is_named_and_the_other_counted(open_app, page):
    run_campaign(page, "Cards", "2026-04-06", "2026-04-30", verdict="stop")
    run_campaign(page, "Stall", "2026-05-04", "2026-06-10", verdict="stop")
    async with open_app(page) as it:
        await go(it)
        assert "Stall" in it.line("  Q2")
        assert "+1" in it.line("  Q2")


async def test_a_quarter_without_campaign_says_why(open_app, page):
    for week, reason in (("2026-W32", "congés"), ("2026-W33", "congés"), ("2026-W34", "malade"), ("2026-W10", "")):
        page.connection.execute("INSERT INTO week_mark VALUES (?, 'off', ?)", (week, reason))
    async with open_app(page) as it:
        await go(it)
        assert "congés" in it.line("  Q3")
        assert "weeks off" in it.line("  Q1")


# Empty


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_an_empty_page_asks_what_one_sees_and_e_writes_it(open_app, store, lang, size):
    async with open_app(store, lang=lang, size=size) as it:
        await go(it)
        assert EMPTY_PAGE[lang] in body(it)
        assert "c " not in it.footer.split("  ")[0]
        await it.press("e")
        await paste(it, "Forty houses, twice a year.")
        await it.press("ctrl+s", "escape")
        assert is_home(it)
        assert read_strategy(store, WEDNESDAY).text(VISION) == "Forty houses, twice a year."
        assert "Forty houses" in it.text
        await it.press("u")
        assert EMPTY_PAGE[lang] in body(it)


async def test_h44_an_empty_strategy_blocks_nothing(open_app, small):
    async with open_app(small) as it:
        await go(it, "c", "escape", "v", "escape", "g", "escape", "y", "exclamation_mark", "1", "space")
        assert it.ticks == 1
        assert it.rows("SELECT * FROM course") == []


# Changing


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_h44_an_edit_between_two_checks_asks_its_reason_and_keeps_what_was_typed(open_app, page, lang, size):
    async with open_app(page, lang=lang, size=size) as it:
        await edit(it, AUDIENCE_ROW)
        await it.press("end")
        await it.type(", and shops")
        await it.press("ctrl+s")
        assert it.typed[0] == "people with many windows and little time, and shops"
        assert ("needs its reason" if lang == "en" else "demande sa raison") in body(it)
        assert waiting(page) == set()
        await it.press("tab")
        await it.type("they pay at once")
        await it.press("ctrl+s")
        assert waiting(page) == {AUDIENCE}
        assert read_history(page)[AUDIENCE][0].why == "they pay at once"


async def test_h44_filling_in_an_empty_line_asks_no_reason_and_holds_at_once(open_app, store, page):
    change_course(page, theme(2027), "", NOW, Reason("too early", at_once=True))
    async with open_app(page) as it:
        await edit(it, 10)
        assert len(it.typed) == 1
        await it.type("Two rhythms")
        await it.press("ctrl+s")
        assert read_strategy(page, WEDNESDAY).text(theme(2027)) == "Two rhythms"


@pytest.mark.parametrize("size", SIZES)
async def test_f01_a_change_waits_for_monday_is_seen_and_counted_then(open_app, page, size):
    async with open_app(page, size=size) as it:
        await edit(it, CHANNEL_ROW)
        await it.type("Shop window")
        await it.press("tab", "tab")
        await it.type("they walk by")
        await it.press("ctrl+s")
        assert "to be confirmed, from Mon 23 Nov on: Shop window" in it.text
        await it.press("escape")
        seen = body(it)
        assert "to be confirmed, from Mon 23 Nov" in seen
        assert "! at once" in it.footer
        assert read_strategy(page, WEDNESDAY).text(CHANNEL) == "Word of mouth"
        assert "1 change of course this year" not in seen
        assert "Changes of course this year 1" not in seen
        await it.press("c")
        assert "to be confirmed" in it.text
        assert "Word of mouth → Shop window" in it.text
        assert "they walk by" in body(it)
        await it.press("escape")
        it.clock.set("2026-11-23T09:10")
        await it.look_around()
        await it.press("escape")  # from the ritual of the new week
        seen = body(it)
        assert "to be confirmed" not in seen
        assert "1 change of course this year" in seen or "Changes of course this year 1" in seen
        assert "! at once" not in it.footer
        await it.press("c")
        assert "2026 × 1" in body(it)


async def test_f01_at_once_in_the_form_and_by_its_key_and_undone(open_app, page):
    async with open_app(page) as it:
        await edit(it, AUDIENCE_ROW)
        await it.type(" x")
        await it.press("tab")
        await it.type("shops pay")
        await it.press("tab", "right", "ctrl+s", "escape")
        assert read_strategy(page, WEDNESDAY).text(AUDIENCE).endswith(" x")
        await it.press("u")
        assert not read_strategy(page, WEDNESDAY).text(AUDIENCE).endswith(" x")
        change_course(page, WE_SAY, "tomorrow", NOW, Reason("shorter"))
        await it.look_around()
        await it.press("1", "2", "exclamation_mark")
        assert read_strategy(page, WEDNESDAY).text(WE_SAY) == "tomorrow"
        assert it.notice == "Holds from today on: we say."
        await it.press("u")
        assert waiting(page) == {WE_SAY}


async def test_f01_several_that_wait_are_listed_and_each_is_let_hold_or_left(open_app, page):
    change_course(page, WE_SAY, "tomorrow", NOW, Reason("shorter"))
    change_course(page, THEY_SAY, "too dear", NOW, Reason("heard twice"))
    async with open_app(page) as it:
        await go(it, "exclamation_mark")
        assert it.text.count("to be confirmed") == 2
        await it.press("exclamation_mark")
        assert len(waiting(page)) == 1
        await it.press("d", "down", "d")
        assert waiting(page) == set()
        await it.press("d")
        assert "holds already" in it.text
        await it.press("enter")
        assert isinstance(it.app.screen, PageScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_f01_a_theme_that_waits_leaves_the_quarters_on_one_line(open_app, page, size):
    change_course(page, theme(2027), "Two offers, so that one carries the other", NOW, Reason("asked for"))
    async with open_app(page, size=size) as it:
        await go(it)
        assert "to be confirmed, from" in body(it)
        for number in range(1, 5):
            assert it.line(f"  Q{number}").count(f"Q{number}") == 3


async def test_writing_what_stands_there_changes_nothing(open_app, page):
    async with open_app(page) as it:
        for row in (MISSION_ROW, VISION_ROW, AUDIENCE_ROW, LINE_ROW, CHANNEL_ROW, HORIZON_ROW):
            before = it.rows("SELECT count(*) FROM batch")
            await edit(it, row)
            await it.press("ctrl+s", "escape")
            assert is_home(it)
            assert it.rows("SELECT count(*) FROM batch") == before


async def test_a_text_without_end_is_refused_and_kept(open_app, page):
    async with open_app(page) as it:
        await edit(it, MISSION_ROW)
        await it.type("x" * 20_001)
        await it.press("ctrl+s")
        assert "longer than 20000 characters" in it.text
        assert len(it.typed[0]) > 20_000
        assert read_mission(page).startswith("We treat")


async def test_keys_that_come_all_at_once_arrive_in_their_field(open_app, page):
    async with open_app(page, size=(120, 36)) as it:
        await it.hurry("2", "e", "enter", "end", "x", "y", "ctrl+s", "escape")
        await it.pilot.pause()
        assert read_mission(page) == "We treat the houses we go into as our own.xy"


async def test_keys_that_come_all_at_once_take_the_place_of_what_is_to_be_replaced(open_app, page):
    async with open_app(page) as it:
        await it.hurry("2", "e", *["down"] * HORIZON_ROW, "enter", "4", "enter", "escape")
        await it.pilot.pause()
        assert read_strategy(page, WEDNESDAY).horizon == 4


# Mission and vision


@pytest.mark.parametrize("size", SIZES)
async def test_d01_the_mission_is_the_first_line_of_the_page(open_app, page, size):
    async with open_app(page, size=size) as it:
        await go(it)
        place = next(number for number, line in enumerate(it.lines) if "Think 2029" in line)
        assert "We treat the houses we go into as our own." in it.lines[place] + it.lines[place + 1]


async def test_d02_the_former_mission_is_readable_with_its_day(open_app, page):
    async with open_app(page) as it:
        await edit(it, MISSION_ROW)
        assert len(it.typed) == 1  # no reason is asked for
        await it.press("ctrl+u")
        await it.type("Light in every room.")
        await it.press("ctrl+s", "escape", "v")
        assert "2 texts" in it.line("mission ")
        await it.press("enter")
        assert "from Monday 7 September 2026 on" in it.text
        assert "We treat the houses we go into as our own." in it.text
        assert "from Wednesday 18 November 2026 on" in it.text


@pytest.mark.parametrize(
    ("lang", "words", "flagged", "question"),
    [
        ("fr", "Devenir leader du marché", "leader", "Parle-t-elle des autres"),
        ("en", "Be the biggest in town", "biggest", "Is it about others?"),
    ],
)
async def test_d03_what_is_about_rank_is_said_while_typing_and_refused_never(
    open_app, store, lang, words, flagged, question
):
    async with open_app(store, lang=lang) as it:
        await go(it, "e", "escape", "enter")
        assert question in body(it)
        await it.type("Nous traitons votre maison comme la nôtre")
        said = {"en": "size or rank", "fr": "taille ou de rang"}[lang]
        assert said not in body(it)
        await it.press("ctrl+u")
        await it.type(words)
        assert said in body(it)
        assert flagged in body(it).replace(words, "")
        await it.press("ctrl+s")
        assert read_mission(store) == words


async def test_d04_examples_stand_beside_and_saving_without_typing_leaves_it_empty(open_app, store):
    async with open_app(store) as it:
        await go(it, "e", "escape", "enter")
        assert "We treat the houses we go into as our own." in it.text
        assert "(a locksmith)" in body(it)
        assert "(a baker)" in body(it)
        assert it.typed == [""]
        await it.press("ctrl+s")
        assert read_mission(store) == ""
        assert it.rows("SELECT * FROM course") == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_f07_twelve_lines_lose_nothing(open_app, store, lang, size):
    lines = [f"Line {number} of what one sees, in the present tense." for number in range(1, 13)]
    async with open_app(store, lang=lang, size=size) as it:
        await go(it, "e")
        assert {"en": "It is 2029. I…", "fr": "Nous sommes en 2029. Je…"}[lang] in it.text
        for line in lines[:-1]:
            await paste(it, line)
            await it.press("enter")
        await paste(it, lines[-1])
        assert lines[-1] in it.text
        assert it.app.screen.query_one(TextArea).size.height == 10
        await it.press("ctrl+s")
        assert read_strategy(store, WEDNESDAY).text(VISION) == "\n".join(lines)
        await it.press("down", "enter")
        assert it.app.screen.query_one(TextArea).text == "\n".join(lines)


# Years ahead


@pytest.mark.parametrize("years", ["5", "10", "99999999999999999999"])
@pytest.mark.parametrize(("lang", "sentence"), [("en", "At ten years, one guesses."), ("fr", "À dix ans, on devine.")])
async def test_f04_a_horizon_above_four_is_refused_and_not_stored(open_app, page, lang, sentence, years):
    async with open_app(page, lang=lang) as it:
        await edit(it, HORIZON_ROW)
        await it.type(years)
        await it.press("enter")
        assert sentence in body(it)
        assert it.typed == [years]
        assert read_strategy(page, WEDNESDAY).horizon == 3
        await it.press("ctrl+u", "4", "enter", "escape")
        assert read_strategy(page, WEDNESDAY).horizon == 4
        assert "2030" in it.text  # the target year


@pytest.mark.parametrize("typed", ["three", "", "-2", "2.5", "²"])
async def test_a_horizon_that_is_no_number_is_said_and_kept(open_app, page, typed):
    async with open_app(page) as it:
        await edit(it, HORIZON_ROW)
        await it.press("ctrl+u")
        if typed:
            await it.type(typed)
        await it.press("enter")
        assert "I do not understand" in it.text
        assert it.typed == [typed]


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_f03_one_year_is_a_campaign_and_offered_as_one(open_app, page, lang):
    async with open_app(page, lang=lang) as it:
        await edit(it, HORIZON_ROW)
        await it.type("1")
        await it.press("enter")
        assert {"en": "At one year, it is a campaign.", "fr": "À un an, c’est une campagne."}[lang] in body(it)
        assert it.typed == ["Be sent by somebody"]
        await it.press("enter")
        await it.pilot.pause()
        (campaign,) = read_campaigns(page)
        assert campaign.plan.goal == "Be sent by somebody"
        assert is_home(it)
        assert it.app.screen.places.current == "campaign"
        assert read_strategy(page, WEDNESDAY).horizon == 3


async def test_f03_declined_leaves_the_page_and_what_was_typed(open_app, page):
    change_course(page, theme(2026), "", NOW, Reason("none", at_once=True))
    async with open_app(page) as it:
        await edit(it, HORIZON_ROW)
        await it.type("1")
        await it.press("enter")
        assert it.typed == ["It is 2029."]  # the vision's first sentence, without a theme
        await it.press("escape")
        assert it.typed == ["1"]
        assert read_campaigns(page) == []


# The turn of the year


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_f06_on_2_january_the_page_proposes_to_turn_and_stays_readable(open_app, page, lang):
    async with open_app(page, lang=lang, now="2027-01-02T09:10") as it:
        await go(it)
        assert {"en": "2026 is over.", "fr": "2026 est finie."}[lang] in it.text
        assert {"en": "Think 2029", "fr": "Penser 2029"}[lang] in it.text
        await it.press("y")
        assert {"en": "Think 2030", "fr": "Penser 2030"}[lang] in it.text
        assert "2026 is over." not in it.text
        assert it.notice
        await it.press("v")
        assert {"en": "Think 2029", "fr": "Penser 2029"}[lang] in it.text
        await it.press("enter")
        assert "Be sent by somebody" in it.text
        assert "We treat the houses" in it.text
        await it.press("escape", "escape", "u")
        assert {"en": "Think 2029", "fr": "Penser 2029"}[lang] in it.text


async def test_f06_before_december_the_key_says_why_not_and_turns_nothing(open_app, page):
    async with open_app(page) as it:
        await go(it)
        assert "y next year" not in it.footer
        await it.press("y")
        assert "turns at the year's end" in it.notice
        assert "Think 2029" in it.text


# Lines and channels


async def test_f30_a_parked_line_comes_back_on_its_date(open_app, page):
    async with open_app(page, now="2027-01-03T09:10") as it:
        await go(it)
        assert "asked to be looked at again" not in it.text
        it.clock.set("2027-01-04T09:10")
        await it.look_around()
        await it.press("escape")  # from the ritual of the new week
        assert "'Gutters' asked to be looked at again. g" in it.text
        await it.press("g")
        assert "look at it again now   needs a ladder" in it.line("Gutters  ")
        await it.press("down", "down", "enter", "tab")
        await it.press("ctrl+u")
        await it.type("4/7")
        await it.press("ctrl+s", "escape")
        assert "asked to be looked at again" not in it.text


@pytest.mark.parametrize(("typed", "said"), [("someday", "I do not understand"), ("2020-01-01", "has gone by")])
async def test_f30_a_day_that_is_none_or_past_is_said_and_kept(open_app, page, typed, said):
    async with open_app(page) as it:
        await go(it, "g", "a", "tab")
        await it.type("Roofs")
        await it.press("tab")
        await it.type(typed)
        await it.press("ctrl+s")
        assert said in it.text
        assert it.typed == ["Roofs", typed, ""]
        assert all(one.name != "Roofs" for one in read_strategy(page, WEDNESDAY).choices.values())


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_a_channel_is_added_renamed_and_taken_away(open_app, page, lang):
    async with open_app(page, lang=lang) as it:
        await go(it, "g", "a", "right", "tab")
        await it.type("LinkedIn")
        await it.press("tab", "tab")
        await it.type("too loud")
        await it.press("enter")
        assert "too loud" in it.line("LinkedIn")
        await it.press(*["down"] * 3, "enter", "end")
        await it.type(" again")
        await it.press("ctrl+s")
        assert "LinkedIn again" in it.text
        (added,) = [one for one in read_strategy(page, WEDNESDAY).shelf if one.kind == CHANNEL]
        assert added.why == "too loud"
        await it.press("d")
        assert "LinkedIn" not in it.text
        await it.press("up", "up", "d")
        refusal = language.gettext("{name} is the chosen one. Choose another one first.")
        assert " ".join(refusal.format(name="Windows twice a year").split()) in body(it)


@pytest.mark.parametrize("size", SIZES)
async def test_d23_choosing_another_parks_the_first_and_logs_the_change(open_app, page, size):
    async with open_app(page, size=size) as it:
        await go(it, "g", "down", "down", "space")
        assert it.typed[0] == "Gutters"
        await it.press("ctrl+s")
        assert "needs its reason" in body(it)
        await it.press("tab")
        await it.type("nobody else does them")
        await it.press("tab", "right", "tab")
        await it.type("2027-03-01")
        await it.press("ctrl+s")
        now = read_strategy(page, WEDNESDAY)
        assert now.text(LINE) == "Gutters"
        (parked,) = [one for one in now.shelf if one.kind == LINE]
        assert (parked.name, parked.look_again_on) == ("Windows twice a year", date(2027, 3, 1))
        (change,) = now.changes
        assert (change.before, change.after, change.why) == (
            "Windows twice a year",
            "Gutters",
            "nobody else does them",
        )
        await it.press("escape", "u")
        assert read_strategy(page, WEDNESDAY).text(LINE) == "Windows twice a year"
        assert [one.name for one in read_strategy(page, WEDNESDAY).shelf] == ["Gutters"]


@pytest.mark.parametrize("first", ["twenty cards", ""])
async def test_d24_choosing_a_channel_asks_for_the_first_thing_in_the_same_form(open_app, store, first):
    async with open_app(store) as it:
        await go(it, "e", "escape", *["down"] * CHANNEL_ROW, "enter")
        assert "first thing to make" in it.text
        await it.type("Shop window")
        await it.press("tab")
        if first:
            await it.type(first)
        await it.press("ctrl+s")
        assert read_strategy(store, WEDNESDAY).text(CHANNEL) == "Shop window"
        assert it.rows("SELECT title FROM action") == ([(first,)] if first else [])


# The quality list


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_x10_the_quality_list_is_shown_kept_and_counted(open_app, page, lang):
    async with open_app(page, lang=lang) as it:
        await edit(it, QUALITY_ROW)
        assert "✓ the price is on one page" in it.text
        assert "□ the phone is answered" in it.text
        await it.press("down", "space")
        assert "✓ the phone is answered" in it.text
        await it.press("a")
        await it.type("the van is clean")
        await it.press("enter")
        assert "□ the van is clean" in it.text
        await it.press("up", "d")
        assert "the price is on one page" not in it.text
        await it.press("enter", "end")
        await it.type(" at once")
        await it.press("enter")
        assert "✓ the phone is answered at once" in it.text
        await it.press("a", "enter")
        assert {"en": "It needs a few words.", "fr": "quelques mots"}[lang] in body(it)
        await it.press("escape", "escape", "escape")
        assert {"en": "quality 1 of 2", "fr": "qualité 1 sur 2"}[lang] in body(it)


# Without colour, and with what another program does


@pytest.mark.parametrize("size", [(40, 12), *SIZES])
async def test_without_colour_every_state_has_its_word(open_app, page, size, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    run_campaign(page, "Stall", "2026-07-06", "2026-09-10", verdict=PROGRAMME)
    draft_campaign(page, Plan("Spring", starts_on=date(2027, 4, 5), ends_on=date(2027, 6, 6)), NOW)
    change_course(page, WE_SAY, "tomorrow", NOW, Reason("shorter"))
    async with open_app(page, size=size) as it:
        await go(it)
        seen = body(it)
        for _page in range(12):
            await it.press("pagedown")
            seen += body(it)
        for words in ("programme", "draft", "to be confirmed", "●"):
            assert words in seen


async def test_what_another_program_writes_is_seen(open_app, page, database):
    async with open_app(page) as it:
        await go(it)
        with Store.open(str(database)) as other:
            change_course(other, MISSION, "Written elsewhere", NOW)
        await it.look_around()
        assert "Written elsewhere" in it.text


async def test_a_line_that_is_gone_is_said_and_what_was_typed_stays(open_app, page, database):
    async with open_app(page) as it:
        await go(it, "g", "down", "down", "enter", "end")
        await it.type(" and roofs")
        with Store.open(str(database)) as other:
            other.connection.execute("UPDATE choice SET archived_on = '2026-11-18' WHERE name = 'Gutters'")
        await it.press("ctrl+s")
        assert "is not there any more" in it.text
        assert it.typed[0] == "Gutters and roofs"


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_texts_that_another_program_takes_back_meanwhile_are_said_to_be_gone(open_app, page, lang):
    said = {"en": "Mission is not there any more", "fr": "Mission n’est plus là"}[lang]
    async with open_app(page, lang=lang) as it:
        await go(it, "v")
        page.connection.execute("DELETE FROM course WHERE kind = 'mission'")
        await it.press("enter")
        assert said in it.text
        assert isinstance(it.app.screen, ListScreen)


async def test_a_former_page_that_another_program_takes_back_meanwhile_is_said_to_be_gone(open_app, page, database):
    turn_page(page, at("2028-01-03"))
    async with open_app(page, now="2028-01-05T09:10") as it:
        await go(it, "v")
        with Store.open(str(database)) as other:
            undo(other, at("2028-01-05"))
        await it.press("enter")
        assert "is not there any more" in it.text
        assert isinstance(it.app.screen, ListScreen)


async def test_a_page_that_can_t_be_read_is_said_by_the_list(open_app, page):
    async with open_app(page) as it:
        await go(it, "e")
        page.connection.execute("INSERT INTO course (kind, from_day, made_on, text) VALUES ('vision', 'x', '', '')")
        await it.press("enter")
        assert "The file is damaged" in it.text
        assert isinstance(it.app.screen, ListScreen)


async def test_a_page_full_of_everything_fits_no_screen_and_crashes_none(open_app, page):
    for number in range(30):
        shelve(page, LINE, f"Line {number} " + "x" * 60, date(2026, 11, 1), "why", BEGUN)
        write_quality(page, None, f"item {number} " + "y" * 80, False, BEGUN)
    for kind in (AUDIENCE, WE_SAY, NOT_DOING, theme(2027)):
        change_course(page, kind, "z" * 300 + " 語" * 200, BEGUN)
    for size in ((40, 12), (59, 20), (60, 20), (80, 24), (120, 36), (300, 90)):
        async with open_app(page, size=size) as it:
            await go(it, "pagedown", "e", "escape", "g", "pagedown", "escape", "c", "escape", "v", "enter", "escape")
            assert it.app.is_running
