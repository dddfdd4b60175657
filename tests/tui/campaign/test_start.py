"""Campaign: beginning one and starting it, by keys only."""

from __future__ import annotations

from datetime import date

import pytest

from lundi.campaign.campaign import Message, Plan
from lundi.campaign.measures import Measure
from lundi.strategy.page import CHANNEL, LINE, MISSION
from lundi.time.days import Moment
from storage.campaign.intents import carry_by, draft_campaign, start_campaign, write_message
from storage.campaign.lessons import mend_irritant, note_irritant
from storage.campaign.rows import read_campaigns, read_irritants, read_running
from storage.strategy.intents import change_course, choose, read_mission
from storage.strategy.shelf import write_quality
from tui.campaign.card import templates
from tui.kit.screens.lists import ListScreen

SIZES = [(80, 24), (120, 36)]
NOW = Moment(date(2026, 11, 18), "2026-11-18T09:00:00")
FIVE = {"goal": "three clients", "offer": "one hour, free", "audience": "craftsmen", "channel": "breakfast"}


async def fill(it, **texts: str) -> None:
    """Put texts into fields of the dialog, by id."""
    for field, text in texts.items():
        it.app.screen.query_one(f"#{field}").value = text
    await it.pilot.pause()


async def to_the_card(it, template: int = 0) -> None:
    """To the card of a new campaign; the mission is passed where it is asked."""
    await it.press("3", "a")
    if "why do you do this work?" in it.text or "pourquoi faites-vous ce métier" in it.text:
        await it.press("escape")
    await it.press(*["down"] * template, "enter")


def draft(store, name="Breakfasts", **card) -> object:
    """A draft with the five things that a start needs."""
    plan = {"ends_on": date(2026, 12, 11), **FIVE, **card}
    campaign_id = draft_campaign(store, Plan(name, **plan), NOW)
    return next(one for one in read_campaigns(store) if one.id == campaign_id)


def ready(store, name="Breakfasts", **card) -> object:
    """A draft with nothing open on the start list."""
    store_line = card.pop("line", "Calm cash flow")
    campaign = draft(store, name, line=store_line, **card)
    if not store.habits():
        raise AssertionError("a habit first")
    carry_by(store, campaign, [store.habits()[0].id], NOW)
    write_message(store, campaign, Message("Do you pay on the 5th?", "", "yes", "I sleep", "I call"), NOW)
    return next(one for one in read_campaigns(store) if one.id == campaign.id)


# The first campaign asks for the mission


@pytest.mark.parametrize("passing", ["escape", "enter"])
@pytest.mark.parametrize("size", SIZES)
async def test_d08_the_mission_is_asked_once_and_can_be_passed(open_app, store, size, passing):
    async with open_app(store, size=size) as it:
        await it.press("3", "a")
        assert "First: why do you do this work?" in it.text
        await it.press(passing)
        assert "Begin a campaign" in it.text
        await it.press("escape", "a")
        assert "why do you do this work?" not in it.text
        assert "Begin a campaign" in it.text
        assert read_mission(store) == ""


async def test_d08_the_mission_that_is_given_is_kept(open_app, store):
    async with open_app(store, lang="fr") as it:
        await it.press("3", "a")
        assert "pourquoi faites-vous ce métier" in it.text
        await it.type("Que personne n’attende")
        await it.press("enter")
        assert read_mission(store) == "Que personne n’attende"
        assert "Commencer une campagne" in it.text


async def test_d08_whoever_has_a_mission_isn_t_asked(open_app, store):
    change_course(store, MISSION, "Nobody waits", NOW)
    async with open_app(store) as it:
        await it.press("3", "a")
        assert "why do you do this work?" not in it.text


# The card


@pytest.mark.parametrize("size", SIZES)
async def test_f12_five_fields_are_enough(open_app, small, size):
    async with open_app(small, size=size) as it:
        await it.press("3", "a", "enter", "enter")
        for text in (*FIVE.values(), "6w"):
            await it.type(text)
            await it.press("enter")
        await it.press("ctrl+s")
        assert isinstance(it.app.screen, ListScreen)  # which habit carries it?
        await it.press("enter")
        assert "Everything it needs is there. s starts it." in it.text
        assert "Draft, until 29 December" in it.text
        (campaign,) = read_campaigns(small)
        assert (campaign.name, campaign.plan.ends_on) == ("three clients", date(2026, 12, 29))
        await it.press("s", "right", "enter")
        await it.type("because")
        await it.press("enter")
        assert it.notice == "Started: three clients"
        assert read_running(small).id == campaign.id


