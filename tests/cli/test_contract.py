"""The shell as PRODUCT.md promises it: commands, aliases, options, names, dates, exit codes, JSON."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from cli.commands import ALIASES, COMMANDS
from lundi import __version__
from storage.store import Store

ROOT = Path(__file__).parents[2]

CALLS = [  # every command with its French name, and words that make it succeed on the sample year
    ("tick", "cocher", ["calls"]),
    ("untick", "decocher", ["calls", "--date", "yesterday"]),
    ("today", "jour", []),
    ("week", "semaine", []),
    ("status", "etat", []),
    ("stats", "chiffres", []),
    ("habit", "habitude", []),
    ("idea", "idee", ["Something"]),
    ("doctor", "examiner", []),
    ("help", "aide", []),
]
HABIT_CALLS = [
    ("list", "lister", []),
    ("edit", "modifier", ["calls", "--minimum", "one message"]),
    ("archive", "archiver", ["calls"]),
    ("move", "deplacer", ["calls", "2"]),
]
SHAPES = {
    "week": ["week", "state", "score", "held", "habits", "actions", "waiting", "call"],
    "today": ["week", "state", "score", "held", "habits", "actions", "waiting", "call"],
    "status": ["week", "state", "score", "lines_done", "lines", "next"],
    "stats": ["weeks", "scored_weeks", "held_weeks", "mean_score", "mondays_held", "habits"],
}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("command", CALLS, ids=lambda call: call[0])
def test_a_command_and_its_french_name_say_the_same(run, sample, command, language):
    whole = sample.read_bytes()
    said = []
    for name in command[:2]:
        for beside in sample.parent.glob("lundi.db-*"):
            beside.unlink()
        sample.write_bytes(whole)
        said.append(run("--lang", language, name, *command[2]))
    assert said[0] == said[1]
    assert said[0].returncode == 0
    assert said[0].stdout
    assert said[0].stderr == ""


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("command", HABIT_CALLS, ids=lambda call: call[0])
def test_the_commands_on_habits_have_two_names(run, sample, command, language):
    whole = sample.read_bytes()
    said = []
    for name in command[:2]:
        for beside in sample.parent.glob("lundi.db-*"):
            beside.unlink()
        sample.write_bytes(whole)
        said.append(run("--lang", language, "habitude", name, *command[2]))
    assert said[0] == said[1]
    assert said[0].returncode == 0


def test_habits_are_added_restored_and_undone_by_french_names(run):
    assert run("habitude", "ajouter", "Appels", "--per-week", "5").returncode == 0
    assert run("habitude", "archiver", "appels").returncode == 0
    assert run("habitude", "restaurer", "appels").returncode == 0
    for command, expected in (
        ("annuler", "archived"),
        ("refaire", None),
        ("undo", "restored"),
        ("redo", None),
    ):
        assert run(command).returncode == 0, (command, expected)
    habits = json.loads(run("habit", "list", "--json").stdout)["habits"]
    assert [(habit["name"], habit["archived"]) for habit in habits] == [("Appels", None)]


def test_accented_names_of_commands(run, sample):
    for name in ("état", "idée", "décocher", "déplacer"):
        command = ["habit", name] if name == "déplacer" else [name]
        words = {"idée": ["X"], "décocher": ["calls", "--date", "hier"], "déplacer": ["calls", "2"]}.get(name, [])
        assert run(*command, *words).returncode == 0, name


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("command", sorted({*COMMANDS, *ALIASES} - {"-h", "--help"}))
def test_every_command_has_a_help(run, database, command, language):
    if command in ("help", "aide"):  # it is the help: no SystemExit of argparse's
        assert run(command, "--lang", language).returncode == 0
        return
    words = [command, "loop"] if ALIASES.get(command, command) == "import" else [command]
    with pytest.raises(SystemExit) as left:
        run(*words, "--help", "--lang", language)
    assert left.value.code == 0
    assert not database.exists()


@pytest.mark.parametrize("words", [["--help"], ["tick", "--help"], ["habit", "--help"], ["habit", "add", "-h"]])
def test_help_is_printed_and_exits_0(lundi, database, words):
    for language in ("en", "fr"):
        said = lundi(*words, LUNDI_LANG=language)
        assert (said.returncode, said.stderr) == (0, "")
        assert "lundi" in said.stdout
    assert not database.exists()


def test_the_version(run, database):
    for words in (["--version"], ["status", "--version"]):
        assert run(*words).stdout == f"lundi {__version__}\n"
    assert not database.exists()


# Global options


def test_global_options_stand_before_and_after(run, sample, tmp_path):
    other = tmp_path / "other.db"
    assert run("--db", str(other), "idea", "One").returncode == 0
    assert run("idea", "--db", str(other), "Two").returncode == 0
    assert run("idea", "Three", f"--db={other}").returncode == 0
    with Store.open(str(other)) as store:
        titles = {row["title"] for row in store.connection.execute("SELECT title FROM action")}
    assert titles == {"One", "Two", "Three"}
    french = run("--lang", "fr", "week").stdout
    assert french == run("week", "--lang", "fr").stdout == run("week", "--lang=fr").stdout
    assert french != run("week").stdout


def test_the_language_asked_for_wins_over_the_variable_and_that_over_the_locale(lundi, sample):
    english, french = lundi("week").stdout, lundi("week", "--lang", "fr").stdout
    assert "novembre" in french
    assert "November" in english
    assert lundi("week", LANG="fr_FR.UTF-8").stdout == french
    assert lundi("week", LANG="fr_FR.UTF-8", LUNDI_LANG="en").stdout == english
    assert lundi("week", "--lang", "fr", LUNDI_LANG="en").stdout == french
    assert lundi("week", LANG="fr_FR.UTF-8", LC_ALL="C").stdout == english


@pytest.mark.parametrize("words", [["--lang", "de", "week"], ["week", "--lang"], ["week", "--db"]])
def test_a_global_option_that_is_not_understood(run, sample, words):
    not_understood(run(*words))


def test_what_follows_two_dashes_is_no_option(run, database):
    assert run("idea", "--", "--db", "is", "an", "option").returncode == 0
    with Store.open(str(database)) as store:
        assert store.connection.execute("SELECT title FROM action").fetchone()["title"] == "--db is an option"


def test_an_unreadable_clock(run, database, monkeypatch):
    monkeypatch.setenv("LUNDI_NOW", "yesterday")
    said = run("status")
    not_understood(said)
    assert "LUNDI_NOW" in said.stderr


def test_the_day_ends_at_three(run, sample, monkeypatch):
    for wall, day in (("2026-11-19T02:59", "18"), ("2026-11-19T03:00", "19")):
        monkeypatch.setenv("LUNDI_NOW", wall)
        assert f" {day} November" in run("today").stdout


# Exit codes


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["tick", "calls"], 0),
        (["tick", "calls", "--date", "19/11/2026"], 1),
        (["tick", "calls", "--date", "2026-11-19"], 1),
        (["untick", "calls"], 1),
        (["untick", "calls", "5", "--date", "tue"], 1),
        (["undo"], 1),
        (["redo"], 1),
        (["habit", "add", "Sixth", "--per-week", "3"], 1),
        (["habit", "restore", "calls"], 1),
        (["habit", "move", "calls", "9"], 1),
        (["tick", "nobody"], 2),
        (["tick"], 2),
        (["tick", "calls", "0"], 2),
        (["tick", "calls", "-1"], 2),
        (["tick", "calls", "1001"], 2),
        (["tick", "calls", "--unknown"], 2),
        (["habit", "add", "", "--per-week", "3"], 2),
        (["habit", "add", "Walk"], 2),
        (["habit", "add", "Walk", "--per-week", "0"], 2),
        (["habit", "add", "Walk", "--days", "mon,xyz"], 2),
        (["habit", "add", "Walk", "--per-week", "3", "--days", "mon"], 2),
        (["habit", "fly"], 2),
        (["idea", "  "], 2),
        (["week", "2027-W53"], 2),
        (["undo", "none"], 2),
        (["redo", "none"], 2),
        (["redo", "0"], 2),
        (["unknown"], 2),
        (["status", "extra"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_exit_codes(run, sample, dump, words, code):
    before = dump(sample)
    said = run(*words)
    assert said.returncode == code, said
    if code:
        assert said.stdout == ""
        assert 1 <= len(said.stderr.splitlines()) <= 2
        assert dump(sample) == before


def test_codes_3_and_4(run, tmp_path):
    (tmp_path / "file").write_text("no folder, and no lundi file either")
    assert run("idea", "X", "--db", str(tmp_path / "file" / "lundi.db")).returncode == 3
    assert run("idea", "X", "--db", str(tmp_path / "file")).returncode == 4


def test_the_sixth_habit(run, sample, dump):
    before = dump(sample)
    said = run("habit", "add", "Sixth", "--per-week", "3")
    assert (said.returncode, said.stderr) == (1, "5 habits at most. Settle one, or archive one.\n")
    assert dump(sample) == before
    assert run("habit", "archive", "calls").returncode == 0
    assert run("habit", "add", "Sixth", "--per-week", "3").returncode == 0
    assert run("habit", "restore", "calls").returncode == 1


# Names

NAMES = ["Écrire l’article", "Un service rendu", "Appels", "Artisans", "Œuvre d'été"]


@pytest.fixture
def named(run):
    """A file whose habits have names of all kinds."""
    for name in NAMES:
        assert run("habit", "add", name, "--per-week", "5").returncode == 0
    return run


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ecr", "Écrire l’article"),
        ("serv", "Un service rendu"),
        ("SERV", "Un service rendu"),
        ("écrire l'article", "Écrire l’article"),
        ("Ecrire l’article", "Écrire l’article"),
        ("ÉCRIRE L'ARTICLE", "Écrire l’article"),
        ("l'art", "Écrire l’article"),
        ("article", "Écrire l’article"),
        ("un serv", "Un service rendu"),
        ("service rendu", "Un service rendu"),
        ("oeuv", "Œuvre d'été"),
        ("œuv", "Œuvre d'été"),
        ("ŒUVRE D’ETE", "Œuvre d'été"),
        ("d’et", "Œuvre d'été"),
        ("artis", "Artisans"),
        ("e\u0301crire", "Écrire l’article"),
        ("  app  ", "Appels"),
    ],
)
def test_a_few_letters_are_enough(named, typed, name):
    said = named("tick", typed)
    assert (said.returncode, said.stdout) == (0, f"{name} 1/5\n")


def test_a_name_without_quotes(named):
    assert named("tick", "un", "service", "rendu", "2").stdout == "Un service rendu 2/5\n"


def test_several_names_are_listed_and_nothing_is_ticked(named, database, dump):
    before = dump(database)
    said = named("tick", "art")
    not_understood(said)
    assert "'art'" in said.stderr
    assert "Écrire l’article" in said.stderr
    assert "Artisans" in said.stderr
    assert "Appels" not in said.stderr
    assert dump(database) == before


def test_an_exact_name_wins_over_a_beginning(named):
    named("habit", "archive", "oeuvre")
    named("habit", "add", "Art", "--per-week", "2")
    assert named("tick", "art").stdout == "Art 1/2\n"


def test_ids(named):
    habits = {habit["name"]: habit["id"] for habit in json.loads(named("habit", "list", "--json").stdout)["habits"]}
    whole = habits["Appels"]
    assert named("tick", whole).stdout == "Appels 1/5\n"
    assert named("tick", whole[:8]).stdout == "Appels 2/5\n"
    assert named("tick", whole[:12].upper()).stdout == "Appels 3/5\n"
    not_understood(named("tick", whole[:7]))
    assert f"{whole[:8]}  Appels" in named("habit", "list").stdout


def test_active_ones_come_before_archived_ones(named):
    assert named("habit", "archive", "artisans").returncode == 0
    assert named("tick", "art").stdout == "Écrire l’article 1/5\n"
    said = named("tick", "artis", "--date", "today")
    assert said.stdout.startswith("Artisans 1")  # only the archived one begins so
    not_understood(named("tick", "x"))


def test_two_of_the_same_name_are_told_apart_by_their_ids(named):
    named("habit", "archive", "appels")
    assert named("habit", "add", "Appels", "--per-week", "3").returncode == 0
    assert named("tick", "appels").stdout == "Appels 1/3\n"
    named("habit", "archive", "appels")
    said = named("habit", "restore", "appels")
    not_understood(said)
    ids = re.findall(r"Appels \(([0-9a-f]{8})\)", said.stderr)
    assert len(set(ids)) == 2
    assert named("habit", "restore", ids[0]).returncode == 0


# Dates


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", "2026-11-18"),
        ("aujourd'hui", "2026-11-18"),
        ("aujourd’hui", "2026-11-18"),
        ("Aujourdhui", "2026-11-18"),
        ("yesterday", "2026-11-17"),
        ("hier", "2026-11-17"),
        ("lun", "2026-11-16"),
        ("lundi", "2026-11-16"),
        ("mon", "2026-11-16"),
        ("mer.", "2026-11-18"),
        ("Wed", "2026-11-18"),
        ("jeu", "2026-11-12"),
        ("sunday", "2026-11-15"),
        ("-3", "2026-11-15"),
        ("-0", "2026-11-18"),
        ("16/11", "2026-11-16"),
        ("18/11", "2026-11-18"),
        ("19/11", "2025-11-19"),
        ("16/11/2026", "2026-11-16"),
        ("1/2/2026", "2026-02-01"),
        ("2026-11-16", "2026-11-16"),
        ("29/2", "2024-02-29"),
    ],
)
def test_dates(run, sample, typed, day):
    before = ticks_on(sample, day)
    assert run("tick", "calls", "--date", typed).returncode == 0
    assert run("tick", "calls", f"--date={typed}").returncode == 0
    assert ticks_on(sample, day) == before + 2


@pytest.mark.parametrize("typed", ["xyz", "30/2", "31/4/2026", "2026-13-01", "m", "", "16.11.", "2026-W46", "32/1"])
def test_dates_that_are_none(run, sample, dump, typed):
    before = dump(sample)
    said = run("tick", "calls", "--date", typed)
    not_understood(said)
    assert said.stderr == f"I do not understand '{typed}'. Examples: yesterday, mon, 16/11, 2026-11-16, -3.\n"
    assert dump(sample) == before


def test_a_day_that_is_nearly_one(run, sample, dump):
    before = dump(sample)
    said = run("tick", "calls", "--date", "mradi")
    not_understood(said)
    assert said.stderr.startswith("I do not understand 'mradi'. Did you mean mardi? Examples: yesterday, mon, 16/11")
    assert dump(sample) == before


def test_a_date_that_is_none_in_french(run, sample):
    said = run("cocher", "calls", "--date", "mradi", "--lang", "fr")
    not_understood(said)
    assert "mradi" in said.stderr
    assert said.stderr.startswith("Je ne comprends pas")


def test_the_future_is_refused(run, sample):
    said = run("tick", "calls", "--date", "2026-11-19")
    assert (said.returncode, said.stderr) == (1, "Tomorrow is not done yet.\n")


@pytest.mark.parametrize(
    ("typed", "week"),
    [
        ([], "2026-W47"),
        (["2026-W46"], "2026-W46"),
        (["2026-w46"], "2026-W46"),
        (["-1w"], "2026-W46"),
        (["-0w"], "2026-W47"),
        (["-52w"], "2025-W47"),
        (["sunday"], "2026-W46"),
        (["hier"], "2026-W47"),
        (["16/11/2026"], "2026-W47"),
        (["2025-12-31"], "2026-W01"),
        (["2020-W53"], "2020-W53"),
    ],
)
def test_weeks(run, sample, typed, week):
    assert json.loads(run("week", *typed, "--json").stdout)["week"] == week
    assert json.loads(run("semaine", "--json", *typed).stdout)["week"] == week


# JSON


@pytest.mark.parametrize("command", SHAPES)
@pytest.mark.parametrize("present", [True, False], ids=["sample", "no file"])
def test_the_fields_of_the_json(run, sample, command, present):
    if not present:
        sample.unlink()
    said = run(command, "--json")
    assert (said.returncode, said.stderr) == (0, "")
    assert list(json.loads(said.stdout)) == SHAPES[command]
    assert sample.exists() == present


def test_the_json_of_a_week(run, sample):
    content = json.loads(run("week", "2026-W46", "--json").stdout)
    assert (content["state"], content["score"], content["held"]) == ("scored", 87, True)
    assert (content["waiting"], content["call"]) == ([], [])
    assert len(content["habits"]) == 5
    for habit in content["habits"]:
        assert list(habit) == ["id", "name", "days", "done", "target"]
        assert all(date.fromisoformat(day).isocalendar().week == 46 for day in habit["days"])
        assert sum(habit["days"].values()) >= habit["done"]
    assert content["habits"][0]["name"] == "Calls"
    assert len(content["actions"]) == 2
    for action in content["actions"]:
        assert list(action) == ["id", "title", "done"]
        assert isinstance(action["done"], bool)


def test_the_json_of_today_is_that_of_the_week_with_one_day(run, sample):
    run("tick", "calls", "2")
    week, today = (json.loads(run(command, "--json").stdout) for command in ("week", "today"))
    assert today["habits"][0]["days"] == {"2026-11-18": 2}
    assert week["habits"][0]["days"] == {"2026-11-17": 2, "2026-11-18": 2}
    for content in (week, today):
        assert content["habits"][0]["done"] == 4
        for habit in content["habits"]:
            del habit["days"]
    assert today == week


def test_the_json_of_status(run, sample):
    assert json.loads(run("status", "--json").stdout) == {
        "week": "2026-W47",
        "state": "running",
        "score": 47,
        "lines_done": 2,
        "lines": 7,
        "next": "Calls 2/5",
    }
    assert run("status").stdout == "2/7 · calls 2/5\n"
    assert run("status", "--short").stdout == "2/7\n"


def test_the_json_of_stats(run, sample):
    content = json.loads(run("stats", "--json").stdout)
    weeks = content["weeks"]
    assert (weeks[0]["week"], weeks[-1]["week"], len(weeks)) == ("2025-W47", "2026-W47", 53)
    assert {week["state"] for week in weeks} == {"scored", "storm", "off", "unplanned", "running"}
    for week in weeks:
        assert list(week) == ["week", "score", "held", "state"]
        assert (week["score"] is None) == (week["state"] in ("off", "unplanned"))
        assert (week["held"] is None) == (week["state"] in ("off", "unplanned", "running"))
    assert weeks[-2] == {"week": "2026-W46", "score": 87, "held": True, "state": "scored"}
    scored = [week for week in weeks if week["state"] in ("scored", "storm")]
    assert content["scored_weeks"] == len(scored)
    assert content["held_weeks"] == sum(week["held"] for week in scored)
    assert content["mean_score"] == 84
    assert content["mondays_held"] == "11/13"
    fields = ["id", "name", "done", "target", "strength", "streak_weeks", "alert", "missed_twice"]
    assert all(list(habit) == fields for habit in content["habits"])
    calls = content["habits"][0]
    assert (calls["name"], calls["done"], calls["target"], calls["strength"]) == ("Calls", 2, 5, "10/13")
    assert isinstance(calls["alert"], bool)
    assert all(re.fullmatch(r"\d{4}-W\d{2}", week) for week in calls["missed_twice"])


def test_json_is_one_document_whatever_the_terminal(lundi, sample):
    plain = lundi("week", "--json", PYTHONIOENCODING="ascii")
    assert plain.returncode == 0
    assert plain.stdout.isascii()
    assert json.loads(plain.stdout) == json.loads(lundi("week", "--json").stdout)


# status


def test_status_without_a_file(lundi, database):
    database = database.parent / "further" / "lundi.db"
    for words in (["status"], ["status", "--short"], ["etat", "--lang", "fr"]):
        said = lundi(*words, LUNDI_DB=str(database))
        assert (said.returncode, said.stdout, said.stderr) == (0, "–\n", "")
    assert not database.parent.exists()
    assert lundi("status", "--json", LUNDI_DB=str(database)).returncode == 0
    assert not database.parent.exists()


@pytest.mark.parametrize("command", ["week", "today", "stats", "habit", "undo", "redo", "untick", "tick"])
def test_looking_makes_no_file(run, database, command):
    words = ["calls"] if command in ("tick", "untick") else []
    said = run(command, *words)
    assert said.returncode == {"undo": 1, "redo": 1, "tick": 2, "untick": 2}.get(command, 0)
    assert not database.exists()


# Undo and redo


def test_each_undone_change_is_said_and_so_is_each_redone_one(run, database):
    assert run("habit", "add", "Appels", "--per-week", "5").returncode == 0
    for day in ("16/11", "17/11", "18/11"):
        assert run("tick", "appels", "--date", day).returncode == 0
    days = ["Mon 16", "Tue 17", "Wed 18"]
    undone = [f"Undone: Appels, {day} Nov: 1 tick" for day in days]
    redone = [f"Redone: Appels, {day} Nov: 1 tick" for day in days]
    assert run("undo", "3").stdout.splitlines() == undone[::-1]
    assert run("redo", "2").stdout.splitlines() == redone[:2]
    assert run("annuler").stdout.splitlines() == [undone[1]]
    assert run("refaire", "5").stdout.splitlines() == redone[1:]
    assert run("redo", "5").returncode == 1


def test_how_many_changes_is_in_the_help(run, capsys):
    for command in ("undo", "redo"):
        with pytest.raises(SystemExit):
            run(command, "--help")
        assert "how many changes" in capsys.readouterr().out


# What ticks, ideas and numbers are


def test_ideas_from_standard_input(lundi, database):
    lines = [f"Idée n° {number} : écrire à Maïwenn, cœur d’été" for number in range(20)]
    said = lundi("idea", stdin="\n".join(lines) + "\n\n   \n")
    assert (said.returncode, said.stdout) == (0, "20 ideas kept until Monday.\n")
    with Store.open(str(database)) as store:
        rows = store.connection.execute("SELECT title, state FROM action ORDER BY rowid").fetchall()
    assert [tuple(row) for row in rows] == [(line, "idea") for line in lines]
    assert lundi("undo").stdout == "Undone: 20 ideas\n"


def test_ideas_pasted_from_windows_or_with_escapes(run, database):
    assert run("idea", stdin="One\r\nTwo\r\n\x1b[31mThree\n").returncode == 0
    with Store.open(str(database)) as store:
        titles = [row["title"] for row in store.connection.execute("SELECT title FROM action ORDER BY rowid")]
    assert titles == ["One", "Two", "[31mThree"]


@pytest.mark.parametrize(
    ("number", "count", "total"),
    [("2,5", 1, 2500), ("2.5", 1, 2500), ("0,125", 1, 125), ("3", 3, 3000), ("3,0", 3, 3000)],
)
def test_decimals(run, sample, number, count, total):
    assert run("tick", "study", number).returncode == 0
    with Store.open(str(sample)) as store:
        row = store.connection.execute("SELECT count(*), sum(amount) FROM tick WHERE day = '2026-11-18'").fetchone()
    assert tuple(row) == (count, total)


def test_decimals_are_written_as_the_language_does(run, sample):
    assert run("tick", "calls", "1,5").stdout == "Calls 3.5/5\n"
    assert run("cocher", "calls", "1.25", "--lang", "fr").stdout == "Calls 4,75/5\n"
    content = json.loads(run("today", "--json").stdout)
    assert content["habits"][0]["days"] == {"2026-11-18": 2.75}
    assert content["habits"][0]["done"] == 4.75


@pytest.mark.parametrize("number", ["1,2345", "2,", "NaN", "1e3", "½", "٣"])
def test_numbers_that_are_none_belong_to_the_name(run, sample, number):
    not_understood(run("tick", "calls", number))


def test_a_clock_that_went_back_is_told(run, sample, monkeypatch):
    run("tick", "calls")
    monkeypatch.setenv("LUNDI_NOW", "2026-11-15T09:00")
    said = run("tick", "calls")
    assert (said.returncode, said.stderr) == (0, "The clock went back 3 days. Check the date.\n")
    monkeypatch.setenv("LUNDI_NOW", "2026-11-17T09:00")
    assert run("tick", "calls").stderr == ""


# Pipes and imports


@pytest.mark.parametrize("words", [["stats", "--json"], ["help"]])
def test_a_reader_that_leaves(environment, sample, words):
    child = subprocess.Popen(
        [sys.executable, "-m", "lundi", *words],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    child.stdout.close()  # before anything is written
    assert child.stderr.read() == ""
    child.stderr.close()
    assert child.wait(timeout=30) == 0


@pytest.mark.parametrize("words", [["tick", "calls"], ["status"], ["today"]], ids=lambda words: words[0])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_quick_commands_import_little(environment, sample, words, language):
    script = (
        "import sys; before = set(sys.modules); from cli.main import main; code = main(sys.argv[1:]);"
        "print(*sorted(set(sys.modules) - before), file=sys.stderr); sys.exit(code)"
    )
    said = subprocess.run(
        [sys.executable, "-c", script, "--lang", language, *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    imported = set(said.stderr.split())
    assert {"cli.main", "storage.store", "sqlite3"} <= imported
    heavy = {
        "textual",
        "rich",
        "sqlite_utils",
        "asyncio",
        "dataclasses",
        "inspect",
        "platformdirs",
        "storage.schema.migrations",
    }
    assert not imported & heavy


def not_understood(said) -> None:
    assert said.returncode == 2, said
    assert said.stdout == ""
    assert 1 <= len(said.stderr.splitlines()) <= 2


def ticks_on(path: Path, day: str) -> int:
    with Store.open(str(path)) as store:
        return store.connection.execute("SELECT count(*) FROM tick WHERE day = ?", (day,)).fetchone()[0]
