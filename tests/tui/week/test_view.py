"""The Week: what every key does to the file, and what is seen of it."""

from __future__ import annotations

import pytest
from textual import events

from storage.campaign.rows import read_running
from tests.tui.conftest import at
from tui.commands import commands_of
from tui.kit.commands import EVERYWHERE
from tui.week.commands import WEEK

CALLS, ARTICLE, ASK, STUDY, SERVICE = "Calls", "Monday article", "Ask a client", "Half an hour", "One service"


# Ticking


async def test_space_ticks_the_day_under_the_cursor_and_backspace_takes_it_back(open_app, year):
    async with open_app(year) as it:
        before = it.ticks
        assert (it.cell(CALLS, "Wed"), it.count(CALLS)) == ("□", "2/5")
        await it.press("space")
        assert (it.cell(CALLS, "Wed"), it.count(CALLS)) == ("■", "3/5")
        assert it.ticks == before + 1
        assert it.rows("SELECT day, amount, smallest, entered_on FROM tick ORDER BY rowid DESC LIMIT 1") == [
            ("2026-11-18", 1000, 0, "2026-11-18")
        ]
        await it.press("backspace")
        assert (it.cell(CALLS, "Wed"), it.count(CALLS), it.ticks) == ("□", "2/5", before)
        await it.press("backspace")
        assert (it.count(CALLS), it.ticks) == ("2/5", before)
        assert it.notice == "No tick to take back: Calls, Wed 18 Nov."


async def test_the_smallest_version_is_one_tick(open_app, small):
    async with open_app(small) as it:
        await it.press("m")
        assert (it.cell(CALLS, "Wed"), it.count(CALLS)) == ("▪", "1/5")
        assert it.rows("SELECT amount, smallest FROM tick") == [(1000, 1)]


async def test_a_past_day_is_filled_in_and_marked(open_app, small):
    async with open_app(small) as it:
        await it.press("left", "space")
        assert (it.cell(CALLS, "Tue"), it.count(CALLS)) == ("▣", "1/5")
        assert it.rows("SELECT day, entered_on FROM tick") == [("2026-11-17", "2026-11-18")]


async def test_a_future_day_refuses(open_app, year):
    async with open_app(year) as it:
        before = it.ticks
        await it.press("right", "space")
        assert it.notice == "Tomorrow is not done yet."
        assert (it.ticks, it.count(CALLS)) == (before, "2/5")
        await it.press("left")
        assert it.notice == ""


async def test_h41_three_ticks_show_three_of_five(open_app, small):
    async with open_app(small) as it:
        await it.press("space", "space", "space")
        assert it.count(CALLS) == "3/5"


async def test_surplus_is_shown_and_not_scored(open_app, small, hand):
    hand.tick("Calls", "2026-11-18", count=4)
    async with open_app(small) as it:
        await it.press("space")
        assert (it.count(CALLS), it.score) == ("✓ 5/5", "50%")
        await it.press("space", "space")
        assert (it.count(CALLS), it.score) == ("5/5 +2", "50%")
        assert it.cell(CALLS, "Wed") == "■7"


async def test_space_on_an_action_does_it_and_undoes_it(open_app, year):
    async with open_app(year) as it:
        await it.press("down", "down", "down", "down", "down")
        assert "□  Write to Ronan" in it.chosen
        await it.press("space")
        assert "✓  Write to Ronan" in it.chosen
        assert "Wednesday" in it.chosen
        assert it.score == "61%"
        await it.press("space")
        assert "□  Write to Ronan" in it.chosen
        assert it.score == "47%"


async def test_all_done(open_app, hand):
    hand.habit("Walk", "1")
    hand.commit()
    async with open_app(hand.store) as it:
        assert "All done" not in it.text
        await it.press("space")
        assert "All done. Close me." in it.text


# Moving


async def test_the_week_before_is_reached_and_edited(open_app, year):
    async with open_app(year) as it:
        await it.press("left", "left", "left")
        assert "Week 46" in it.text
        assert it.cursor_day == "Sun"
        counted = it.count(CALLS)
        assert counted == "4/5"
        await it.press("space")
        assert it.cell(CALLS, "Sun") == "▣"
        assert it.count(CALLS) == "✓ 5/5"
        assert it.rows("SELECT day, entered_on FROM tick ORDER BY rowid DESC LIMIT 1") == [("2026-11-15", "2026-11-18")]
        await it.press("t")
        assert "Week 47" in it.text
        assert it.cursor_day == "Wed"


