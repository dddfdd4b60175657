"""The end review: the first thing seen once a campaign is over, the facts, the verdict and what follows from it."""

from datetime import date

import pytest
from textual.widgets import Input

from lundi.campaign.campaign import STOP, Ending, Plan
from lundi.campaign.measures import Measure
from lundi.habits.reviews import Review
from lundi.time.weeks import Week
from storage.campaign import intents as campaigns
from storage.campaign.closing import close_campaign
from storage.campaign.lessons import write_try
from storage.campaign.rows import read_campaigns, read_programmes, read_running
from storage.habits.reviews import write_review
from storage.store import Store
from storage.strategy.intents import change_course
from storage.week.catch_up import is_due
from tests.tui.conftest import at
from tui.campaign.closing import ClosingReview

END, AFTER = "2026-11-17", "2026-11-18T09:10"  # a Tuesday; the Wednesday after it
EARLY = "2026-11-10T09:10"
MISSION = "We treat your house as ours"


@pytest.fixture
def over(hand):
    """A campaign from 2 to 17 November: €240, two habits, three measures, a try, something tried; and a mission."""
    store = hand.store
    hand.habit("Calls", "1", on="2026-11-02")
    hand.habit("Article", "mon", on="2026-11-02")
    hand.tick("Calls", "2026-11-03")
    hand.tick("Calls", "2026-11-17")
    change_course(store, "mission", MISSION, at("2026-11-02"))
    plan = Plan(
        "Breakfasts", "three new clients", "a coffee", "craftsmen", channel="e-mail", ends_on=date.fromisoformat(END),
        attempt="asking two days later", spent=24000,
    )  # fmt: skip
    measures = [Measure("", "People sent", 0, 10000), Measure("", "Meetings", 0, 8000)]
    campaigns.draft_campaign(store, plan, at("2026-11-02"), measures=measures)
    (draft,) = read_campaigns(store)
    campaigns.start_campaign(store, draft, at("2026-11-02"))
    campaigns.carry_by(store, draft, [habit.id for habit in store.habits()], at("2026-11-02"))
    campaigns.write_values(store, draft, {draft.measures[0].id: 7000}, at("2026-11-09"))
    write_try(store, None, date(2026, 11, 4), "a card at the baker's", "two calls", "place first", at("2026-11-04"))
    write_try(store, None, date(2026, 10, 4), "before it", "", "", at("2026-11-04"))
    return store


def reviewing(it):
    return isinstance(it.app.screen, ClosingReview)


def flowing(it):
    """The screen as one line; no-break spaces stay."""
    return " ".join(filter(None, it.text.replace("\n", " ").split(" ")))


async def answer(it, verdict, *, clients="3", lesson="Ask after a good service"):
    """Goal reached, what was tried works, so many clients, what it taught; the focus stays on the verdict."""
    await it.press("right", "enter", "right", "enter")
    await it.type(clients)
    await it.press("enter")
    await it.type(lesson)
    await it.press("enter", verdict)


async def save(it):
    await it.press("ctrl+s")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_f26_the_morning_after_the_end_the_review_is_the_first_screen(open_app, over, size):
    async with open_app(over, now=AFTER, size=size) as it:
        assert reviewing(it)
        assert "End review: Breakfasts" in it.text
    async with open_app(over, now=AFTER, size=size, lang="fr") as it:
        assert "Bilan de campagne\u00a0: Breakfasts" in it.text


async def test_f26_on_its_last_day_it_is_not_over(open_app, over):
    async with open_app(over, now="2026-11-17T23:50") as it:
        assert not reviewing(it)
    async with open_app(over, now="2026-11-18T02:59") as it:  # the day ends at three
        assert not reviewing(it)


