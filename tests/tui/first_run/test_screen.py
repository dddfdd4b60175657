"""The first run: its questions, what they write, going back, leaving, coming back."""

from __future__ import annotations

from datetime import date

import pytest

from lundi.campaign.campaign import Plan
from lundi.habits.starters import channels, starters
from lundi.strategy.page import CHANNEL, LINE, MISSION, VISION
from lundi.time.stretches import DRAFT, RUNNING
from lundi.words import language
from storage.campaign.intents import edit_campaign
from storage.campaign.rows import read_campaigns
from storage.doctor import examine
from storage.file.undo import last_changes
from storage.file.unfinished import keep_unfinished, read_unfinished
from storage.habits.first_run import is_due
from storage.habits.sequences import FIRST_RUN_FORM
from storage.sample.year import write_sample
from storage.strategy.intents import choose, read_strategy
from storage.strategy.shelf import shelve
from storage.week.tracking import read_day
from tests.tui.conftest import at
from tui.first_run.screen import FirstRunScreen

TITLES = {
    "en": (
        "Français or English?",
        "Why do you do this work, in one sentence?",
        "It is 2029. What does one see?",
        "Which one line gets everything, for now?",
        "One channel: which?",
        "One small campaign: goal, offer, for whom, until when?",
        "Which habits carry it? One to three.",
        "Do the smallest one now.",
    ),
    "fr": (
        "Français ou English\u00a0?",
        "Pourquoi faites-vous ce métier, en une phrase\u00a0?",
        "Nous sommes en 2029. Que voit-on\u00a0?",
        "Sur quelle gamme mettez-vous tout, pour l’instant\u00a0?",
        "Un seul canal\u00a0: lequel\u00a0?",
        "Une petite campagne\u00a0: but, offre, pour qui, jusqu’à quand\u00a0?",
        "Quelles habitudes la portent\u00a0? De une à trois.",
        "Faites la plus petite maintenant.",
    ),
}
WHOLE = ("Ten people", "A first hour, 20 euros", "people who sit all day", "6w")


def is_open(it) -> bool:
    return isinstance(it.app.screen_stack[-1], FirstRunScreen)


def asked(it) -> int:
    """The number of the question that is shown."""
    assert is_open(it), it.text
    number = it.app.screen_stack[-1].number
    if it.app.size.height >= 24 and it.app.screen is it.app.screen_stack[-1]:
        assert " ".join(TITLES[language.current()][number].split()) in " ".join(it.text.split())
    return number


async def go_to(it, number: int) -> None:
    await it.press(*["enter"] * number)
    assert asked(it) == number


async def answer(it, *texts: str) -> None:
    """Text into each field, and Enter after it."""
    for text in texts:
        await it.type(text)
        await it.press("enter")


def campaigns(it):
    return read_campaigns(it.store)


def page(it):
    return read_strategy(it.store, at("2026-11-18").day)


def habits(it):
    return [habit for habit in it.store.habits() if habit.is_current]


async def wait_until_kept(it) -> dict[str, str]:
    await it.pilot.pause(0.4)
    return read_unfinished(it.store, FIRST_RUN_FORM)


# When it opens


async def test_a_new_file_opens_it_over_the_week(open_app, store):
    async with open_app(store, first_run=True) as it:
        assert asked(it) == 0
        assert len(it.app.screen_stack) == 2


async def test_not_where_something_was_written_by_hand_or_came_in(open_app, hand, store, lundi):
    hand.habit("Calls")
    assert not is_due(store)
    async with open_app(store, first_run=True) as it:
        assert not is_open(it)
        await it.press("u")  # nothing is left, but the file is no new one
    assert store.habits() == []
    assert not is_due(store)


def test_one_captured_idea_is_enough_not_to_be_asked(store, now):
    assert is_due(store)
    store.capture("Something", now)
    assert not is_due(store)


async def test_the_sample_year_is_nobody_new(open_app, store):
    write_sample(store)
    assert not is_due(store)


async def test_esc_at_the_first_question_writes_nothing_and_it_comes_again(open_app, store, dump, database):
    before = dump(database)
    async with open_app(store, first_run=True) as it:
        await it.press("escape")
        assert not is_open(it)
        assert "No habit yet." in it.text
    assert {table for table, rows in dump(database).items() if rows != before[table]} <= {"meta"}
    async with open_app(store, first_run=True) as it:
        assert asked(it) == 0
        await it.press("escape", "a")
        await it.type("Walk")
        await it.press("enter")
        await it.type("3")
        await it.press("ctrl+s")
        assert [habit.name for habit in habits(it)] == ["Walk"]
    assert not is_due(store)