async def test_a_campaign_is_begun_in_a_hurry(open_app, small):
    change_course(small, MISSION, "Nobody waits", NOW)
    async with open_app(small) as it:
        await it.press("3")
        await it.hurry("a", "enter", *"goal", "tab", *"an", "space", *"offer", "ctrl+s")
        await it.hurry("space", "enter", "e")
        (campaign,) = read_campaigns(small)
        assert (campaign.plan.goal, campaign.plan.offer) == ("goal", "an offer")
        assert len(campaign.habit_ids) == 1
        assert "The card of a campaign" in it.text


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_f12_days_of_preparation_are_said_beyond_fourteen_to_start_small(open_app, store, lang):
    draft(store)
    said = {"en": ("12 days of preparation", "Prepared for 20 days: start small."),
            "fr": ("12 jours de préparation", "En préparation depuis 20 jours : commencez petit.")}[lang]  # fmt: skip
    async with open_app(store, lang=lang, now="2026-11-30T09:00") as it:
        await it.press("3")
        assert said[0] in it.text
        it.clock.set("2026-12-08T09:00")
        await it.look_around()
        await it.press("escape")  # from the ritual of that week
        assert said[1].replace(" :", "\u00a0:") in it.text


@pytest.mark.parametrize("size", SIZES)
async def test_the_chosen_channel_is_proposed_and_typing_replaces_it(open_app, store, size):
    choose(store, CHANNEL, "word of mouth", NOW)
    async with open_app(store, size=size) as it:
        await to_the_card(it)
        await it.press("tab", "tab", "tab")
        assert it.app.focused.value == "word of mouth"
        await it.press("x")
        assert it.app.focused.value == "x"


async def test_x18_an_offer_of_several_lines_is_asked_which_one_and_stays(open_app, store):
    async with open_app(store) as it:
        await to_the_card(it)
        await it.type("three clients")
        await it.press("enter")
        await it.type("one hour, free\na workshop at €300")
        await it.press("ctrl+s")
        assert "That is more than one offer. Which one?" in it.text
        assert it.typed[:2] == ["three clients", "one hour, free ⏎ a workshop at €300"]
        assert read_campaigns(store) == []


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("until", "never", "I do not understand the last day 'never'."),
        ("from", "some day", "I do not understand 'some day'."),
        ("until", "2026-11-01", ""),
    ],
)
async def test_a_wrong_day_is_said_and_everything_stays(open_app, store, field, text, said):
    async with open_app(store) as it:
        await to_the_card(it)
        await fill(it, **FIVE, **{field: text}, **({"from": "2026-11-20"} if not said else {}))
        await it.press("ctrl+s")
        assert (said or "The end is before the start (Sun 1 Nov < Fri 20 Nov).") in it.text
        assert set(FIVE.values()) < set(it.typed)
        assert read_campaigns(store) == []


async def test_a_campaign_without_a_word_is_refused(open_app, store):
    async with open_app(store) as it:
        await to_the_card(it)
        await it.press("ctrl+s")
        assert "A campaign needs a name or a goal, in a few words." in it.text


@pytest.mark.parametrize(("text", "day"), [("6 sem", date(2026, 12, 29)), ("11/12", date(2026, 12, 11))])
async def test_the_end_is_a_day_or_so_many_weeks(open_app, store, text, day):
    async with open_app(store, lang="fr") as it:
        await to_the_card(it)
        await fill(it, **FIVE, until=text)
        await it.press("ctrl+s")
        assert read_campaigns(store)[0].plan.ends_on == day


@pytest.mark.parametrize("size", SIZES)
async def test_f13_a_start_far_away_asks_for_a_smaller_piece_now(open_app, store, size):
    async with open_app(store, size=size) as it:
        await to_the_card(it)
        await fill(it, **FIVE, **{"from": "2027-06-06", "until": "6w"})
        question = "It starts in 200 days. What smaller piece could be out now?"
        assert question in it.text
        await it.press("ctrl+s")
        assert it.text.count(question) == 2  # asked, and nothing saved yet
        assert read_campaigns(store) == []
        await fill(it, piece="one page")
        await it.press("ctrl+s")
        assert read_campaigns(store)[0].plan.starts_on == date(2027, 6, 6)
        assert it.rows("SELECT title, state FROM action") == [("one page", "idea")]
        await it.press("escape", "u")
        assert read_campaigns(store) == []
        assert it.rows("SELECT * FROM action") == []