async def test_f26_later_is_at_the_next_start_and_at_the_key(open_app, over):
    async with open_app(over, now=AFTER) as it:
        await it.press("escape")
        assert not reviewing(it)
        await it.press("3", "b")
        assert reviewing(it)
        await it.press("escape")
    async with open_app(over, now="2026-11-25T09:00") as it:
        assert reviewing(it)
    assert read_running(over) is not None


async def test_f26_the_day_turns_while_the_dashboard_is_open(open_app, over):
    async with open_app(over, now="2026-11-17T20:00") as it:
        it.clock.set("2026-11-18T03:00")
        await it.look_around()
        assert reviewing(it)


async def test_f26_it_does_not_cover_what_is_being_typed(open_app, over):
    async with open_app(over, now="2026-11-17T20:00") as it:
        await it.press("i")
        await it.type("an idea")
        it.clock.set("2026-11-18T03:00")
        await it.look_around()
        assert not reviewing(it)
        assert it.typed == ["an idea"]


async def test_one_thing_only_is_opened_at_a_start(open_app, over):
    async with open_app(over, now="2026-12-02T09:00", strip=True) as it:
        assert reviewing(it)
        await it.press("escape")
        assert len(it.app.screen_stack) == 1
        assert is_due(over, date(2026, 12, 2))  # the strip waits for the next start


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_facts_stand_before_the_questions(open_app, over, size):
    async with open_app(over, now=AFTER, size=size) as it:
        text = flowing(it)
        for fact in (
            "three new clients",
            "7/10",
            "0/8",
            "3 weeks, 2\u00a0November – 17\u00a0November\u00a02026",
            "Calls 2/3",
            "Article 0/2",
            "€240; by word of mouth: €0",
            "a card at the baker's · two calls · place first",
            "asking two days later",
        ):
            assert fact in text, fact
            assert text.index(fact) < text.index("goal reached")
        assert "before it" not in text
        assert MISSION not in text  # nothing is given up: it is over


async def test_x02_the_cost_follows_the_number_of_clients(open_app, over):
    async with open_app(over, now=AFTER) as it:
        await it.press("enter", "enter")
        await it.type("3")
        assert "€240 and 3 clients: €80 each; by word of mouth: €0" in flowing(it)
        await it.press("backspace", "t")
        assert "€240; by word of mouth: €0" in it.text


async def test_x02_in_french(open_app, over):
    async with open_app(over, now=AFTER, lang="fr", size=(120, 36)) as it:
        await it.press("enter", "enter")
        await it.type("3")
        cost = "240\u00a0€ et 3 clients\u00a0: 80\u00a0€ chacun\u00a0; par bouche-à-oreille\u00a0: 0\u00a0€"
        assert cost in it.text


async def test_stopping_keeps_what_was_answered(open_app, over):
    async with open_app(over, now=AFTER) as it:
        await answer(it, "a")
        await save(it)
        assert it.notice == "Closed: Breakfasts"
        (one,) = read_campaigns(over)
        assert one.ending == Ending(date(2026, 11, 18), STOP, "yes", 3, "Ask after a good service", "yes")
        assert one.plan.spent == 24_000
        assert "to close" not in it.text


async def test_enter_alone_goes_to_the_verdict_that_nobody_can_leave_out(open_app, over):
    async with open_app(over, now=AFTER) as it:
        await it.press(*["enter"] * 7)
        assert reviewing(it)
        assert "What becomes of it" in flowing(it)
        assert read_running(over) is not None
        await it.press("shift+tab", "shift+tab", "a", "enter", "enter", "enter")
        (one,) = read_campaigns(over)
        assert one.ending == Ending(date(2026, 11, 18), STOP)


async def test_answers_and_habits_are_chosen_with_arrows(open_app, over):
    async with open_app(over, now=AFTER) as it:
        await it.press("left")  # the last one first
        await it.press("enter", "enter", "enter", "enter", "right", "enter")
        await it.press("right", "enter", "right", "right", "enter")
        (one,) = read_campaigns(over)
        assert one.ending == Ending(date(2026, 11, 18), STOP, "no")
        rows = it.rows("SELECT name, review_on, archived_on FROM habit ORDER BY position")
        assert rows == [("Calls", "2026-11-18", None), ("Article", "2027-02-01", "2026-11-18")]


