"""Ideas of the five articles, by their ids: each test proves a check of the list in the documentation."""

import json
import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from lundi.habits.card import sentence
from lundi.habits.habit import QUOTA, WEEKDAYS, Goal
from lundi.habits.history import STORM
from lundi.time.days import Moment
from lundi.time.weeks import Week
from storage.habits.intents import Card
from storage.sample.year import write_sample
from storage.week.page import read_week
from storage.week.tracking import read_standing, read_year

ROOT = Path(__file__).parents[3]
WEEK = Week.parse("2026-W40")


def at(week: Week, weekday: int = 1) -> Moment:
    """Nine in the morning of a day."""
    day = week.days[weekday - 1]
    return Moment(day, f"{day}T09:00:00")


def add(store, name: str, goal: Goal, week: Week = WEEK):
    habit_id = store.add_habit(Card(name), goal, at(week))
    return next(habit for habit in store.habits() if habit.id == habit_id)


def page(store, week: Week, weekday: int = 7):
    return read_week(store, week, week.days[weekday - 1])


def seen_later(store, week: Week):
    """A week as it is seen from long after."""
    return read_week(store, week, (week + 20).monday)


def json_of(run, *words: str):
    said = run(*words, "--json")
    assert said.returncode == 0, said.stderr
    return json.loads(said.stdout)


# Habits


def test_h02_the_score_is_regularity_not_volume(store):
    calls = add(store, "Calls", Goal(WEEK, QUOTA, 4))
    for offset in range(4):
        store.commit_week([], at(WEEK + offset))
    for weekday in range(1, 6):
        store.tick(calls, WEEK.days[weekday - 1], at(WEEK, weekday), count=2)
    assert [seen_later(store, WEEK + offset).score.points for offset in range(4)] == [100, 0, 0, 0]


def test_h08_a_captured_idea_stays_out_of_sight(store, run):
    add(store, "Calls", Goal(WEEK, QUOTA, 5), Week.parse("2026-W46"))
    now = at(Week.parse("2026-W47"))
    store.commit_week(["Write to Ronan"], now)
    before, shown = read_week(store, now.week, now.day), run("week").stdout

    assert store.capture("A podcast\nA better price page", now) == 2
    said = run("idea", "A", "leaflet", "for", "the", "counter")

    assert said.returncode == 0
    kept = [row[0] for row in store.connection.execute("SELECT title FROM action WHERE state = 'idea'")]
    assert sorted(kept) == ["A better price page", "A leaflet for the counter", "A podcast"]
    assert read_week(store, now.week, now.day) == before
    assert "Write to Ronan" in shown
    assert run("week").stdout == shown
    assert "idea" not in run("today").stdout.lower()
    assert json_of(run, "status")["lines"] == 2


CAMPAIGN_GOALS = [
    "trois nouveaux clients",
    "Chacun amène un artisan",
    "personnes envoyées",
    "nouveaux clients",
    "7/10",
    "4/8",
    "1/3",
]


@pytest.mark.parametrize("command", ["week", "today", "status"])
def test_h11_no_goal_of_a_campaign_is_on_the_daily_screens(store, run, command):
    write_sample(store)
    shown = run(command).stdout
    assert "2/5" in shown  # the habits are there
    assert [goal for goal in CAMPAIGN_GOALS if goal.lower() in shown.lower()] == []


def test_h13_a_quota_on_two_days_and_a_monday_habit_on_tuesday(store, run):
    week = Week.parse("2026-W47")
    calls = add(store, "Calls", Goal(week, QUOTA, 5), week)
    article = add(store, "Article", Goal(week, WEEKDAYS, 1, (1,)), week)
    store.tick(calls, week.days[0], at(week, 3), count=3)
    store.tick(calls, week.days[2], at(week, 3), count=2)
    store.tick(article, week.days[1], at(week, 3))
    calls_row, article_row = page(store, week).rows
    assert (calls_row.done, calls_row.target, calls_row.met) == (5000, 5, True)
    assert (article_row.met, article_row.late) == (True, (week.days[1],))
    lines = run("week").stdout.splitlines()
    assert "5/5 ✓" in next(line for line in lines if "Calls" in line)
    assert "1/1 ✓" in next(line for line in lines if "Article" in line)
    assert "late: Tuesday" in next(line for line in lines if "Article" in line)


def test_h13_a_talk_every_four_weeks_is_planned_only_when_it_is_due(run):
    assert run("habit", "add", "Propose a talk", "--every", "4").returncode == 0
    assert json_of(run, "week")["habits"][0]["target"] == 1
    assert json_of(run, "week", "1w")["habits"][0]["target"] is None
    assert json_of(run, "week", "4w")["habits"][0]["target"] == 1