async def test_f13_the_question_can_be_passed(open_app, store):
    async with open_app(store) as it:
        await to_the_card(it)
        await fill(it, **FIVE, **{"from": "2027-06-06", "until": "6w"})
        await it.press("ctrl+s", "ctrl+s")
        assert len(read_campaigns(store)) == 1
        assert it.rows("SELECT * FROM action") == []


async def test_f13_a_start_within_thirty_days_asks_nothing(open_app, store):
    async with open_app(store) as it:
        await to_the_card(it)
        await fill(it, **FIVE, **{"from": "2026-12-18", "until": "6w"})
        assert "What smaller piece" not in it.text
        await it.press("ctrl+s")
        assert len(read_campaigns(store)) == 1


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_f11_the_small_template_is_two_mails_three_posts_one_page(open_app, store, lang):
    async with open_app(store, lang=lang) as it:
        await to_the_card(it, template=1)
        await fill(it, goal="g")
        await it.press("ctrl+s")
        (campaign,) = read_campaigns(store)
        assert [(one.name, one.target) for one in campaign.measures] == (
            [("e-mails", 2000), ("posts", 3000), ("pages", 1000)]
            if lang == "en"
            else [("courriels", 2000), ("publications", 3000), ("pages", 1000)]
        )
        assert (
            campaign.plan.enough
            == {
                "en": "one or two e-mails, three posts, one page",
                "fr": "un ou deux courriels, trois publications, une page",
            }[lang]
        )
        await it.press("escape")
        assert campaign.plan.enough in it.text


@pytest.mark.parametrize("size", SIZES)
async def test_f23_a_newsletter_needs_its_issues_or_its_end(open_app, store, size):
    async with open_app(store, size=size) as it:
        await to_the_card(it, template=2)
        await fill(it, **FIVE)
        await it.press("ctrl+s")
        assert "A newsletter ends too. After how many issues, or on which day?" in it.text
        assert read_campaigns(store) == []
        await fill(it, issues="many")
        await it.press("ctrl+s")
        assert "'many' is no such number." in it.text
        assert "many" in it.typed
        await fill(it, issues="6")
        assert "6 issues, until Wed 27 Jan" in it.text
        await it.press("ctrl+s")
        (campaign,) = read_campaigns(store)
        assert campaign.plan.ends_on == date(2027, 1, 27)
        assert [(one.name, one.start, one.target) for one in campaign.measures] == [("issues", 0, 6000)]


async def test_f23_the_end_works_out_the_issues_and_too_many_are_refused(open_app, store):
    async with open_app(store) as it:
        await to_the_card(it, template=2)
        await fill(it, **FIVE, until="2027-01-27", issues="7")
        await it.press("ctrl+s")
        assert "7 issues last until Wed 10 Feb. Fewer issues, or a later end?" in it.text
        await fill(it, issues="")
        await it.press("ctrl+s")
        assert read_campaigns(store)[0].measures[0].target == 6000


# The habit that carries it


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_h01_saving_a_goal_asks_which_habit_carries_it(open_app, small, size, lang):
    question = {"en": "Which habit carries it?", "fr": "Quelle habitude la porte\u00a0?"}[lang]
    async with open_app(small, size=size, lang=lang) as it:
        await to_the_card(it)
        await fill(it, goal="three clients")
        await it.press("ctrl+s")
        assert isinstance(it.app.screen, ListScreen)
        assert question in it.text
        await it.press("escape")
        assert question in it.text  # the warning, with its key
        assert f"{question} w" in it.text
        await it.press("w", "down", "space")
        assert "✓ Article" in it.text
        await it.press("enter")
        assert question not in it.text
        assert [len(one.habit_ids) for one in read_campaigns(small)] == [1]
        await it.press("u")
        assert question in it.text
        await it.press("ctrl+y", "w", "down", "space", "escape")
        assert question in it.text


async def test_h01_another_goal_asks_again_while_nothing_carries_it(open_app, small):
    draft(small)
    async with open_app(small) as it:
        await it.press("3", "e")
        await fill(it, goal="four clients")
        await it.press("ctrl+s")
        assert isinstance(it.app.screen, ListScreen)
        await it.press("space", "enter", "e")
        await fill(it, goal="five clients")
        await it.press("ctrl+s")
        assert not isinstance(it.app.screen, ListScreen)


async def test_h01_without_habits_the_list_says_where_one_is_added(open_app, store):
    draft(store)
    async with open_app(store) as it:
        await it.press("3", "w")
        assert "No habit yet. On the Week, a adds one." in it.text
        await it.press("space", "enter")
        assert not isinstance(it.app.screen, ListScreen)