@pytest.mark.parametrize("number", range(8))
async def test_later_goes_on_at_the_same_question_and_once_only_when_finished(open_app, store, number):
    async with open_app(store, first_run=True) as it:
        await go_to(it, number)
        await it.press("escape")
        assert not is_open(it)
        assert "Week 47" in it.text
    async with open_app(store, first_run=True) as it:
        assert asked(it) == number
        await it.press(*["enter"] * (8 - number))
        assert not is_open(it)
    async with open_app(store, first_run=True) as it:
        assert not is_open(it)
    assert not is_due(store)


# Enter only


@pytest.mark.parametrize("lang", language.LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 12)])
async def test_enter_alone_eight_times_and_the_week_is_there(open_app, store, lang, size, run):
    async with open_app(store, first_run=True, lang=lang, size=size) as it:
        for number in range(8):
            assert asked(it) == number
            await it.press("enter")
        assert not is_open(it)
        assert len(it.app.screen_stack) == 1
        assert page(it).is_empty
        assert campaigns(it) == []
        assert habits(it) == []
        assert it.rows("SELECT count(*) FROM choice") == [(0,)]
        assert it.rows("SELECT key, value FROM setting") == [("language", lang)]
    assert examine(store).is_sound
    store.close()
    assert run("doctor").returncode == 0


async def test_all_eight_in_one_breath(open_app, store):
    async with open_app(store, first_run=True) as it:
        await it.hurry(*["enter"] * 8)
        assert not is_open(it)
        assert not is_due(store)


async def test_typed_answers_in_one_breath(open_app, store):
    async with open_app(store, first_run=True) as it:
        keys = ["enter", *"good", "enter", *"seen", "ctrl+j", *"more", "enter", *"one,two", "enter"]
        keys = [{",": "comma"}.get(key, key) for key in keys]
        await it.hurry(*keys, "down", "down", "enter", *"card", "enter", "enter", "space", "down", "space", "enter")
        await it.press()
        assert asked(it) == 7
        assert page(it).text(MISSION) == "good"
        assert page(it).text(VISION) == "seen\nmore"
        assert page(it).text(LINE) == "one"
        assert [one.name for one in page(it).shelf] == ["two"]
        assert page(it).text(CHANNEL) == "Telephone"
        assert it.rows("SELECT title FROM action") == [("card",)]
        assert [habit.name for habit in habits(it)] == ["Calls", "The Monday article"]


async def test_d04_examples_are_beside_the_field_and_never_in_it(open_app, store):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 1)
        assert "A window cleaner" in it.text
        assert it.typed == [""]
        await it.press("enter")
        assert page(it).text(MISSION) == ""
        assert it.rows("SELECT count(*) FROM course") == [(0,)]


# What each question writes


@pytest.mark.parametrize("lang", language.LANGUAGES)
async def test_everything_that_is_typed_is_found_again(open_app, store, lang):
    async with open_app(store, first_run=True, lang=lang, size=(120, 36)) as it:
        await go_to(it, 1)
        await answer(it, "So that nobody fears the 5th")
        await it.type("Twelve shops.")
        await it.press("ctrl+j")
        await answer(it, "Four days a week.")
        await answer(it, "Coaching, Workshops , coaching,")
        await it.press("down", "enter")
        await answer(it, "A card to leave")
        assert asked(it) == 5
        await answer(it, *WHOLE)
        assert asked(it) == 6
        await it.press("space", "down", "space", "enter")
        assert asked(it) == 7
        assert page(it).text(MISSION) == "So that nobody fears the 5th"
        assert page(it).text(VISION) == "Twelve shops.\nFour days a week."
        assert page(it).text(LINE) == "Coaching"
        assert [(one.kind, one.name) for one in page(it).shelf] == [(LINE, "Workshops")]
        assert page(it).text(CHANNEL) == channels()[0]
        assert page(it).changes == ()
        assert {entry.why for entry in page(it).entries.values()} == {""}
        assert it.rows("SELECT title, state FROM action") == [("A card to leave", "idea")]
        (campaign,) = campaigns(it)
        assert campaign.state(page(it).today) == RUNNING
        plan = campaign.plan
        assert (plan.name, plan.goal, plan.offer, plan.audience) == ("Ten people", *WHOLE[:3])
        assert (plan.line, plan.channel) == ("Coaching", channels()[0])
        assert plan.ends_on.isoformat() == "2026-12-29"
        assert [habit.name for habit in habits(it)] == [one.name for one in starters()[:2]]
        assert set(campaign.habit_ids) == {habit.id for habit in habits(it)}
        assert habits(it)[0].minimum == starters()[0].minimum
        await it.press("enter")
        assert not is_open(it)
        assert starters()[0].name in it.text
    assert examine(store).is_sound