def test_h17_the_card_is_one_sentence(run, world):
    added = run(
        "habit", "add", "Calls", "--per-week", "5", "--minimum", "a voice message",
        "--after", "the nine o'clock coffee", "--where", "in the office",
    )  # fmt: skip
    assert added.returncode == 0, added.stderr
    expected = "After the nine o'clock coffee, in the office, 5 a week: Calls; at least a voice message."
    assert expected in run("habit", "list").stdout
    run("habit", "edit", "calls", "--after", "", "--minimum", "")
    assert "In the office, 5 a week: Calls." in run("habit", "list").stdout
    assert sentence(world.quota("Calls", 5), world.this) == "5 a week: Calls."


def test_h21_a_prompt_costs_nothing_without_a_file(lundi, database):
    said = lundi("status", "--short")
    assert (said.returncode, said.stdout, said.stderr) == (0, "–\n", "")
    assert not database.exists()


def test_h25_a_week_without_a_plan_is_a_state_and_not_a_nought(store, run):
    calls = add(store, "Calls", Goal(WEEK, QUOTA, 2), Week.parse("2026-W44"))
    for name, count in [("2026-W44", 2), ("2026-W46", 1)]:
        week = Week.parse(name)
        store.commit_week([], at(week))
        store.tick(calls, week.monday, at(week), count=count)
    store.tick(calls, date(2026, 10, 26), at(Week.parse("2026-W45")), count=2)  # done, and not planned

    stats = json_of(run, "stats")
    unplanned = {"week": "2026-W45", "score": None, "held": None, "state": "unplanned"}
    assert stats["weeks"][1] == unplanned
    assert (stats["scored_weeks"], stats["held_weeks"], stats["mean_score"]) == (2, 1, 75)
    lines = run("stats").stdout.splitlines()
    assert next(line for line in lines if "W45" in line).split() == ["W45", "–"]
    assert "  weeks without a plan: 1" in lines
    assert "no plan" in run("week", "2026-W45").stdout.splitlines()[0]


def test_h34_one_missed_week_costs_one_thirteenth(store, run):
    first = Week.parse("2026-W34")
    calls = add(store, "Calls", Goal(first, QUOTA, 1), first)
    for offset in range(12):
        store.tick(calls, (first + offset).monday, at(first + offset))
    today = date(2026, 11, 18)
    (standing,) = read_standing(store, today).habits
    assert (standing.weeks_met, len(standing.strength)) == (12, 13)
    assert json_of(run, "stats")["habits"][0]["strength"] == "12/13"
    assert "92%" in run("stats").stdout


def test_h35_one_short_command_ticks_and_prints_the_new_count(lundi):
    assert lundi("habit", "add", "Appels", "--per-week", "5").returncode == 0
    first, second = lundi("tick", "appels"), lundi("tick", "appels", "2")
    assert (first.returncode, first.stdout) == (0, "Appels 1/5\n")
    assert (second.returncode, second.stdout) == (0, "Appels 3/5\n")
    assert lundi("status").stdout == "– · appels 3/5\n"


def test_h43_a_changed_target_leaves_the_weeks_before_alone(store, run):
    before = WEEK + -1
    calls = add(store, "Calls", Goal(before, QUOTA, 5), before)
    for week in (before, WEEK):
        store.commit_week([], at(week))
        store.tick(calls, week.monday, at(week), count=4)
        if week == before:
            store.edit_habit(calls, Card("Calls"), Goal(WEEK, QUOTA, 3), at(WEEK))
    assert (seen_later(store, before).rows[0].target, seen_later(store, WEEK).rows[0].target) == (5, 3)
    assert seen_later(store, before).score.share == Fraction(4, 5)
    assert seen_later(store, WEEK).score.share == 1
    assert "4/5" in run("week", "2026-W39").stdout
    assert "3/3 +1" in run("week", "2026-W40").stdout


# Focus


def test_f25_surplus_is_shown_and_the_score_stays_at_100(store, run):
    calls = add(store, "Calls", Goal(WEEK, QUOTA, 5))
    article = add(store, "Article", Goal(WEEK, WEEKDAYS, 1, (1,)))
    store.commit_week([], at(WEEK))
    store.tick(calls, WEEK.monday, at(WEEK), count=7)
    row = seen_later(store, WEEK).rows[0]
    assert (row.done, row.target, row.surplus, row.met) == (7000, 5, 2000, True)
    assert seen_later(store, WEEK).score.points == 50  # two calls too many do not write the article
    store.tick(article, WEEK.monday, at(WEEK))
    assert seen_later(store, WEEK).score.points == 100
    assert "5/5 +2" in run("week", str(WEEK)).stdout