# Starting


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_f26_without_an_end_it_can_t_start(open_app, store, lang):
    draft(store, ends_on=None)
    said = {"en": "A campaign has an end. Which day?", "fr": "Une campagne a une fin. Quel jour\u00a0?"}[lang]
    async with open_app(store, lang=lang) as it:
        await it.press("3")
        assert f"□ {said}" in it.text
        await it.press("s")
        assert it.notice == said
        assert read_running(store) is None


@pytest.mark.parametrize("size", SIZES)
async def test_f26_days_left_stand_in_the_header_of_every_place(open_app, small, size):
    start_campaign(small, draft(small), NOW)
    async with open_app(small, size=size) as it:
        for place in "1234":
            await it.press(place)
            assert "D-23" in it.lines[1 if size[1] > 30 else 0]


@pytest.mark.parametrize("missing", ["goal", "offer", "audience", "channel"])
async def test_f12_each_of_the_five_is_needed(open_app, store, missing):
    draft(store, **{missing: ""})
    async with open_app(store) as it:
        await it.press("3")
        (sentence,) = [line.strip()[2:] for line in it.lines if line.strip().startswith("□ It needs")]
        await it.press("s")
        assert it.notice == sentence
        assert read_running(store) is None


@pytest.mark.parametrize("size", SIZES)
async def test_with_nothing_open_an_answer_and_enter_start_it(open_app, small, size):
    choose(small, LINE, "Calm cash flow", NOW)
    ready(small)
    async with open_app(small, size=size) as it:
        await it.press("3", "s")
        assert "□" not in "".join(line for line in it.lines if "carried by" in line or "one line" in line)
        await it.press("right", "enter", "enter")
        assert it.notice == "Started: Breakfasts"
        running = read_running(small)
        assert (running.hides_weakness, running.started_anyway) == ("no", "")
        assert "week 1 of 4, until 11 December" in it.text
        await it.press("u")
        assert read_running(small) is None
        assert "Draft" in it.text


@pytest.mark.parametrize("size", SIZES)
async def test_c09_blank_answers_stand_in_the_start_list(open_app, small, size):
    campaign = ready(small)
    write_message(small, campaign, Message("Text", "", "yes", "", ""), NOW)
    async with open_app(small, size=size) as it:
        await it.press("3", "s")
        assert "□ the client's questions: 1 of 3 answered" in it.text
        await it.press("right", "ctrl+s")
        assert "Something is open. Why start all the same?" in it.text
        assert read_running(small) is None
        await fill(it, anyway="the fair is on Monday")
        await it.press("ctrl+s")
        assert read_running(small).started_anyway == "the fair is on Monday"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_x10_what_isn_t_right_yet_is_shown_and_can_be_passed_with_a_reason(open_app, small, size, lang):
    choose(small, LINE, "Calm cash flow", NOW)
    write_quality(small, None, "an answer within a day", False, NOW)
    write_quality(small, None, "the invoice on time", True, NOW)
    ready(small)
    async with open_app(small, size=size, lang=lang) as it:
        await it.press("3", "s")
        assert "□ an answer within a day" in it.text
        assert "the invoice on time" not in it.text
        await it.press("right", "enter", "enter")
        assert it.is_asking
        await it.type("we answer by phone")
        await it.press("enter")
        assert read_running(small).started_anyway == "we answer by phone"


async def test_x10_the_list_of_another_line_is_left_out(open_app, small):
    choose(small, LINE, "Another line", NOW)
    write_quality(small, None, "an answer within a day", False, NOW)
    ready(small)
    async with open_app(small) as it:
        await it.press("3", "s")
        assert "an answer within a day" not in it.text


@pytest.mark.parametrize("size", SIZES)
async def test_x13_open_irritants_of_the_line_are_listed_and_yes_makes_a_draft_to_mend(open_app, small, size):
    choose(small, LINE, "Another line", Moment(date(2026, 11, 2), "2026-11-02T09:00:00"))
    note_irritant(small, "of the other line", NOW)
    small.connection.execute("UPDATE irritant SET line_id = (SELECT id FROM choice WHERE name = 'Another line')")
    ready(small)
    for text in ("the phone rang for a week", "the bill was wrong"):
        note_irritant(small, text, NOW)
    small.connection.execute("UPDATE irritant SET line_id = NULL WHERE text <> 'of the other line'")
    async with open_app(small, size=size) as it:
        await it.press("3", "s")
        assert "□ the phone rang for a week" in it.text
        assert "□ the bill was wrong" in it.text
        assert "of the other line" not in it.text
        await it.press("left")  # yes
        assert "a draft to mend it first is begun" in it.text
        await it.press("ctrl+s")
        assert it.notice.startswith("It waits. 'Mend first' is a draft now")
        assert read_running(small) is None
        assert {one.name for one in read_campaigns(small)} == {"Breakfasts", "Mend first"}
        assert "Breakfasts" in it.text
        assert "1 of 2" in it.text or "2 of 2" in it.text
        await it.press("tab")
        assert "Mend first" in it.text
        await it.press("u")
        assert [one.name for one in read_campaigns(small)] == ["Breakfasts"]