async def test_d01_the_mission_is_the_first_question_after_the_language(open_app, store):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 1)
        await answer(it, "Nobody fears the 5th")
        assert page(it).text(MISSION) == "Nobody fears the 5th"


async def test_a_mission_about_rank_is_remarked_on_and_kept_all_the_same(open_app, store):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 1)
        await it.type("Be the leader")
        assert "About size or rank: leader. What does it do for others?" in it.text
        await it.press("enter")
        assert asked(it) == 2
        assert page(it).text(MISSION) == "Be the leader"


async def test_a_channel_of_ones_own_and_d24_its_first_thing_declined(open_app, store):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 4)
        assert "first thing to make" in it.text
        await it.press("tab")
        await answer(it, "The Saturday market", "")
        assert asked(it) == 5
        assert page(it).text(CHANNEL) == "The Saturday market"
        assert it.rows("SELECT count(*) FROM action") == [(0,)]


async def test_f12_a_campaign_starts_with_five_things_and_is_a_draft_with_less(open_app, store):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 5)
        assert "Without a channel it stays a draft" in it.text
        await answer(it, *WHOLE)
        assert asked(it) == 6
        (draft,) = campaigns(it)
        assert draft.state(page(it).today) == DRAFT
        await it.press("pageup", "pageup")
        assert asked(it) == 4
        await it.press("down", "enter", "enter")
        assert "With all four it starts today." in it.text
        await it.press("enter", "enter", "enter", "enter")
        assert asked(it) == 6
        (campaign,) = campaigns(it)
        assert campaign.id == draft.id
        assert campaign.state(page(it).today) == RUNNING


@pytest.mark.parametrize("field", [0, 1, 2, 3])
async def test_one_thing_typed_of_a_campaign_is_a_draft(open_app, store, field):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 5)
        await it.press(*["tab"] * field)
        await answer(it, WHOLE[field])
        await it.press(*["enter"] * (3 - field))
        assert asked(it) == 6
        (draft,) = campaigns(it)
        assert draft.state(page(it).today) == DRAFT
        assert draft.name == (WHOLE[field] if field < 3 else "A small campaign")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("soon", "I do not understand the last day 'soon'."),
        ("31/02", "I do not understand the last day '31/02'."),
        ("2026-11-17", "Its end has gone by: Tue 17 Nov."),
        ("11/12/2020", "Its end has gone by: Fri 11 Dec."),
    ],
)
async def test_a_wrong_day_is_said_and_everything_typed_stays(open_app, store, text, sentence):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 5)
        await answer(it, *WHOLE[:3], text)
        assert asked(it) == 5
        assert sentence in it.text
        assert it.typed == [*WHOLE[:3], text]
        assert campaigns(it) == []
        it.app.focused.value = "11/12"
        await it.press("enter")
        assert asked(it) == 6
        assert campaigns(it)[0].plan.ends_on.isoformat() == "2026-12-11"


async def test_two_offers_are_one_too_many(open_app, store):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 5)
        await answer(it, "Ten people", "A day\nAn hour", "many", "6w")
        assert "That is more than one offer. Which one?" in it.text
        assert campaigns(it) == []


async def test_h16_the_fourth_habit_is_refused_kindly(open_app, store):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 6)
        for _habit in range(4):
            await it.press("space", "down")
        await it.press("up", "space")
        assert "Three are plenty to begin with." in " ".join(it.text.split())
        assert it.text.count("■") == 3
        await it.press("up", "space", "down", "space", "enter")
        assert [habit.name for habit in habits(it)] == [starters()[n].name for n in (0, 1, 3)]


