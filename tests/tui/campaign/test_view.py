"""Campaign: the page of the one under way and of drafts, and what is done with one, by keys only."""

from __future__ import annotations

import re
from datetime import date

import pytest

from lundi.campaign.campaign import ADAPT, PROGRAMME, Ending, Message, Plan
from lundi.campaign.measures import Measure
from lundi.strategy.page import MISSION
from lundi.time.days import Moment
from storage.campaign.closing import Cadence, close_campaign
from storage.campaign.intents import (
    carry_by,
    define_measures,
    draft_campaign,
    edit_campaign,
    start_campaign,
    write_message,
    write_values,
)
from storage.campaign.rows import read_campaigns, read_irritants, read_running, read_tries
from storage.strategy.intents import change_course
from storage.week.page import read_week
from tui.kit.screens.lists import ListScreen

SIZES = [(80, 24), (120, 36)]
NOW = Moment(date(2026, 11, 18), "2026-11-18T09:00:00")
PLAN = Plan(
    "Each brings one",
    "three new clients",
    "one hour, free",
    "craftsmen",
    "Yann",
    "Calm cash flow",
    "word of mouth",
    date(2026, 9, 14),
    date(2026, 12, 11),
    "I have asked each client once",
    "asking two days later",
)


def at(day: str) -> Moment:
    return Moment(date.fromisoformat(day), f"{day}T09:00:00")


def only(store, name="Each brings one"):
    return next(one for one in read_campaigns(store) if one.name == name)


@pytest.fixture
def running(small):
    """A campaign in the tenth of its thirteen weeks, with two measures."""
    begun = at("2026-09-14")
    draft_campaign(
        small, PLAN, begun, measures=[Measure("", "people sent", 0, 10_000), Measure("", "calls", 2000, 8000)]
    )
    start_campaign(small, only(small), begun)
    sent, calls = only(small).measures
    write_values(small, only(small), {sent.id: 4000}, at("2026-10-12"))
    write_values(small, only(small), {sent.id: 7000, calls.id: 5000}, at("2026-11-09"))
    carry_by(small, only(small), [small.habits()[0].id], begun)
    write_message(small, only(small), Message("Do you pay on the 5th?", "", "Yes.", "I sleep.", ""), begun)
    return small


# The page


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_the_page_says_everything(open_app, running, size, lang):
    words = {
        "en": ("week 10 of 13, until 11 December", "written for Yann", "✓ so what", "□ what now", "you 1, us 0", "74%"),
        "fr": ("semaine 10 sur 13, jusqu’au 11 décembre", "écrit pour Yann", "✓ et alors", "□ je fais quoi",
               "vous 0, moi 0", "74\u00a0%"),
    }[lang]  # fmt: skip
    async with open_app(running, size=size, lang=lang) as it:
        await it.press("3")
        for text in (*words, "Each brings one", "three new clients", "one hour, free", "craftsmen", "word of mouth",
                     "Calm cash flow", "▎ Do you pay on the 5th?", "I sleep.", "asking two days later",
                     "I have asked each client once", "jargon 0", "7/10", "People sent"):  # fmt: skip
            assert text in it.text, text


@pytest.mark.parametrize("size", SIZES)
async def test_one_guide_of_elapsed_time_goes_through_all_measures(open_app, running, size):
    async with open_app(running, size=size) as it:
        await it.press("3")
        bars = [line for line in it.lines if "┼" in line]
        (time,) = [line for line in it.lines if "┴" in line]
        assert len(bars) == 2
        assert {line.index("┼") for line in bars} == {time.index("┴")}
        start, end = time.index("━"), time.rindex("─")
        assert (time.index("┴") - start) * 100 // (end + 1 - start) in (72, 73, 74)
        assert bars[0].count("━") * 10 // (end + 1 - start) in (6, 7)
        assert bars[1].count("━") * 10 // (end + 1 - start) in (4, 5)  # from two to eight, five is half the way