async def test_habits_are_kept_for_thirteen_weeks(open_app, over):
    async with open_app(over, now=AFTER) as it:
        await answer(it, "a")
        await save(it)
        assert it.rows("SELECT DISTINCT review_on FROM habit") == [("2027-02-17",)]


@pytest.mark.parametrize(
    ("lang", "clients", "sentence"),
    [
        ("en", "trois", "'trois' is no number of clients. Examples: 0, 3; or nothing"),
        ("fr", "trois", "«\u00a0trois\u00a0» n’est pas un nombre de clients."),
        ("en", "-1", "'-1' is no number of clients."),
        ("en", "2,5", "'2,5' is no number of clients."),
    ],
)
async def test_a_number_that_is_none_keeps_everything_typed(open_app, over, dump, lang, clients, sentence):
    async with open_app(over, now=AFTER, lang=lang) as it:
        before = dump(over.connection)
        await answer(it, "a", clients=clients)
        await save(it)
        assert reviewing(it)
        assert sentence in it.text
        assert clients in it.typed
        assert "Ask after a good service" in it.typed
        assert dump(over.connection) == before


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_f28_a_programme_frees_the_place_at_once(open_app, over, size):
    async with open_app(over, now=AFTER, size=size) as it:
        assert "every how many weeks" not in it.text
        await answer(it, "p")
        await it.press("enter", "enter")
        await it.type("4")
        await save(it)
        (programme,) = read_programmes(over)
        assert (programme.name, programme.every, programme.check_on) == ("Breakfasts", 4, date(2027, 11, 18))
        assert read_running(over) is None
        campaigns.draft_campaign(
            over, Plan("Next", "g", "o", "a", channel="c", ends_on=date(2026, 12, 1)), at("2026-11-18")
        )
        campaigns.start_campaign(over, read_campaigns(over)[0], at("2026-11-18"))
        running = read_running(over)
        assert running is not None
        assert running.name == "Next"


@pytest.mark.parametrize(
    ("every", "check", "sentence"),
    [
        ("", "", "A programme needs to know: every how many weeks?"),
        ("four", "", "A programme needs to know"),
        ("0", "", "A programme needs to know"),
        ("4", "2026-11-01", "The yearly check lies ahead: Sun 1 Nov is past."),
        ("4", "nextyear", "I do not understand 'nextyear'"),
    ],
)
async def test_f28_a_programme_says_how_often(open_app, over, every, check, sentence):
    async with open_app(over, now=AFTER) as it:
        await answer(it, "p")
        await it.press("enter", "enter")
        await it.type(every)
        await it.press("enter")
        if check:
            it.app.screen.query_one("#check", Input).value = check
        await save(it)
        assert reviewing(it)
        assert sentence in it.text
        assert read_running(over) is not None
        assert read_programmes(over) == []


async def test_f28_the_questions_of_a_programme_go_when_it_is_none(open_app, over):
    async with open_app(over, now=AFTER) as it:
        await it.press("enter", "enter", "enter", "enter", "p")
        assert "yearly check" in it.text
        await it.press("a")
        assert "yearly check" not in it.text


async def test_keys_in_a_hurry_close_it(open_app, over):
    async with open_app(over, now=AFTER) as it:
        await it.hurry("enter", "enter", "3", "enter", "enter", "p", "enter", "enter", "4", "ctrl+s")
        (programme,) = read_programmes(over)
        assert programme.every == 4
        assert read_campaigns(over)[0].ending.new_clients == 3