async def test_the_weeks_to_come_are_reached_and_left_by_t(open_app, year):
    async with open_app(year) as it:
        await it.press("right", "l", "right", "right", "right")
        assert "Week 48" in it.text
        assert it.cursor_day == "Mon"
        await it.press("j", "j", "t")
        assert "Week 47" in it.text
        assert it.cursor_day == "Wed"
        assert ASK in it.chosen


async def test_the_cursor_stops_at_the_first_and_the_last_row(open_app, year):
    async with open_app(year) as it:
        await it.press("up")
        assert CALLS in it.chosen
        await it.press(*["down"] * 8)
        assert "A card to leave" in it.chosen


# Days off, excuses, weeks off, storm weeks


async def test_a_day_off_leaves_a_weekday_habit_s_target(open_app, small):
    async with open_app(small) as it:
        assert (it.count(ARTICLE := "Article"), it.count(CALLS)) == ("0/2", "0/5")
        await it.press("right", "o")
        assert (it.cell(ARTICLE, "Thu"), it.cell(CALLS, "Thu")[-1:]) == ("–", "□")
        assert (it.count(ARTICLE), it.count(CALLS)) == ("0/1", "0/5")
        await it.press("o")
        assert (it.cell(ARTICLE, "Thu"), it.count(ARTICLE)) == ("□", "0/2")


async def test_a_day_off_is_taken_beforehand(open_app, small):
    async with open_app(small) as it:
        await it.press("left", "o")
        assert it.notice == "A day off is taken beforehand. s excuses a day afterwards."
        assert it.rows("SELECT * FROM day_off") == []


async def test_an_excuse_asks_for_its_reason(open_app, small):
    async with open_app(small) as it:
        await it.press("down", "left", "left", "s")
        assert "Excused: Article, Mon 16 Nov" in it.text
        await it.type("ill, in bed")
        await it.press("enter")
        assert not it.is_asking
        assert (it.cell("Article", "Mon"), it.count("Article")) == ("–", "0/1")
        assert "excused: ill, in bed" in it.text
        assert it.rows("SELECT day, reason FROM excuse") == [("2026-11-16", "ill, in bed")]
        await it.press("s")
        assert (it.cell("Article", "Mon"), it.count("Article")) == ("□", "0/2")


async def test_an_excuse_given_up_leaves_no_trace(open_app, small):
    async with open_app(small) as it:
        await it.press("s")
        await it.type("no")
        await it.press("escape")
        assert not it.is_asking
        assert it.rows("SELECT * FROM excuse") == []


async def test_a_week_off_has_no_target_and_no_score(open_app, small):
    async with open_app(small) as it:
        assert "held at 85%" in it.text
        await it.press("O")
        assert "– week off" in it.line("Week 47")
        assert (it.count(CALLS), it.cell(CALLS, "Mon"), it.count("Article")) == ("–", "–", "–")
        assert "held at" not in it.text
        await it.press("O")
        assert "week off" not in it.text
        assert it.count(CALLS) == "0/5"
        assert "held at 85%" in it.text


# Notes


async def test_a_note_is_shown_under_the_cursor_and_survives_the_tick(open_app, small):
    async with open_app(small) as it:
        await it.press("n")
        assert "A note: Calls, Wed 18 Nov" in it.text
        await it.type("spoke with Ronan")
        await it.press("enter", "space")
        assert "Wed 18 Nov: spoke with Ronan" in it.text
        await it.press("backspace")
        assert "Wed 18 Nov: spoke with Ronan" in it.text
        await it.press("left")
        assert "spoke with Ronan" not in it.text
        assert it.rows("SELECT day, text FROM note") == [("2026-11-18", "spoke with Ronan")]