async def test_h40_the_article_is_planned_on_monday(open_app, store):
    async with open_app(store, first_run=True, now="2026-11-16T09:00") as it:
        await go_to(it, 6)
        await it.press("down", "space", "enter", "enter")
        await it.press("r", "ctrl+e", "enter", "enter", "escape")
        assert it.cell("The Monday article", "Mon") == "□"
        assert it.cell("The Monday article", "Tue") == "·"


async def test_h05_study_and_h32_a_talk_are_among_them(open_app, store):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 6)
        assert it.line("Half an hour of study").rstrip().endswith("Fri")
        assert it.line("Propose a talk").rstrip().endswith("every 4 weeks")


async def test_h17_the_card_of_a_habit_and_its_sentence(open_app, store):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 6)
        await it.press("tab")
        assert it.typed == ["one voice message", "", "", ""]
        await it.press("tab")
        await answer(it, "the coffee", "in the office", "at ten")
        assert asked(it) == 6
        said = " ".join(it.text.split())
        assert "After the coffee, in the office, at ten, 5 a week: Calls; at least one voice message. 10 min." in said
        await it.press("enter")
        (habit,) = habits(it)
        assert (habit.after, habit.place, habit.usual_time) == ("the coffee", "in the office", "at ten")


async def test_a_card_that_is_left_by_escape_changes_nothing(open_app, store):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 6)
        await it.press("tab")
        await it.type(" or two")
        await it.press("escape", "space", "enter")
        assert [habit.minimum for habit in habits(it)] == ["one voice message"]


@pytest.mark.parametrize("lang", language.LANGUAGES)
async def test_d22_the_smallest_one_now_is_the_first_square(open_app, store, lang):
    async with open_app(store, first_run=True, lang=lang) as it:
        await go_to(it, 6)
        await it.press("space", *["down"] * 7, "space", "enter")
        assert starters()[7].name in it.text  # five minutes; the calls take ten
        assert starters()[7].minimum in it.text
        assert "□" in it.text
        await it.press("space")
        assert "▪" in it.text
        await it.press("space")
        assert it.rows("SELECT day, smallest FROM tick") == [("2026-11-18", 1)]
        await it.press("backspace")
        assert it.ticks == 0
        await it.press("space", "enter", "4")
        (tick,) = read_day(it.store, at("2026-11-18").day).ticks
        assert (tick.habit, tick.smallest) == (starters()[7].name, True)
        assert "■" in it.text


# Language


async def test_the_language_is_seen_at_once_stored_and_in_the_week(open_app, store):
    async with open_app(store, first_run=True) as it:
        await it.press("left")
        assert language.current() == "fr"
        assert asked(it) == 0
        assert "plus tard" in it.text
        await it.press("enter")
        assert asked(it) == 1
        assert it.rows("SELECT value FROM setting WHERE key = 'language'") == [("fr",)]
        await it.press("escape")
        assert "Semaine 47" in it.text


async def test_a_language_and_enter_in_one_breath(open_app, store):
    async with open_app(store, first_run=True) as it:
        await it.hurry("left", "enter")
        assert it.rows("SELECT value FROM setting WHERE key = 'language'") == [("fr",)]
        assert asked(it) == 1


async def test_a_language_left_for_later_is_spoken_beneath(open_app, store):
    async with open_app(store, first_run=True) as it:
        await it.press("left", "escape")
        assert "Semaine 47" in it.text
        assert it.rows("SELECT count(*) FROM setting") == [(0,)]
    async with open_app(store, first_run=True) as it:
        assert language.current() == "fr"
        assert asked(it) == 0


async def test_a_language_that_came_with_the_call_rules(open_app, store):
    async with open_app(store, first_run=True) as it:
        language.use("en", given_by="--lang en")
        await it.press("left")
        assert language.current() == "en"
        assert "--lang en rules here" in it.text
        await it.press("enter")
        assert it.rows("SELECT value FROM setting WHERE key = 'language'") == [("fr",)]
        assert asked(it) == 1


# Back, and again