async def test_repeating_shows_the_draft_in_its_place(open_app, over):
    async with open_app(over, now=AFTER) as it:
        await answer(it, "r")
        await save(it)
        assert "3 Campaign" in it.lines[0]
        draft = read_campaigns(over)[0]
        assert (draft.name, draft.started_on, draft.plan.ends_on) == ("Breakfasts", None, None)
        assert it.app.screen is it.app.main
        assert "Draft" in it.text


async def test_f27_adapting_asks_what_changes_and_shows_it(open_app, over):
    async with open_app(over, now=AFTER, lang="fr", size=(120, 36)) as it:
        await answer(it, "d")
        await save(it)
        channel = it.app.screen.query_one("#channel", Input)
        channel.value = "petit-déjeuner"
        await save(it)
        assert it.app.screen is it.app.main
        assert "canal\u00a0: e-mail → petit-déjeuner" in it.text
        draft, closed = read_campaigns(over)
        assert (draft.parent_id, draft.plan.channel) == (closed.id, "petit-déjeuner")


async def test_one_undo_brings_all_back(open_app, over, dump):
    async with open_app(over, now=AFTER) as it:
        before = dump(over.connection)
        await answer(it, "p")
        await it.press("enter", "enter")
        await it.type("4")
        await it.press("enter", "enter", "right", "enter", "right", "right", "enter")
        assert not reviewing(it)
        assert dump(over.connection) != before
        await it.press("u")
        assert it.notice == "Undone: campaign closed: Breakfasts"
        assert dump(over.connection) == before
        assert "to close" in it.text


async def test_two_dashboards_close_it_once(open_app, over, database):
    async with open_app(over, now=AFTER) as it:
        await answer(it, "r")
        with Store.open(str(database)) as other:
            running = read_running(other)
            close_campaign(other, running, Ending(date(2026, 11, 18), STOP), at("2026-11-18"))
        await save(it)
        assert "'Breakfasts' is not under way. Nothing was changed." in flowing(it)
        assert it.typed[1] == "Ask after a good service"
        assert len(read_campaigns(over)) == 1


async def test_the_other_dashboard_closed_it_before_the_day_turned(open_app, over, database):
    async with open_app(over, now="2026-11-17T20:00") as it:
        with Store.open(str(database)) as other:
            close_campaign(other, read_running(other), Ending(date(2026, 11, 17), STOP), at("2026-11-17"))
        it.clock.set("2026-11-18T03:00")
        await it.look_around()
        assert not reviewing(it)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_d06_stopping_early_the_mission_stands_on_top_and_no_money(open_app, over, size):
    async with open_app(over, now=EARLY, size=size) as it:
        await it.press("3", "b")
        assert reviewing(it)
        _week, review = it.text.split("End review")
        assert review.index(MISSION) < review.index("three new clients")
        assert "week 2 of 3, 7 days before its end" in it.text
        assert "€" not in it.text  # D07
        await it.press("enter", "enter")
        await it.type("3")
        assert "€" not in it.text


async def test_what_wasnt_tried_isnt_asked_and_markup_is_text(open_app, hand):
    plan = Plan("[b]Bold[/b]", "g [x]", "o", "a", channel="c", ends_on=date(2026, 11, 17))
    campaigns.draft_campaign(hand.store, plan, at("2026-11-16"))
    campaigns.start_campaign(hand.store, read_campaigns(hand.store)[0], at("2026-11-16"))
    async with open_app(hand.store, now=AFTER) as it:
        assert "End review: [b]Bold[/b]" in it.text
        assert "g [x]" in it.text
        assert "what I tried works" not in it.text
        await it.press("enter", "enter", "enter", "a", "enter")
        assert read_running(hand.store) is None


@pytest.mark.parametrize("size", [(40, 12), (50, 16), (79, 20), (200, 60)])
async def test_it_can_be_closed_in_any_size(open_app, over, size):
    async with open_app(over, now=AFTER, size=size) as it:
        await it.press("pagedown", "pageup")
        await answer(it, "d")
        await it.press("left", "left")
        await save(it)
        assert read_campaigns(over)[0].ending.verdict == STOP