async def test_a_note_is_changed_and_taken_away(open_app, small):
    async with open_app(small) as it:
        await it.press("n")
        await it.type("one")
        await it.press("enter", "n")
        assert it.typed == ["one"]
        await it.press("end")
        await it.type(" two")
        await it.press("enter")
        assert it.rows("SELECT text FROM note") == [("one two",)]
        await it.press("n", "ctrl+u", "enter")
        assert it.rows("SELECT text FROM note") == []


async def test_a_note_of_two_lines_stays_one_when_nothing_is_changed(open_app, small, hand):
    hand.tick("Calls", "2026-11-18", note="first")
    hand.tick("Calls", "2026-11-18", note="second")
    async with open_app(small) as it:
        await it.press("n", "enter")
        assert it.rows("SELECT text FROM note") == [("first\nsecond",)]


# The commit


async def test_committing_takes_the_habits_and_what_is_chosen(open_app, hand):
    hand.habit("Calls")
    hand.store.capture("Write to Ronan", at("2026-11-16"))
    async with open_app(hand.store) as it:
        assert "No plan this week. r: three minutes." in it.text
        await it.press("r", "ctrl+e", "space", "enter", "enter", "escape")
        assert "□  Write to Ronan" in it.text
        assert "No plan" not in it.text
        assert it.score == "0%"
        assert "0%  " in it.line("held at")  # an empty bar stands where a full one does
        assert len(it.rows("SELECT * FROM plan_line")) == 2


@pytest.mark.parametrize(("lang", "said"), [("en", "off plan"), ("fr", "hors plan")])
async def test_h26_what_comes_after_the_commit_is_said_to_be_off_plan(open_app, hand, lang, said):
    hand.habit("Calls")
    async with open_app(hand.store, lang=lang) as it:
        await it.press("r", "ctrl+e", "enter", "enter", "escape")
        assert said not in it.text
        hand.habit("News")
        hand.store.capture("Write to Ronan", at("2026-11-16"))
        await it.press("r", "space", "enter", "enter")
        assert it.line("Write to Ronan").endswith(said)
        assert said not in it.line("Calls")
        await it.press("down")
        assert f"{said}" in it.lines[it.lines.index(it._habit_line("News")) + 1]


# Habits


async def test_a_wrong_rhythm_is_said_in_the_dialog_and_the_text_stays(open_app, store):
    async with open_app(store) as it:
        await it.press("a")
        await it.type("Calls")
        await it.press("enter")
        await it.type("mardredi")
        await it.press("ctrl+s")
        assert "I do not understand the rhythm 'mardredi'. Examples: 5, mon thu, 1/4" in it.text
        assert it.typed == ["Calls", "mardredi", *[""] * 6]
        assert it.rows("SELECT * FROM habit") == []
        await it.press("ctrl+u")
        await it.type("mon thu")
        await it.press("enter")
        await it.type("one voice message")
        await it.press("enter")
        await it.type("the coffee")
        await it.press("enter")
        await it.type("in the office")
        await it.press(*["enter"] * 5)
        assert not it.is_asking
        assert it.count(CALLS) == "0/2"
        # H17: the card is read under the habit
        assert "after the coffee, in the office   minimum one voice message" in it.text


async def test_a_habit_given_up_leaves_no_trace(open_app, store):
    async with open_app(store) as it:
        await it.press("a")
        await it.type("Calls")
        await it.press("escape")
        assert not it.is_asking
        assert it.rows("SELECT * FROM habit") == []


async def test_a_sixth_habit_is_refused(open_app, year):
    async with open_app(year) as it:
        await it.press("a")
        assert it.notice == "5 habits at most. Settle one, or archive one."
        assert not it.is_asking  # before a whole card is filled in
        assert it.rows("SELECT count(*) FROM habit") == [(5,)]


async def test_a_habit_is_archived_and_brought_back(open_app, hand):
    hand.habit("Calls")
    hand.habit("Walk", "3")
    async with open_app(hand.store) as it:
        await it.press("down", "d")
        assert it.notice == "Archived: Walk"
        assert "Walk" not in it.text.replace("Archived: Walk", "")
        assert it.rows("SELECT archived_on FROM habit WHERE name = 'Walk'") == [("2026-11-18",)]
        assert CALLS in it.chosen
        await it.press("u")
        assert it.notice == "Undone: habit archived: Walk"
        assert it.count("Walk") == "0/3"