async def test_with_room_a_line_week_by_week_stands_under_each_bar(open_app, running):
    async with open_app(running, size=(120, 36)) as it:
        await it.press("3")
        number = next(place for place, line in enumerate(it.lines) if "People sent" in line)
        bar, weeks = it.lines[number : number + 2]
        blocks = re.findall(r"[▁▂▃▄▅▆▇█]+", weeks)
        assert [block[0] for block in blocks] == list("▁▁▁▁▄▄▄▄▆▆")
        assert weeks.index("│") == bar.index("┼")
        assert weeks.index("▁") == bar.index("━")
    async with open_app(running) as it:
        await it.press("3")
        assert not re.search("[▁▂▃▄▅▆▇]", it.text)
        await it.press("m")
        assert "▁▁▁▁▄▄▄▄▆▆ from 0 to 10" in it.text


async def test_the_page_is_the_design_s_at_eighty_by_twenty_four(open_app, annee):
    async with open_app(annee, lang="fr") as it:
        await it.press("3")
        for text in ("Chacun amène un artisan", "semaine 10 sur 13, jusqu’au 11 décembre", "7/10", "4/8", "1/3",
                     "Vue du client", "demander deux jours", "avoir demandé une fois"):  # fmt: skip
            assert text in it.text, text
        assert it.footer.endswith("? touches")


async def test_the_first_draft_has_what_was_found_underlined(open_app, annee):
    async with open_app(annee, lang="fr", size=(120, 36)) as it:
        await it.press("3")
        strips = it.app.screen._compositor.render_strips()
        underlined = [
            segment.text for strip in strips for segment in strip if segment.style and segment.style.underline
        ]
        assert {"optimise", "booste"} <= set(underlined)
        assert "améliorer" in it.line("Plutôt")
        assert "Le petit-déjeuner du premier jeudi · toutes les 4 semaines · à revoir le" in it.text


@pytest.mark.parametrize("size", [(40, 12), (50, 20), (60, 24), (80, 24), (119, 60), (120, 34), (200, 60)])
@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_no_size_breaks_the_page_or_a_dialog(open_app, annee, size, lang):
    draft_campaign(annee, Plan("Another " * 30, "goal " * 50, "offer\nanother", "x" * 300), NOW)
    async with open_app(annee, size=size, lang=lang) as it:
        await it.press("3")
        assert "Chacun" in it.text
        for key in ("e", "m", "M", "w", "g", "o", "L", "a"):
            await it.press(key)
            assert it.app.is_running
            await it.press("escape")
        await it.press("tab", "s", "pagedown", "down", "up", "pageup")
        assert "Another" in it.text


async def test_what_doesn_t_fit_is_scrolled_to(open_app, annee):
    async with open_app(annee, size=(60, 16), lang="fr") as it:
        await it.press("3")
        assert "avoir demandé" not in it.text
        await it.press("pagedown", "pagedown")
        assert "avoir demandé" in it.text
        await it.press("pageup", "pageup")
        assert "Chacun amène" in it.text


async def test_user_text_is_no_markup(open_app, store):
    draft_campaign(store, Plan("[b]Bold[/b]", "[red]goal[/red]", "[link=x]offer"), NOW)
    async with open_app(store) as it:
        await it.press("3")
        for text in ("[b]Bold[/b]", "[red]goal[/red]", "[link=x]offer"):
            assert text in it.text


# Goals stay where they belong


@pytest.mark.parametrize("size", SIZES)
async def test_h01_the_first_screen_lists_habits_and_no_goal(open_app, running, size):
    async with open_app(running, size=size) as it:
        assert "Calls" in it.chosen
        for text in ("three new clients", "7/10", "Each brings one", "people sent"):
            assert text.lower() not in it.text.lower()


async def test_h11_a_measure_is_on_no_other_screen(open_app, running):
    async with open_app(running, size=(120, 36)) as it:
        for place in "14":
            await it.press(place)
            assert "7/10" not in it.text
            assert "three new clients" not in it.text


# Empty, drafts, several


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("lang", "words"), [("en", "No campaign."), ("fr", "Pas de campagne.")])
async def test_the_empty_place_says_its_key(open_app, store, size, lang, words):
    async with open_app(store, size=size, lang=lang) as it:
        await it.press("3")
        assert words in it.text
        before = it.text
        for key in ("tab", "shift+tab", "up", "down"):
            await it.press(key)
        assert it.text == before
        for key in ("e", "enter", "s", "m", "M", "w", "L", "d", "b", "v"):
            await it.press(key)
            assert it.notice
            assert len(it.app.screen_stack) == 1, key
        assert it.rows("SELECT * FROM batch") == []