async def test_x13_a_mended_one_isn_t_listed(open_app, small):
    ready(small)
    note_irritant(small, "the phone rang for a week", NOW)
    mend_irritant(small, read_irritants(small)[0], NOW)
    async with open_app(small) as it:
        await it.press("3", "s")
        assert "the phone rang" not in it.text


async def test_x13_many_irritants_leave_the_questions_in_sight(open_app, small):
    ready(small)
    for number in range(30):
        note_irritant(small, f"bothered {number:02}", NOW)
        write_quality(small, None, f"quality {number:02}", False, NOW)
    async with open_app(small) as it:
        await it.press("3", "s")
        assert "and 26 more" in it.text
        assert "hides a weakness?" in it.text


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Does this campaign hide a weakness? Promotion mends none: it shows it to more people."),
        (
            "fr",
            "Cette campagne cache-t-elle une faiblesse\u00a0? La promotion n’en répare aucune\u00a0: elle la montre",
        ),
    ],
)
async def test_x14_the_warning_is_sober(open_app, small, lang, said):
    ready(small)
    async with open_app(small, size=(120, 36), lang=lang) as it:
        await it.press("3", "s")
        assert said in it.text
        assert "!" not in it.text
        assert said.upper() not in it.text


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_f22_a_second_campaign_is_offered_to_close_the_first(open_app, small, lang):
    start_campaign(small, draft(small, "Each brings one"), NOW)
    draft(small, "Breakfasts")
    said = {
        "en": "'Each brings one' runs until Fri 11 Dec. Close it first?",
        "fr": "«\u00a0Each brings one\u00a0» est en cours jusqu’au ven. 11 déc.",
    }[lang]
    async with open_app(small, size=(120, 36), lang=lang) as it:
        await it.press("3", "tab")
        assert "Breakfasts" in it.text
        await it.press("s")
        assert it.notice.startswith(said)
        assert it.notice.endswith({"en": "`b` opens its review.", "fr": "`b` ouvre son bilan."}[lang].replace("`", ""))
        assert read_running(small).name == "Each brings one"
        await it.press("b")
        assert "Each brings one" in it.text
        assert len(it.app.screen_stack) > 1


async def test_a_start_that_another_program_made_is_said(open_app, small):
    campaign = ready(small)
    async with open_app(small) as it:
        await it.press("3", "s", "right")
        start_campaign(small, campaign, NOW)
        await it.press("ctrl+s")
        assert "'Breakfasts' was started already." in it.text


async def test_f27_a_measure_s_start_and_target_come_with_the_draft(open_app, store):
    draft_campaign(store, Plan("Calls", goal="g"), NOW, measures=[Measure("", "calls", 2000, 10_000)])
    async with open_app(store) as it:
        await it.press("3")
        assert "2/10 (from 2)" in it.line("──  ")


async def test_a_card_that_can_t_be_begun_is_said_by_the_list_of_templates(open_app, store):
    change_course(store, MISSION, "m", NOW)
    async with open_app(store) as it:
        await it.press("3", "a")
        store.connection.execute("INSERT INTO course (kind, from_day, made_on, text) VALUES ('vision', 'x', '', '')")
        await it.press("enter")
        assert "The file is damaged" in it.text
        assert isinstance(it.app.screen, ListScreen)


@pytest.mark.parametrize("spoiling", ["UPDATE campaign SET archived_on = '2026-11-18'",
                                      "UPDATE campaign SET added_on = 'no day'"])  # fmt: skip
async def test_a_campaign_that_goes_as_soon_as_it_is_begun_is_begun_once(open_app, small, spoiling):
    change_course(small, MISSION, "m", NOW)
    async with open_app(small) as it:
        it.app.main.open(templates(it.app.main, lambda _id: small.connection.execute(spoiling)))
        await it.pilot.pause()
        await it.press("enter")
        await it.type("three new clients")
        await it.press("ctrl+s")
        assert len(it.app.screen_stack) == 1
        assert ("The file is damaged" in it.notice) == ("no day" in spoiling)
    assert len(small.connection.execute("SELECT id FROM campaign").fetchall()) == 1