async def test_archiving_a_planned_habit_is_seen(open_app, year):
    async with open_app(year) as it:
        await it.press("down")
        before = it.text
        await it.press("d", "enter")
        assert it.rows("SELECT archived_on FROM habit WHERE name = 'Monday article'") == [("2026-11-18",)]
        assert it.text != before


# Undo and redo


async def test_undo_and_redo_say_what_they_did(open_app, year):
    async with open_app(year) as it:
        before = it.ticks
        await it.press("space", "u")
        assert it.notice == "Undone: Calls, Wed 18 Nov: 1 tick"
        assert (it.count(CALLS), it.ticks) == ("2/5", before)
        await it.press("ctrl+y")
        assert it.notice == "Redone: Calls, Wed 18 Nov: 1 tick"
        assert (it.count(CALLS), it.ticks) == ("3/5", before + 1)
        await it.press("ctrl+y")
        assert it.notice == "Nothing to redo."
        await it.press("u", "u")
        assert it.notice == "Nothing to undo."


# Places, pages, quitting


@pytest.mark.parametrize(("there", "back"), [("4", "1"), ("apostrophe", "ampersand"), ("f4", "f1")])
async def test_places_by_digit_azerty_twin_and_function_key(open_app, year, there, back):
    async with open_app(year) as it:
        await it.press(there)
        assert "The year" in it.text
        await it.press(back)
        assert "Week 47" in it.text
        assert it.cursor_day == "Wed"


async def test_letters_in_a_dialog_are_text(open_app, year):
    async with open_app(year) as it:
        before = it.ticks
        await it.press("i", *"qudO4", "ampersand", "question_mark", "apostrophe", "f4", "space", "r")
        assert it.typed == ["qudO4&?' r"]
        assert it.app.is_running
        await it.press("escape")
        assert it.ticks == before
        assert it.rows("SELECT * FROM change") == []
        assert "Week 47" in it.text


@pytest.mark.parametrize("keys", [("enter", "enter"), ("ctrl+s", "ctrl+s"), ("escape", "escape")])
async def test_a_dialog_closes_once(open_app, year, keys):
    async with open_app(year) as it:
        await it.press("i")
        await it.type("Call the baker")
        await it.hurry(*keys)
        assert not it.is_asking
        saved = it.rows("SELECT count(*) FROM action WHERE title = 'Call the baker'")[0][0]
        assert saved == (keys[0] != "escape")
        await it.press("space")
        assert it.count(CALLS) == "3/5"


async def test_a_page_closes_once(open_app, year):
    async with open_app(year) as it:
        await it.press("question_mark")
        await it.hurry("escape", "escape")
        await it.press("space")
        assert it.count(CALLS) == "3/5"


async def test_enter_opens_the_day(open_app, year):
    async with open_app(year) as it:
        await it.press("left", "enter")
        assert "Tuesday 17 November 2026" in it.text
        (note,) = it.rows("SELECT text FROM note WHERE day = '2026-11-17'")[0]
        assert str(note) in it.text
        assert len([line for line in it.lines if "■ Calls" in line]) == 2
        await it.press("escape")
        assert "Tuesday 17" not in it.text
        assert it.cursor_day == "Tue"


async def test_the_page_of_keys_holds_all_of_them(open_app, year):
    for size, own, common in (
        ((80, 24), "word", "word"),
        ((120, 36), "tooltip", "word"),
        ((120, 50), "tooltip", "tooltip"),
    ):
        async with open_app(year, size=size) as it:
            await it.press("question_mark")
            assert "esc closes" in it.text
            for command in commands_of(WEEK):
                if command.tooltip:
                    assert getattr(command, common if command.scope == EVERYWHERE else own) in it.text, command
            await it.press("escape")
            assert "esc closes" not in it.text


async def test_q_quits_and_ctrl_c_never(open_app, year):
    async with open_app(year) as it:
        await it.press("ctrl+c")
        assert it.app.return_code is None
        await it.press("q")
        assert it.app.return_code == 0