async def test_tab_steps_through_the_one_under_way_and_drafts(open_app, running):
    draft_campaign(running, Plan("Second", "g"), at("2026-11-01"))
    draft_campaign(running, Plan("Third", "g"), at("2026-11-10"))
    async with open_app(running) as it:
        await it.press("3")
        seen = []
        for _step in range(4):
            seen.append(it.lines[3].strip().split("   ")[0])
            await it.press("tab")
        assert seen == ["Each brings one", "Third", "Second", "Each brings one"]
        await it.press("shift+tab", "shift+tab")
        assert "Second" in it.text
        assert "Draft" in it.lines[3]
        assert "3 of 3" in it.lines[3]
        await it.press("u")  # the draft that is shown may go
        assert "s start" in it.footer or "b end review" in it.footer


async def test_what_another_program_changes_is_shown(open_app, running):
    async with open_app(running) as it:
        await it.press("3")
        sent = only(running).measures[0]
        write_values(running, only(running), {sent.id: 9000}, NOW)
        it.app.main.reload()
        await it.pilot.pause()
        assert "9/10" in it.text


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_the_day_after_its_end_the_page_says_so_with_its_key(open_app, running, lang):
    async with open_app(running, lang=lang, now="2026-12-12T09:00") as it:
        await it.press("escape", "3")  # the end review opens by itself
        assert {"en": "to close since 11 December", "fr": "à clore depuis le 11 décembre"}[lang] in it.text
        assert {"en": "It has ended. b looks back", "fr": "Elle est terminée. b fait le bilan"}[lang] in it.text
        assert "100" in it.line("┴")


async def test_one_that_begins_later_says_when(open_app, small):
    draft_campaign(small, Plan("Fair", "g", "o", "a", channel="c", starts_on=date(2026, 11, 30),
                               ends_on=date(2026, 12, 20)), NOW)  # fmt: skip
    start_campaign(small, only(small, "Fair"), NOW)
    async with open_app(small) as it:
        await it.press("3")
        assert "begins 30 November, until 20 December" in it.text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_f27_an_adapted_one_shows_its_parent_and_the_difference(open_app, store, size, lang):
    begun = at("2026-09-01")
    parent = Plan("Letters", "g", "o", "a", channel="courriel", ends_on=date(2026, 10, 1), spent=24_000)
    draft_campaign(store, parent, begun)
    start_campaign(store, only(store, "Letters"), begun)
    close_campaign(store, only(store, "Letters"), Ending(date(2026, 10, 2), ADAPT, "partly", 3), at("2026-10-02"))
    child = next(one for one in read_campaigns(store) if one.ending is None)
    edit_campaign(store, child, Plan("Letters", "g", "o", "a", channel="petit-déjeuner"), NOW)
    async with open_app(store, size=size, lang=lang) as it:
        await it.press("3")
        label = {"en": "channel: courriel → petit-déjeuner", "fr": "canal\u00a0: courriel → petit-déjeuner"}[lang]
        assert label in it.text
        assert {"en": "'Letters', Oct 2026", "fr": "«\u00a0Letters\u00a0», oct. 2026"}[lang] in it.text
        # X02: what a new client cost, beside one who was sent
        said = {"en": "€240 and 3 clients: €80 each; by word of mouth: €0", "fr": "80\u00a0€"}[lang]
        assert said in " ".join(it.text.split(" ")).replace("\n", " ") or said in " ".join(re.split("[ \n]+", it.text))


async def test_x02_money_is_typed_on_the_card_and_stands_on_the_page(open_app, running):
    async with open_app(running, lang="fr") as it:
        await it.press("3", "e")
        it.app.screen.query_one("#spent").value = "douze"
        await it.press("ctrl+s")
        assert "douze" in it.typed
        assert only(running).plan.spent == 0
        it.app.screen.query_one("#spent").value = "1 240,50 €"
        await it.press("ctrl+s")
        assert only(running).plan.spent == 124_050
        assert "dépensé 1\u00a0240,50\u00a0€" in it.text


async def test_f28_programmes_are_a_line_under_everything(open_app, running):
    cadence = Cadence("First Thursday", 4, date(2027, 11, 1))
    close_campaign(running, only(running), Ending(NOW.day, PROGRAMME), NOW, cadence=cadence)
    async with open_app(running) as it:
        await it.press("3")
        assert "No campaign." in it.text
        assert "First Thursday · every 4 weeks · looked at on" in it.text