@pytest.mark.parametrize("size", [(40, 12), (60, 16), (80, 24), (120, 36)])
async def test_the_question_with_the_focus_is_always_in_sight(open_app, over, size):
    async with open_app(over, now=AFTER, size=size) as it:
        for label in ("goal", "what I tried", "new clients", "what it", "verdict", "Calls", "Article"):
            keys = next(y for y, line in enumerate(it.lines) if line.strip().startswith("enter next"))
            assert it.app.focused is not None
            assert it.app.focused.region.y < keys
            assert it.lines[it.app.focused.region.y].strip().startswith(label)
            await it.press("enter")


async def test_a_click_chooses_an_answer(open_app, over):
    async with open_app(over, now=AFTER, size=(120, 36)) as it:
        line = next(y for y, text in enumerate(it.lines) if "verdict" in text)
        await it.pilot.click(offset=(it.lines[line].index("programme"), line))
        await it.pilot.pause()
        assert "› p programme" in it.text
        assert "yearly check" in it.text


async def test_b16_a_measure_that_did_not_begin_at_nothing_says_so(open_app, over):
    with over.writing(at("2026-11-09")) as connection:
        connection.execute("UPDATE measure SET start = 2000 WHERE name = 'Meetings'")
    async with open_app(over, now=AFTER) as it:
        assert "2/8 (from 2)" in it.line("Meetings")


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_esc_keeps_the_answers_for_later(open_app, year, lang):
    async with open_app(year, lang=lang) as it:
        await it.press("3", "b", "tab", "tab")
        await it.type("3")
        await it.press("tab")
        await it.type("Ask two days later")
        await it.press("escape", "b")
        assert it.typed[:2] == ["3", "Ask two days later"]
        await it.press("escape")
        assert it.rows("SELECT closed_on FROM campaign WHERE closed_on > '2026-11-01'") == []


def look_backs(store):
    for week, worked, did_not in (("W45", "asking at the door", ""), ("W46", "the voice", "no letter was answered"),
                                  ("W44", "before it", "before it"), ("W47", "", "too many mornings")):  # fmt: skip
        write_review(store, Review(Week.parse(f"2026-{week}"), worked=worked, did_not=did_not), at("2026-11-17"))


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_h42_what_its_weeks_taught_stands_in_two_columns(open_app, over, size):
    look_backs(over)
    async with open_app(over, now=AFTER, size=size) as it:
        await it.press("pagedown")
        first, second, third = it.lines[(top := it.lines.index(it.line("what worked"))) : top + 3]
        assert first.split() == ["what", "worked", "what", "did", "not"]
        assert second.split() == ["W46", "the", "voice", "W47", "too", "many", "mornings"]
        assert third.split("  ")[-1] == "no letter was answered"
        assert third.split()[:5] == ["W45", "asking", "at", "the", "door"]
        assert first.index("what did") == second.index("W47") == third.index("W46")
        assert "before it" not in it.text  # another week's, and no day of it
        await it.press("pageup")
        assert "three new clients" in it.text


async def test_h42_in_a_narrow_terminal_they_stand_under_each_other(open_app, over):
    look_backs(over)
    async with open_app(over, now=AFTER, size=(50, 24)) as it:
        await it.press("pagedown")
        lines = [" ".join(line.split()) for line in it.lines]
        assert lines.index("what worked") < lines.index("W45 asking at the door") < lines.index("what did not")
        assert lines.index("what did not") < lines.index("W46 no letter was answered")


async def test_h42_weeks_that_taught_nothing_say_nothing(open_app, over):
    write_review(over, Review(Week.parse("2026-W46"), proud="three calls", contacts=3), at("2026-11-17"))
    async with open_app(over, now=AFTER) as it:
        assert "what worked" not in it.text
        assert "three calls" not in it.text