# Today


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
async def test_h12_today_has_the_focus_at_the_start_and_no_result_is_in_sight(open_app, year, size):
    """Results are entered once a week; what the day shows is the habits and the two actions."""
    running = read_running(year)
    assert running is not None
    assert running.measures
    async with open_app(year, size=size) as it:
        assert it.cursor_day == "Wed"
        for measure in running.measures:
            assert measure.name not in it.text
        for result in (running.plan.goal, "€", "sale", "revenue"):
            assert result not in it.text


# Empty


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "No habit yet. a adds one; two minutes are enough."),
        ("fr", "Aucune habitude encore. a pour en choisir une, deux minutes suffisent."),
    ],
)
async def test_an_empty_file(open_app, store, lang, sentence):
    async with open_app(store, lang=lang) as it:
        assert sentence in it.text
        before = it.text
        for key in ("space", "backspace", "m", "n", "d", "s", "down", "up"):
            await it.press(key)
        assert it.text == before
        for dead in ("space", "espace", "n note", "commit", "s’engager"):
            assert dead not in it.footer
        assert it.rows("SELECT * FROM batch") == []


async def test_an_empty_file_leaves_nothing_to_commit_to(open_app, store):
    async with open_app(store) as it:
        await it.press("r", "ctrl+e", "enter", "enter")
        assert "Nothing to commit to yet." in it.text
        assert it.rows("SELECT * FROM plan") == []


# Small terminals


async def test_list_only_under_sixty_columns(open_app, year):
    async with open_app(year, size=(50, 24)) as it:
        await it.press("space")
        assert it.line("› " + CALLS).rstrip().endswith("3/5")
        assert "Mon" not in it.line("Week 47")
        assert "Wed" in it.line("Week 47")


async def test_a_paste_of_several_lines_is_as_many_ideas(open_app, small):
    async with open_app(small) as it:
        await it.press("i")
        it.app.screen.focused.post_message(events.Paste("écrire à Ronan\r\n\n  a / b\nœuvre\n"))
        await it.pilot.pause()
        await it.press("enter")
        assert not it.is_asking
        titles = [title for (title,) in it.rows("SELECT title FROM action WHERE state = 'idea' ORDER BY rowid")]
        assert titles[-3:] == ["écrire à Ronan", "a / b", "œuvre"]


async def test_keys_that_come_all_at_once_land_where_they_would_one_by_one(open_app, store):
    """A slow line or a quick typist: Tab and Enter don't wait behind the letters that follow them."""
    async with open_app(store) as it:
        words = [*"Calls", "tab", *"mon", "space", *"thu", "enter", *"half", "up", "up", *"!", "ctrl+s"]
        await it.hurry("a", *words)
        await it.pilot.pause(0.2)
        assert it.rows("SELECT name, minimum FROM habit") == [("Calls!", "half")]
        assert it.rows("SELECT days FROM habit_goal") == [("14",)]
        await it.hurry("i", *"one", "enter")
        await it.pilot.pause(0.2)
        assert it.rows("SELECT title FROM action") == [("one",)]


async def test_what_is_for_habits_says_so_on_an_action(open_app, year):
    async with open_app(year) as it:
        for key in ("n", "e", "s"):
            await it.press(*["down"] * 6, key)
            assert it.notice == "That is for habits. r changes the two actions."


async def test_a_storm_week_and_a_week_off_are_named(open_app, annee):
    async with open_app(annee, lang="fr") as it:
        await it.press("w")
        assert "≈ semaine de t" in it.text
        await it.press("w", "O")
        assert "– semaine de c" in it.text


async def test_the_cursor_stays_on_its_habit_whatever_another_program_moves(open_app, small, lundi):
    async with open_app(small) as it:
        await it.press("down")
        assert "Article" in it.chosen
        assert lundi("habit", "move", "article", "1").returncode == 0
        await it.look_around()
        assert "Article" in it.chosen
        await it.press("space")
        assert it.rows("SELECT name FROM tick JOIN habit ON habit.id = habit_id") == [("Article",)]


async def test_two_expected_days_running_are_enough_for_never_twice(open_app, hand):
    hand.habit("Walk", "every day", on="2026-11-16")
    hand.habit("Calls", "5")
    hand.commit()
    async with open_app(hand.store) as it:
        assert "Never twice    Walk 0/7" in it.text
        await it.press("left", "space")
        assert "Never twice" not in it.text