def test_f33_in_a_storm_week_one_message_is_enough(store, run):
    week = Week.parse("2026-W47")
    add(store, "Calls", Goal(week, QUOTA, 5), week)
    now = at(week, 3)
    store.commit_week([], now)
    store.mark_week(week, STORM, now)
    assert json_of(run, "week")["habits"][0]["target"] == 1
    assert run("tick", "calls", "--min").stdout == "Calls 1/1\n"
    assert page(store, week).score.points == 100
    assert "▪" in run("week").stdout
    year = read_year(store, None, week, now.day)
    assert [column.week for column in year.weeks if column.is_storm] == [week]
    assert year.weeks[-1].levels[2] == 4
    store.mark_week(week, None, now)
    assert page(store, week).score.points == 20


# Words: what the catalogues may not hold


def messages() -> dict[str, set[str]]:
    """Every sentence of the program, and where it was found."""
    extract = pytest.importorskip("babel.messages.extract")
    keywords = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
    found: dict[str, set[str]] = {}
    for package in ("lundi", "storage", "tui", "cli"):
        for name, line, message, _comments, _context in extract.extract_from_dir(
            ROOT / package, [("**.py", "python")], keywords=keywords
        ):
            for text in message if isinstance(message, tuple) else (message,):
                found.setdefault(text, set()).add(f"{package}/{name}:{line}")
    for path in [*ROOT.glob("lundi/locale/**/*.po"), *ROOT.glob("lundi/locale/**/*.pot")]:
        pofile = pytest.importorskip("babel.messages.pofile")
        with path.open("rb") as file:
            for message in pofile.read_po(file):
                texts = [
                    *([message.id] if isinstance(message.id, str) else message.id),
                    *([message.string] if isinstance(message.string, str) else message.string),
                ]
                for text in filter(None, texts if message.id else ()):
                    found.setdefault(text, set()).add(f"{path.relative_to(ROOT)}:{message.lineno}")
    return found


@pytest.fixture(scope="module")
def all_messages() -> dict[str, set[str]]:
    found = messages()
    assert "Two means two. Finish one first." in found  # the extraction works
    assert len(found) > 100
    return found


def having(all_messages, pattern: str) -> dict[str, set[str]]:
    return {text: where for text, where in all_messages.items() if re.search(pattern, text, re.IGNORECASE)}


def test_h28_the_fourth_letter_is_act_and_never_location(all_messages):
    assert having(all_messages, r"\blocation") == {}


def test_f34_nothing_shouts(all_messages):
    assert having(all_messages, "(?<!`)!|!(?!`)") == {}  # `!` is a key


BLAME = [
    r"rat[ée]e?s?", "échec", "échoué", "échouer", "mauvaise?s?", "honte", "honteux", "paresse", "paresseux",
    "faute", "coupable", "nul", "nulle", "dommage", "hélas", "oubli", "oublié",
    "fail", "fails", "failed", "failing", "failure", "failures", "lazy", "shame", "ashamed", "bad", "poor",
    "poorly", "guilty", "blame", "fault", "wrong", "unfortunately", "sorry", "loser", "lost", "forgot",
    "neglected",
]  # fmt: skip


@pytest.mark.parametrize("word", BLAME)
def test_f34_no_word_of_blame(all_messages, word):
    assert having(all_messages, rf"\b{word}\b") == {}


def test_f34_a_missed_week_is_told_kindly(store, run):
    calls = add(store, "Calls", Goal(WEEK, QUOTA, 5), Week.parse("2026-W45"))
    for name in ("2026-W45", "2026-W46"):
        store.commit_week([], at(Week.parse(name)))
    for words in (("week", "2026-W46"), ("stats",), ("status",), ("today",)):
        shown = run(*words).stdout
        assert calls.name.lower() in shown.lower()
        assert not re.search(rf"!|\b({'|'.join(BLAME)})\b", shown, re.IGNORECASE), shown
    assert "0%, not held" in run("week", "2026-W46").stdout


def test_the_lint_finds_what_it_looks_for():
    """The same search, on sentences that must not pass."""
    bad = {"Raté !": {"a"}, "Location": {"b"}, "You failed": {"c"}, "mauvaise semaine": {"d"}}
    assert set(having(bad, "!")) == {"Raté !"}
    assert set(having(bad, r"\blocation")) == {"Location"}
    found = set().union(*(having(bad, rf"\b{word}\b") for word in BLAME))
    assert found == {"Raté !", "You failed", "mauvaise semaine"}