# The card


@pytest.mark.parametrize("size", SIZES)
async def test_the_card_changes_everything_in_one_change(open_app, small, size):
    draft_campaign(small, Plan("Old", "goal"), NOW)
    texts = {"name": "New", "goal": "another goal", "offer": "an offer", "audience": "bakers", "reader": "Ines",
             "line": "Bread", "channel": "radio", "from": "2026-12-01", "until": "4w", "enough": "one show",
             "attempt": "early", "spent": "12.50"}  # fmt: skip
    async with open_app(small, size=size) as it:
        await it.press("3", "enter")
        for field, text in texts.items():
            it.app.screen.query_one(f"#{field}").value = text
        await it.press("ctrl+s", "escape")
        assert only(small, "New").plan == Plan(
            "New", "another goal", "an offer", "bakers", "Ines", "Bread", "radio", date(2026, 12, 1),
            date(2026, 12, 28), "one show", "early", 1250,
        )  # fmt: skip
        await it.press("u")
        assert only(small, "Old").plan.goal == "goal"


async def test_the_card_as_it_is_changes_nothing(open_app, running):
    before = only(running)
    async with open_app(running, lang="fr") as it:
        await it.press("3", "e", "ctrl+s")
        assert not it.is_asking
        assert only(running) == before


async def test_the_end_of_one_under_way_moves_by_lengthening_only(open_app, running):
    async with open_app(running) as it:
        await it.press("3", "e")
        it.app.screen.query_one("#until").value = "2027-01-15"
        await it.press("ctrl+s")
        assert "Its end doesn't move by itself. Lengthen it" in it.text
        assert "2027-01-15" in it.typed
        assert only(running).plan.ends_on == date(2026, 12, 11)


@pytest.mark.parametrize("size", SIZES)
async def test_it_is_lengthened_once_with_a_reason(open_app, running, size):
    async with open_app(running, size=size) as it:
        await it.press("3", "L")
        assert "Once only, until Sun 24 Jan at the latest." in it.text
        await it.type("2027-03-01")
        await it.press("enter")
        await it.type("the fair was put off")
        await it.press("enter")
        assert "It may last until Sun 24 Jan at the latest" in it.text
        assert it.typed == ["2027-03-01", "the fair was put off"]
        it.app.screen.query_one("#until").value = "2026-12-31"
        await it.press("ctrl+s")
        assert only(running).plan.ends_on == date(2026, 12, 31)
        assert "11 Dec" in it.text  # the first end
        assert "the fair was put off" in it.text
        await it.press("L")
        assert it.notice.startswith("It was lengthened once already.")


async def test_a_draft_is_let_go_and_comes_back(open_app, small):
    draft_campaign(small, Plan("Draft of a draft", "g"), NOW)
    async with open_app(small) as it:
        await it.press("3", "d")
        assert it.notice == "Let go of: Draft of a draft. u brings it back."
        assert read_campaigns(small) == []
        assert "No campaign." in it.text
        await it.press("u")
        assert "Draft of a draft" in it.text


async def test_one_under_way_isn_t_let_go(open_app, running):
    async with open_app(running) as it:
        await it.press("3", "d")
        assert it.notice == "A campaign that was started isn't let go of: it is closed, and teaches something."
        assert read_running(running) is not None


# Measures


@pytest.mark.parametrize("size", SIZES)
async def test_f27_where_the_measures_stand_is_typed(open_app, running, size):
    async with open_app(running, size=size) as it:
        await it.press("3", "m")
        assert it.typed == ["7", "5"]
        await it.press("8", "enter")
        it.app.focused.value = "lots"
        await it.press("enter")
        assert "'lots' is no number." in it.text
        assert it.typed == ["8", "lots"]
        assert only(running).measures[0].now == 7000
        it.app.focused.value = "5.5"
        await it.press("enter")
        assert [one.now for one in only(running).measures] == [8000, 5500]
        assert "8/10" in it.text
        await it.press("u")
        assert [one.now for one in only(running).measures] == [7000, 5000]
        batches = it.rows("SELECT count(*) FROM batch")
        await it.press("m", "ctrl+s")
        assert it.rows("SELECT count(*) FROM batch") == batches


