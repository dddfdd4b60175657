"""Habits at the shell: ideas of the five articles by their ids, settling, cards, goals from a Monday on."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from lundi.time.days import Moment
from lundi.time.weeks import Week
from lundi.words import language
from storage.settings import change_settings
from storage.store import Store
from storage.week.page import read_week
from storage.week.tracking import read_standing

ROOT = Path(__file__).parents[2]
WEEK = Week.parse("2026-W47")
NARROW = 40  # columns of a prompt
LONG = "Prendre des nouvelles de tous les clients de l’an dernier, un par un, sans rien vendre"


def at(week: Week, weekday: int = 1) -> Moment:
    """Nine in the morning of a day."""
    day = week.days[weekday - 1]
    return Moment(day, f"{day}T09:00:00")


@pytest.fixture
def on(run, monkeypatch):
    """Call the program on another day: on(WEEK + 1, "tick", "calls"). It must succeed."""

    def call(week: Week, *words: str, weekday: int = 1) -> str:
        with monkeypatch.context() as another_day:
            another_day.setenv("LUNDI_NOW", at(week, weekday).stamp)
            said = run(*words)
        assert (said.returncode, said.stderr) == (0, ""), said
        return said.stdout

    return call


def listed(run, *words: str) -> dict[str, dict[str, object]]:
    said = run("habit", "list", "--json", *words)
    assert said.returncode == 0, said
    return {habit["name"]: habit for habit in json.loads(said.stdout)["habits"]}


def json_of(text: str) -> dict[str, object]:
    return json.loads(text)


# H21: the prompt


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("words", [["status", "--short"], ["etat", "--short"]], ids=" ".join)
def test_h21_the_prompt_is_one_short_line_with_any_file(run, database, sample, words, language):
    whole = sample.read_bytes()
    for content in (whole, b"", None):
        database.unlink()
        if content is not None:
            database.write_bytes(content)
        said = run(*words, "--lang", language)
        assert (said.returncode, said.stderr) == (0, "")
        assert said.stdout == ("2/7\n" if content else "–\n")
        assert len(said.stdout) <= NARROW
        assert database.exists() == (content is not None)


def test_h21_long_names_and_large_numbers_stay_on_one_line(run, store):
    assert run("habit", "add", LONG, "--per-week", "99").returncode == 0
    store.commit_week(["A title " * 40, "Another"], at(WEEK, 3))
    assert run("tick", "prendre", "1000").returncode == 0
    assert run("untick", "prendre", "950").returncode == 0
    short, whole = run("status", "--short"), run("status")
    assert (short.returncode, short.stdout) == (0, "0/3\n")
    assert whole.returncode == 0
    assert whole.stdout.startswith("0/3 · prendre des nouvelles")
    assert whole.stdout.count("\n") == 1
    assert "50/99" in whole.stdout


# H29: five places


def test_h29_a_sixth_habit_is_refused_until_one_is_settled(run, database, dump):
    names = ["Calls", "Article", "News", "Study", "Service"]
    for name in names:
        assert run("habit", "add", name, "--per-week", "2").returncode == 0
    before = dump(database)
    said = run("habit", "add", "Sixth", "--per-week", "1")
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr == "5 habits at most. Settle one, or archive one.\n"
    assert dump(database) == before
    assert run("habit", "settle", "study").stdout == "Settled: Study\n"
    assert run("habit", "add", "Sixth", "--per-week", "1").returncode == 0
    assert list(listed(run)) == ["Calls", "Article", "News", "Service", "Sixth", "Study"]
    assert run("habit", "restore", "study").returncode == 1  # its place is taken
    assert run("undo", "2").returncode == 0
    assert listed(run)["Study"]["settled"] is None


def test_a_settled_habit_is_ticked_outside_the_plan(run, store):
    for name in ("Calls", "Study"):
        assert run("habit", "add", name, "--per-week", "1").returncode == 0
    assert run("habitude", "installer", "study").returncode == 0
    store.commit_week([], at(WEEK, 3))
    assert read_week(store, WEEK, at(WEEK, 3).day).lines == 1
    assert run("tick", "study").stdout.startswith("Study 1")
    week = json_of(run("week", "--json").stdout)
    assert week["score"] == 0  # the only line is that of the calls
    assert run("tick", "calls").returncode == 0
    assert json_of(run("status", "--json").stdout)["lines"] == 1
    assert json_of(run("week", "--json").stdout)["score"] == 100
    assert [habit.name for habit in store.habits() if habit.is_current] == ["Calls"]
    said = run("habit", "settle", "study")
    assert (said.returncode, said.stderr) == (1, "Study is settled already.\n")
    assert "settled Wed 18 Nov" in run("habit", "list").stdout


def test_settling_is_undone_and_redone(run):
    assert run("habit", "add", "Study", "--per-week", "1").returncode == 0
    assert run("habit", "settle", "study").returncode == 0
    assert run("undo").stdout == "Undone: habit settled: Study\n"
    assert listed(run)["Study"]["settled"] is None
    assert run("redo").returncode == 0
    assert listed(run)["Study"]["settled"] == "2026-11-18"


@pytest.mark.parametrize("put_away", ["archive", "settle"])
def test_the_weeks_put_away_are_a_pause(on, tmp_path, put_away):
    """The same weeks of ticks, with nine weeks between them and without."""
    stands = []
    for gap in (0, 9):
        file = ("--db", str(tmp_path / f"{gap}.db"))
        first = WEEK + (-7 - gap)
        on(first, *file, "habit", "add", "Calls", "--per-week", "1")
        for number, ticked in enumerate((1, 1, 0, 1, 1, 0, 1)):
            if number == 4 and gap:
                on(first + 3, *file, "habit", put_away, "calls", weekday=7)
                on(first + 4 + gap, *file, "habit", "restore", "calls")
            if ticked:
                on(first + number + (gap if number >= 4 else 0), *file, "tick", "calls", weekday=5)
        (habit,) = json_of(on(WEEK, *file, "stats", "--json"))["habits"]
        stands.append({key: value for key, value in habit.items() if key != "id"})
        assert "Trying, for 8 weeks." in on(WEEK, *file, "habit", "list")  # this one is the eighth
    assert stands[0] == stands[1]
    assert (stands[0]["strength"], stands[0]["streak_weeks"]) == ("5/7", 1)


def test_h38_the_list_says_how_long_a_habit_is_practised_pauses_left_out(on, database):
    first = WEEK + -10
    on(first, "habit", "add", "Calls", "--per-week", "1")
    assert "Trying, for 1 week." in on(first, "habit", "list")
    assert "Trying, for 4 weeks." in on(first + 3, "habit", "list")
    on(first + 3, "habit", "archive", "calls")
    assert "Archived, practised for 4 weeks." in on(first + 7, "habit", "list")
    on(first + 7, "habit", "restore", "calls")
    assert "Trying, for 5 weeks." in on(first + 7, "habit", "list")
    assert "Trying, for 8 weeks." in on(WEEK, "habit", "list")


# H37: Mondays held


def commit(store: Store, week: Week, weekday: int) -> None:
    store.commit_week([], at(week, weekday))


def test_h37_mondays_held(run, store):
    first = WEEK + -12
    assert run("habit", "add", "Calls", "--per-week", "1").returncode == 0
    for offset in range(13):
        commit(store, first + offset, weekday=2 if offset in (3, 8) else 1)
    assert "  Mondays held: 11/13" in run("stats").stdout.splitlines()
    assert json_of(run("stats", "--json").stdout)["mondays_held"] == "11/13"
    assert "  Lundis tenus\u00a0: 11/13" in run("chiffres", "--lang", "fr").stdout.splitlines()


def test_h37_another_ritual_day_counts_for_the_weeks_committed_after_it(run, store):
    first = WEEK + -12
    assert run("habit", "add", "Calls", "--per-week", "1").returncode == 0
    for offset in range(6):
        commit(store, first + offset, weekday=1)
    assert read_standing(store, (first + 5).sunday).mondays_held == (6, 6)
    change_settings(store, {"ritual_day": "tue"}, at(first + 5, 7))
    assert read_standing(store, (first + 5).sunday).mondays_held == (6, 6)  # the past keeps its day
    for offset in range(6, 13):
        commit(store, first + offset, weekday=1 if offset in (7, 9) else 2)
    assert "  Mondays held: 11/13" in run("stats").stdout.splitlines()
    assert run("undo", "7").returncode == 0  # back to the change of the setting: six committed, seven not
    assert "  Mondays held: 6/13" in run("stats").stdout.splitlines()


# H38: no promise

NUMBERS = (
    "two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|"
    "deux|trois|quatre|cinq|sept|huit|neuf|dix|douze|quatorze|quinze|vingt|trente|quarante|cinquante|soixante|cent"
)
A_NUMBER = rf"(?:\d+|\{{\w+\}}|\b(?:{NUMBERS})(?:[ -](?:one|two|six|et un|et une|un|deux|six))?)"
SOME_DAYS = re.compile(rf"{A_NUMBER}[\s\u00a0-]*(?:days?|jours?|journées?)\b", re.IGNORECASE)
NO_PROMISE = re.compile(
    r"^The clock went back|^L’horloge a reculé|\{days\} (days in|jours dans) Loop\b"
    r"|[Pp]repar|pr[ée]paration|before its end|avant sa fin|^It starts in|^Elle commence dans"  # of a campaign
    r"|days? a week|jours? par semaine|days later|jours après"  # somebody's vision, or what they try
)


def promises(texts) -> list[str]:
    return [text for text in texts if SOME_DAYS.search(text) and not NO_PROMISE.search(text)]


def test_h38_no_text_promises_a_number_of_days():
    pofile = pytest.importorskip("babel.messages.pofile")
    texts = set()
    for path in ROOT.glob("lundi/locale/*/LC_MESSAGES/lundi.po"):
        with path.open("rb") as file:
            for message in pofile.read_po(file):
                for part in (message.id, message.string):
                    texts.update([part] if isinstance(part, str) else part)
    assert len(texts) > 200
    assert promises(texts) == []


def test_h38_the_search_finds_a_promise():
    bad = [
        "A habit takes 21 days.", "Il faut 66 jours.", "in {count} days", "Dans {days} jours, c’est acquis.",
        "a 30-day challenge", "vingt et un jours", "twenty-one days", "Après 21\u00a0jours", "in sixty-six days",
    ]  # fmt: skip
    assert promises(bad) == bad
    good = [
        "the last 13 weeks", "5 a week", "a few days", "one of its days", "un jour", "Under way, for {count} weeks.",
        "The clock went back {days} days. Check the date.", "day {day}", "16/11, 2026-11-16, -3", "13 semaines",
    ]  # fmt: skip
    assert promises(good) == []


# Cards


def test_the_card_says_at_what_time(run):
    said = run(
        "habit", "add", "Calls", "--per-week", "5", "--after", "the coffee", "--where", "in the office",
        "--when", "at ten", "--minimum", "one message",
    )  # fmt: skip
    assert said.returncode == 0
    assert (
        "After the coffee, in the office, at ten, 5 a week: Calls; at least one message." in run("habit", "list").stdout
    )
    assert listed(run)["Calls"]["when"] == "at ten"
    assert run("habit", "edit", "calls", "--when", "between two clients").returncode == 0
    assert "in the office, between two clients, 5 a week" in run("habit", "list").stdout
    assert run("habit", "edit", "calls", "--when", "").returncode == 0
    assert "After the coffee, in the office, 5 a week: Calls; at least one message." in run("habit", "list").stdout


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("13", "2027-02-17"),
        ("8w", "2027-01-13"),
        ("8 semaines", "2027-01-13"),
        ("0", "2026-11-18"),
        ("2027-02-17", "2027-02-17"),
        ("16/12/2026", "2026-12-16"),
    ],
)
def test_a_review_is_a_number_of_weeks_or_a_day(run, typed, day):
    assert run("habit", "add", "Calls", "--per-week", "5", "--review", typed).returncode == 0
    assert listed(run)["Calls"]["review"] == day
    assert run("habit", "edit", "calls", "--name", "Phone").returncode == 0
    assert listed(run)["Phone"]["review"] == day  # another change leaves it
    assert run("habit", "edit", "phone", "--review", "1").returncode == 0
    assert listed(run)["Phone"]["review"] == "2026-11-25"


def test_a_review_is_13_weeks_away_when_nobody_says(run):
    assert run("habit", "add", "Calls", "--per-week", "5").returncode == 0
    assert listed(run)["Calls"]["review"] == str(date(2026, 11, 18) + timedelta(weeks=13))


@pytest.mark.parametrize("typed", ["14", "99", "2027-02-18", "2026-11-17", "soon", "-1"])
def test_a_review_further_away_or_past_is_not_understood(run, database, dump, typed):
    assert run("habit", "add", "Calls", "--per-week", "5").returncode == 0
    before = dump(database)
    for words in (["edit", "calls"], ["add", "Other", "--per-week", "1"]):
        said = run("habit", *words, "--review", typed)
        assert (said.returncode, said.stdout) == (2, "")
        assert 1 <= len(said.stderr.splitlines()) <= 2
    assert dump(database) == before


# Goals


def targets(run, *weeks: Week) -> list[object]:
    return [json_of(run("week", str(week), "--json").stdout)["habits"][0]["target"] for week in weeks]


def test_a_new_goal_counts_from_the_monday_that_is_said(on, run):
    on(WEEK + -2, "habit", "add", "Calls", "--per-week", "5")
    assert run("habit", "edit", "calls", "--per-week", "3", "--from", "2w").stdout == "Calls: 3 a week, from W49 on\n"
    assert targets(run, WEEK + -1, WEEK, WEEK + 1, WEEK + 2, WEEK + 3) == [5, 5, 5, 3, 3]
    # A day of the week stands for its Monday.
    assert run("habit", "edit", "calls", "--days", "mon,thu", "--from", "2026-11-26").returncode == 0
    assert targets(run, WEEK, WEEK + 1, WEEK + 2) == [5, 2, 3]
    assert run("undo", "2").returncode == 0
    assert targets(run, WEEK, WEEK + 1, WEEK + 2) == [5, 5, 5]


def test_a_committed_week_keeps_its_goal(run, store):
    assert run("habit", "add", "Calls", "--per-week", "5").returncode == 0
    assert run("habit", "edit", "calls", "--per-week", "4").stdout == "Calls: 4 a week, from W47 on\n"
    store.commit_week([], at(WEEK, 3))
    for words in ([], ["--from", str(WEEK)]):
        assert run("habit", "edit", "calls", "--per-week", "2", *words).stdout == "Calls: 2 a week, from W48 on\n"
        assert targets(run, WEEK, WEEK + 1) == [4, 2]


def test_a_past_week_keeps_its_goal(run, database, dump):
    assert run("habit", "add", "Calls", "--per-week", "5").returncode == 0
    before = dump(database)
    said = run("habit", "edit", "calls", "--per-week", "3", "--from", "-1w")
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr == "A past week keeps its rhythm. Choose this week or a later one.\n"
    assert dump(database) == before


def test_an_edit_that_says_nothing_is_not_understood(run, database, dump):
    assert run("habit", "add", "Calls", "--per-week", "5").returncode == 0
    before = dump(database)
    nothing, no_rhythm = run("habit", "edit", "calls"), run("habit", "edit", "calls", "--from", "1w")
    assert (nothing.returncode, nothing.stdout) == (no_rhythm.returncode, no_rhythm.stdout) == (2, "")
    assert "--per-week" in nothing.stderr
    assert "--every" in no_rhythm.stderr
    assert dump(database) == before


# The list for programs


FIELDS = ["id", "name", "rhythm", "minimum", "after", "where", "minutes", "when", "review", "settled", "archived"]


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_the_json_of_the_list(run, spoken):
    words = [
        "--minimum",
        "un mot",
        "--after",
        "le café",
        "--where",
        "au bureau",
        "--minutes",
        "10 min",
        "--when",
        "à 9 h",
    ]
    assert run("habit", "add", "Appels", "--per-week", "5", *words).returncode == 0
    for name in ("Étude", "Article"):
        assert run("habit", "add", name, "--days", "mon,fri").returncode == 0
    assert run("habit", "settle", "etude").returncode == 0
    assert run("habit", "archive", "article").returncode == 0
    habits = listed(run, "--lang", spoken)
    assert list(habits) == ["Appels", "Étude", "Article"]  # current, settled, archived
    assert all(list(habit) == FIELDS for habit in habits.values())
    assert [habits["Appels"][key] for key in FIELDS[3:8]] == ["un mot", "le café", "au bureau", 10, "à 9 h"]
    assert [(habit["settled"], habit["archived"]) for habit in habits.values()] == [
        (None, None),
        ("2026-11-18", None),
        (None, "2026-11-18"),
    ]
    assert habits["Étude"]["rhythm"] == {"en": "Mon, Fri", "fr": "lun, ven"}[spoken]


def test_the_json_of_the_list_without_a_file(run, database):
    assert json_of(run("habit", "--json").stdout) == {"habits": []}
    assert not database.exists()


def test_a_refused_first_habit_leaves_no_file_behind(run, database):
    for words in (
        ["--per-week", "many"],
        [],
        ["--per-week", "5", "--from", "2w"],
        ["--per-week", "5", "--minutes", "x"],
    ):
        assert run("habit", "add", "Calls", *words).returncode == 2
    assert not database.exists()


def test_a_later_week_is_refused_where_it_would_be_passed_over(run, database):
    said = run("habit", "add", "Calls", "--per-week", "5", "--from", "2w")
    assert said.stderr.startswith("A new habit begins this week")
    assert run("habit", "add", "Talk", "--every", "4", "--from", "2026-W50").returncode == 0


def test_a_review_without_a_year_lies_ahead(run, sample):
    assert run("habit", "edit", "calls", "--review", "16/01").returncode == 0
    assert run("habit", "edit", "calls", "--review", "16/11").returncode == 2  # a year away
    assert '"review": "2027-01-16"' in run("habit", "list", "--json").stdout