async def test_going_back_shows_what_was_stored_and_nothing_is_written_twice(open_app, store):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 3)
        await answer(it, "Coaching, Workshops")
        await it.press("down", "enter")
        await answer(it, "A card", *WHOLE)
        await it.press("space", "enter")
        before = len(last_changes(it.store, 100))
        await it.press("pageup")
        assert it.text.count("■") == 1
        await it.press("shift+tab")
        assert it.typed == ["Ten people", "A first hour, 20 euros", "people who sit all day", "2026-12-29"]
        await it.press("pageup")
        assert it.app.screen.texts == {"channel": "Word of mouth", "own": "", "thing": "A card"}
        await it.press("pageup")
        assert it.typed == ["Coaching, Workshops"]
        await it.press("enter", "enter", "enter", "enter", "enter", "enter", "enter", "enter")
        assert asked(it) == 7
        assert len(last_changes(it.store, 100)) == before


async def test_what_is_changed_by_going_back_is_changed(open_app, store):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 3)
        await answer(it, "Coaching, Workshops")
        await it.press("down", "enter")
        await answer(it, "A card", *WHOLE)
        await it.press("space", "down", "space", "enter", "pageup")
        (first, _second) = habits(it)
        await it.press("space", "down", "down", "space", "enter")
        await it.press("pageup", "pageup")
        it.app.screen.query_one("#until").value = "4w"
        it.app.screen.query_one("#goal").value = "Eight people"
        await it.press("pageup")
        it.app.screen.query_one("#thing").value = "A letter"
        await it.press("pageup")
        it.app.screen.query_one("#line").value = "Workshops, Audits"
        await it.press("enter", "down", "enter", "enter", "enter", "enter", "enter", "enter", "enter")
        assert asked(it) == 7
        (campaign,) = campaigns(it)
        assert (campaign.plan.goal, campaign.plan.line) == ("Eight people", "Workshops")
        assert campaign.plan.channel == "Telephone"
        assert campaign.plan.ends_on.isoformat() == "2026-12-15"
        assert campaign.state(page(it).today) == RUNNING
        assert it.rows("SELECT title, state FROM action") == [("A letter", "idea")]
        assert page(it).text(LINE) == "Workshops"
        assert sorted(one.name for one in page(it).shelf if one.kind == LINE) == ["Audits"]
        assert [habit.name for habit in habits(it)] == [starters()[1].name, starters()[2].name]
        assert first.id not in {habit.id for habit in habits(it)}
        assert set(campaign.habit_ids) == {habit.id for habit in habits(it)}
    assert examine(store).is_sound


async def test_a_habit_that_is_chosen_again_is_the_same_one(open_app, store):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 6)
        await it.press("space", "enter")
        (before,) = habits(it)
        await it.press("pageup", "space", "enter")
        assert habits(it) == []
        await it.press("pageup", "space", "enter")
        assert [habit.id for habit in habits(it)] == [before.id]


async def test_a_campaign_whose_words_are_taken_away_is_let_go_of(open_app, store):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 4)
        await it.press("down", "enter", "enter")
        await answer(it, *WHOLE)
        await it.press("pageup")
        for name in ("goal", "offer", "audience", "until"):
            it.app.screen.query_one(f"#{name}").value = ""
        await it.press("enter")
        assert asked(it) == 6
        assert campaigns(it) == []
        assert it.rows("SELECT count(*) FROM focus") == [(0,)]


async def test_each_answer_is_a_change_that_can_be_undone(open_app, store):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 1)
        await answer(it, "Nobody fears the 5th")
        await it.press(*["enter"] * 4, "space", "enter", "enter")
        assert [change.intent for change in last_changes(it.store, 9)] == ["first-answer"] * 3
        assert [change.sentence for change in last_changes(it.store, 2)] == [
            "first run: habits",
            "first run: mission",
        ]
        await it.press("u", "u")
        assert habits(it) == []
        assert page(it).text(MISSION) == ""
    assert examine(store).is_sound


@pytest.mark.parametrize("lang", language.LANGUAGES)
async def test_one_answer_is_one_undo(open_app, store, dump, lang):
    async with open_app(store, first_run=True, lang=lang) as it:
        await go_to(it, 3)
        states = [dump(it.store.connection)]
        await answer(it, "Coaching, Workshops, Audits")
        states.append(dump(it.store.connection))
        await it.press("down", "enter")
        await answer(it, "A card")
        states.append(dump(it.store.connection))
        await answer(it, *WHOLE)
        states.append(dump(it.store.connection))
        await it.press("space", "down", "space", "enter")
        assert set(campaigns(it)[0].habit_ids) == {habit.id for habit in habits(it)}
        assert len(last_changes(it.store, 100)) == len(states) + 1  # and the language
        await it.press("enter")
        after = dump(it.store.connection)
        for state in reversed(states):
            await it.press("u")
            assert {**dump(it.store.connection), "meta": []} == {**state, "meta": []}
        for _state in states:
            await it.press("ctrl+y")
        assert dump(it.store.connection) == after
    assert examine(store).is_sound