@pytest.mark.parametrize("size", SIZES)
async def test_f27_up_to_three_measures_are_defined(open_app, small, size):
    draft_campaign(small, Plan("One", "g"), NOW)
    async with open_app(small, size=size) as it:
        await it.press("3", "m")  # nothing is measured: what is it to be?
        for text in ("people sent", "", "10", "calls", "2", "8", "clients", "0", "0"):
            if text:
                await it.type(text)
            await it.press("enter")
        assert "'clients' starts at 0 and aims at 0. Give it another target." in it.text
        assert "people sent" in it.typed
        it.app.screen.query_one("#to2").value = "3"
        await it.press("ctrl+s")
        assert [(one.name, one.start, one.target) for one in only(small, "One").measures] == [
            ("people sent", 0, 10_000),
            ("calls", 2000, 8000),
            ("clients", 0, 3000),
        ]
        await it.press("M")
        it.app.screen.query_one("#name1").value = ""
        await it.press("ctrl+s")
        assert [one.name for one in only(small, "One").measures] == ["people sent", "clients"]


async def test_one_under_way_without_a_measure_says_the_key(open_app, running):
    define_measures(running, only(running), [], NOW)
    async with open_app(running) as it:
        await it.press("3")
        assert "Nothing is measured yet. M says what." in it.text


# What was learned


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_x13_irritants_are_noted_mended_and_opened_again(open_app, store, size, lang):
    async with open_app(store, size=size, lang=lang) as it:
        await it.press("3", "g", "a")
        await it.press("enter")
        assert it.is_asking  # a few words are needed
        await it.type("the phone rang for a week")
        await it.press("enter")
        assert "□ the phone rang for a week" in it.text
        await it.press("space")
        assert read_irritants(store)[0].mended_on == NOW.day
        assert "✓ the phone rang for a week" in it.text
        await it.press("space", "escape")
        assert read_irritants(store)[0].mended_on is None
        await it.press("u")
        assert read_irritants(store)[0].mended_on == NOW.day


@pytest.mark.parametrize("size", SIZES)
async def test_f14_a_one_off_try_counts_in_no_score(open_app, running, size):
    week = NOW.week
    async with open_app(running, size=size) as it:
        before = read_week(running, week, NOW.day).score
        await it.press("3", "o", "a")
        assert "It counts in no score." in it.text
        for text in ("A word in the invoices", "two calls", "people keep paper"):
            await it.type(text)
            await it.press("enter")
        await it.press("ctrl+s")
        assert read_week(running, week, NOW.day).score == before
        (tried,) = read_tries(running)
        assert (tried.text, tried.result, tried.lesson, tried.day) == (
            "A word in the invoices", "two calls", "people keep paper", NOW.day,
        )  # fmt: skip
        assert "people keep paper" in it.text
        await it.press("enter")
        it.app.screen.query_one("#day").value = "some day"
        await it.press("ctrl+s")
        assert "I do not understand 'some day'." in it.text
        it.app.screen.query_one("#day").value = "16/11"
        await it.press("ctrl+s")
        assert read_tries(running)[0].day == date(2026, 11, 16)
        await it.press("d")
        assert read_tries(running) == []
        await it.press("escape", "u")
        assert len(read_tries(running)) == 1


# The screens beside it


@pytest.mark.parametrize("key", ["v", "b", "c"])
@pytest.mark.parametrize("size", SIZES)
async def test_the_screens_beside_it_open_and_close(open_app, running, size, key):
    change_course(running, MISSION, "Nobody waits", NOW)
    async with open_app(running, size=size) as it:
        await it.press("3", key)
        assert len(it.app.screen_stack) == 2
        await it.press("escape")
        assert len(it.app.screen_stack) == 1
        await it.press("w")
        assert isinstance(it.app.screen, ListScreen)


# What can't be read any more


async def test_the_next_campaign_that_can_t_be_read_is_said(open_app, store):
    for name in ("One", "Another"):
        draft_campaign(store, Plan(name), NOW)
    async with open_app(store) as it:
        await it.press("3")
        store.connection.execute("UPDATE campaign SET added_on = 'no day'")
        await it.press("tab")
        assert "The file is damaged" in it.text
        assert it.app.is_running