async def test_enter_on_the_campaign_a_day_later_leaves_all_of_it_as_it_is(open_app, store, dump):
    async with open_app(store, first_run=True, now="2026-11-16T09:00") as it:
        await go_to(it, 4)
        await it.press("down", "enter", "enter")
        await answer(it, *WHOLE)
        (campaign,) = campaigns(it)
        plan = campaign.plan
        more = Plan(
            "My name",
            *plan[1:4],
            "Yann",
            *plan[5:9],
            enough="enough said",
            attempt="try this",
            spent=24000,
        )
        edit_campaign(it.store, campaign, more, at("2026-11-16"))
        await it.press("pageup")
        await it.press("escape")
    async with open_app(store, first_run=True, now="2026-11-20T09:00") as it:
        before = dump(store.connection)
        assert asked(it) == 5
        await it.press(*["enter"] * 4)
        assert asked(it) == 6
        assert dump(it.store.connection) == before
        assert campaigns(it)[0].plan == more
        await it.press("pageup")
        it.app.screen.query_one("#audience").value += " every day"
        await it.press(*["enter"] * 4)
        assert asked(it) == 6
        (campaign,) = campaigns(it)
        assert campaign.plan.audience == "people who sit all day every day"
        assert (campaign.plan.starts_on, campaign.name) == (at("2026-11-16").day, "My name")
        assert campaign.state(at("2026-11-20").day) == RUNNING


@pytest.fixture
def with_comma(store):
    """A line with a comma in its name on the shelf, and a reason; the question for the lines comes next."""
    now = at("2026-11-18")
    choose(store, LINE, "Coaching", now)
    shelve(store, LINE, "Pruning, one to one", date(2027, 1, 4), "takes Thursdays", now)
    keep_unfinished(store, FIRST_RUN_FORM, {"step": "3"}, now)
    return store


async def test_enter_alone_leaves_a_line_with_a_comma_whole(open_app, with_comma, dump):
    async with open_app(with_comma, first_run=True) as it:
        before = dump(it.store.connection)
        assert asked(it) == 3
        assert it.typed == ["Coaching, Pruning, one to one"]
        await it.press("enter")
        assert asked(it) == 4
        assert dump(it.store.connection) == before


async def test_a_line_with_a_comma_is_met_again_among_others(open_app, with_comma):
    async with open_app(with_comma, first_run=True) as it:
        it.app.screen.query_one("#line").value += ", Ponds, one"
        await it.press("enter")
        assert [(one.name, one.why) for one in page(it).shelf] == [
            ("Pruning, one to one", "takes Thursdays"),
            ("Ponds", ""),
            ("one", ""),
        ]
        await it.press("pageup")
        it.app.screen.query_one("#line").value = "pruning, ONE to one; Ponds"
        await it.press("enter")
        assert page(it).text(LINE) == "Pruning, one to one"
        assert [one.name for one in page(it).shelf] == ["Ponds"]


async def test_a_line_that_came_while_the_question_was_left_is_not_put_away(open_app, store):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 3)
        await it.type("Coa")
        await it.press("escape")
        shelve(it.store, LINE, "Pruning", date(2027, 1, 4), "takes Thursdays", at("2026-11-18"))
    async with open_app(store, first_run=True) as it:
        assert it.typed == ["Coa"]
        it.app.screen.query_one("#line").value += "ching"
        await it.press("enter")
        assert page(it).text(LINE) == "Coaching"
        assert [(one.name, one.why) for one in page(it).shelf] == [("Pruning", "takes Thursdays")]


async def test_going_back_a_day_later_changes_the_course_at_once(open_app, store):
    async with open_app(store, first_run=True, now="2026-11-17T09:00") as it:
        await go_to(it, 2)
        await answer(it, "Twelve shops", "Coaching")
        assert asked(it) == 4
    async with open_app(store, first_run=True) as it:
        await it.press("pageup")
        it.app.screen.query_one("#line").value = "Audits"
        await it.press("pageup")
        await it.type(" and a bakery")
        await it.press("enter", "enter")
        assert asked(it) == 4
        assert page(it).text(VISION) == "Twelve shops and a bakery"
        assert page(it).text(LINE) == "Audits"


# What is typed and not entered


@pytest.mark.parametrize("way", ["escape", "pageup", "ctrl+q"])
async def test_what_is_typed_is_kept_however_the_question_is_left(open_app, store, way):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 3)
        await it.type("Coa")
        if way == "ctrl+q":
            await it.leave_by(way)
        else:
            await it.press(way)
    async with open_app(store, first_run=True) as it:
        if way == "pageup":
            assert asked(it) == 2
            await it.press("enter")
        assert asked(it) == 3
        assert it.typed == ["Coa"]
        assert page(it).text(LINE) == ""


async def test_a_pause_is_enough_to_keep_it(open_app, store):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 5)
        await answer(it, "Ten people")
        await it.type("A first")
        kept = await wait_until_kept(it)
        assert (kept["5.goal"], kept["5.offer"], kept["step"]) == ("Ten people", "A first", "5")
        assert campaigns(it) == []
        await it.press("enter", "enter", "enter")
        assert not any(field.startswith("5.") for field in read_unfinished(it.store, FIRST_RUN_FORM))


async def test_a_busy_file_is_said_and_what_is_typed_stays(open_app, store, database):
    import sqlite3  # noqa: PLC0415 - another program

    async with open_app(store, first_run=True) as it:
        await go_to(it, 1)
        other = sqlite3.connect(database, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await it.type("Nobody fears the 5th")
        await it.press("enter")
        assert asked(it) == 1
        assert "The file is busy with another program" in it.text
        assert it.typed == ["Nobody fears the 5th"]
        other.execute("ROLLBACK")
        other.close()
        await it.press("enter")
        assert asked(it) == 2
        assert page(it).text(MISSION) == "Nobody fears the 5th"


# Sizes, strange things


@pytest.mark.parametrize("lang", language.LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_everything_of_a_question_is_in_sight(open_app, store, lang, size):
    async with open_app(store, first_run=True, lang=lang, size=size) as it:
        for number in range(8):
            body = it.app.screen.body
            assert body.max_scroll_y == 0, it.text
            assert it.footer.startswith("enter" if lang == "en" else "entrée")
            assert all(len(it.cells_of(line)) <= size[0] for line in it.lines)
            assert asked(it) == number
            await it.press("enter")


async def test_a_door_out_is_named(open_app, store):
    async with open_app(store, first_run=True) as it:
        assert "lundi demo" in it.text


async def test_forty_columns_and_less(open_app, store):
    async with open_app(store, first_run=True, size=(40, 12)) as it:
        await go_to(it, 4)
        await it.press(*["down"] * 8)
        assert "› Podcast" in it.text
        await it.press("enter", "enter")
        await answer(it, *WHOLE)
        assert asked(it) == 6
        await it.press(*["down"] * 11, "space")
        assert "■ Tidy" in it.text
        await it.pilot.resize_terminal(39, 11)
        await it.pilot.pause()
        assert "Make it a little larger" in it.text
        await it.pilot.resize_terminal(80, 24)
        await it.pilot.pause()
        assert asked(it) == 6
        await it.press("enter")
        assert [habit.name for habit in habits(it)] == [starters()[11].name]


@pytest.mark.parametrize("text", ["[b]x[/b]", "' OR 1=1 --", "日本語" * 40, "x" * 5000, "\x1b[31mred"])
async def test_strange_texts(open_app, store, text):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 1)
        await answer(it, text, text, text)
        await it.press("tab")
        await answer(it, text, text, text, text, text, "6w")
        await it.press("tab", "tab")
        await it.type(text)
        await it.press("ctrl+s", "enter", "space", "enter")
    assert examine(store).is_sound


async def test_letters_are_text_and_no_commands(open_app, store):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 1)
        await it.press("q", "u", "4", "question_mark")
        assert it.typed == ["qu4?"]
        assert is_open(it)


async def test_a_mouse_chooses_too(open_app, store):
    async with open_app(store, first_run=True) as it:
        await go_to(it, 6)
        await it.pilot.click("#habits", offset=(6, 2))
        await it.press("enter")
        assert [habit.name for habit in habits(it)] == [starters()[2].name]
