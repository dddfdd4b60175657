"""What completion proposes, by the language, the command and the file, and how little it takes to say so."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from cli.commands import ALIASES, COMMANDS, HABIT_ALIASES
from cli.parsing import Parser
from cli.quoting import for_bash
from lundi.time.days import parse_day
from lundi.words.language import LANGUAGES, use
from lundi.words.language import gettext as _

ROOT = Path(__file__).parents[2]
SHELLS = ("bash", "zsh", "fish")


@pytest.fixture
def words(run):
    """What a script is told: words("tick", "l'a"). Each word is put on the line with its quotes."""

    def ask(*typed: str, shell: str = "zsh") -> list[str]:
        line = typed if shell == "fish" else map(for_bash, typed)
        said = run("completion", "words", shell, "--", *line)
        assert (said.returncode, said.stderr) == (0, "")
        return said.stdout.splitlines()

    return ask


@pytest.fixture
def named(run):
    """A file with habits of all kinds: two current ones, one settled, one archived."""
    for name in ("Écrire l’article", "Un service rendu", "Appels", "Œuvre d'été"):
        assert run("habit", "add", name, "--per-week", "5").returncode == 0
    assert run("habit", "settle", "appels").returncode == 0
    assert run("habit", "archive", "œuvre").returncode == 0


# What is proposed


def test_commands_by_the_names_of_the_language_in_use(words):
    assert words("") == sorted(COMMANDS)
    french = words("--lang", "fr", "")
    assert {ALIASES.get(name, name) for name in french} == set(COMMANDS)
    assert "cocher" in french
    assert "tick" not in french
    assert all(name.isascii() for name in french)


def test_english_names_always_match_and_french_ones_where_nothing_else_does(words):
    assert words("--lang=fr", "ti") == ["tick"]
    assert words("--lang=fr", "s") == sorted(name for name in words("--lang=fr", "s"))
    assert {"semaine", "stats", "status"} <= set(words("--lang=fr", "s"))
    assert words("coch") == ["cocher"]
    assert words("t") == ["tick", "today"]
    assert words("xyz") == []


@pytest.mark.parametrize("command", ["habit", "habitude"])
def test_the_commands_on_habits(words, command):
    assert words(command, "") == ["add", "archive", "edit", "list", "move", "restore", "settle"]
    assert words(command, "a") == ["add", "archive"]
    assert words("--lang", "fr", command, "") == [
        "ajouter", "archiver", "deplacer", "installer", "lister", "modifier", "restaurer"
    ]  # fmt: skip
    assert words(command, "install") == ["installer"]


def parser_of(call, monkeypatch) -> Parser:
    """The parser with which a command reads its words; it goes no further."""

    class Asked(Exception):
        """Carries the parser out of the command."""

    def stop(parser, _words):
        raise Asked(parser)

    with monkeypatch.context() as patched:
        patched.setattr(Parser, "read", stop)
        try:
            call()
        except Asked as asked:
            return asked.args[0]
    raise AssertionError("it has no parser")


EVERY = [(command,) for command in COMMANDS if command not in ("help", "habit", "dashboard")]
EVERY += [("habit", command) for command in sorted(set(HABIT_ALIASES.values()))]


@pytest.mark.parametrize("command", EVERY, ids=" ".join)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_options_are_those_of_the_parser(words, run, monkeypatch, command, language):
    parser = parser_of(lambda: run("--lang", language, *command, "json", "x", "--help"), monkeypatch)
    expected = {option for option in parser._option_string_actions if option.startswith("--")}
    assert "--help" in expected
    found = words("--lang", language, *command, "--")
    assert set(found) == expected | {"--db", "--lang"}
    assert len(found) == len(set(found))
    for option, action in parser._option_string_actions.items():
        if action.metavar in (_("FILE"), _("TEXT"), "N") and option.startswith("--"):
            value = words("--lang", language, *command, option, "")
            assert value == (["\tfiles"] if action.metavar == _("FILE") else [])


def test_options_begin_as_typed(words):
    assert words("tick", "calls", "--d") == ["--db", "--date"]
    assert words("--") == ["--db", "--lang", "--version", "--help"]
    assert words("nonsense", "--") == ["--db", "--lang"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_days(words, language):
    found = words("--lang", language, "tick", "calls", "--date", "")
    use(language)
    today = date(2026, 11, 18)
    days = [parse_day(day, today) for day in found]
    assert days[:2] == [date(2026, 11, 18), date(2026, 11, 17)]
    assert [day.isoweekday() for day in days[2:]] == [1, 2, 3, 4, 5, 6, 7]
    assert words("--lang", language, "tick", "calls", f"--date={found[1]}") == [f"--date={found[1]}"]


def test_values(words):
    assert words("tick", "calls", "--date", "t") == ["today", "tue", "thu"]
    assert words("week", "y") == ["yesterday"]
    assert words("habit", "add", "X", "--days", "mon,t") == ["mon,tue", "mon,thu"]
    assert words("--lang", "") == ["en", "fr"]
    assert words("--lang=f") == ["--lang=fr"]
    assert words("completion", "") == list(SHELLS)
    assert words("tick", "calls", "--note", "") == []
    assert words("habit", "move", "calls", "") == []


@pytest.mark.parametrize(
    "typed",
    [
        ("--db", ""),
        ("--db=",),
        ("status", "--db", "x"),
        ("demo", "--write", ""),
        ("import", "loop", ""),
        ("export", "json", "x"),
        ("backup", ""),
        ("restore", ""),
        ("--lang", "fr", "importer", "json", ""),
    ],
)
def test_files_are_the_shells_own(words, typed):
    for shell in SHELLS:
        assert words(*typed, shell=shell) == ["\tfiles"]


@pytest.mark.parametrize("command", ["import", "export"])
def test_kinds_are_those_that_the_command_knows(words, run, command):
    kinds = words(command, "")
    assert "json" in kinds
    assert run(command, "xyz", "here").stderr == f"I do not know the kind 'xyz'. Known: {', '.join(kinds)}.\n"


# Habits


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["Écrire l’article", "Un service rendu", "Appels"]),
        ("ecr", ["Écrire l’article"]),
        ("ÉCR", ["Écrire l’article"]),
        ("serv", ["Un service rendu"]),
        ("l'art", ["Écrire l’article"]),
        ("un serv", ["Un service rendu"]),
        ("app", ["Appels"]),
        ("oeuv", []),
        ("zzz", []),
    ],
)
def test_the_letters_mean_what_they_mean_to_a_tick(words, run, named, typed, names):
    for command in ("tick", "cocher", "untick"):
        assert words(command, typed) == names
    if typed and names:
        (name,) = names
        assert run("tick", typed).stdout.startswith(name)


def test_options_and_their_values_are_no_part_of_a_name(words, named):
    for options in (["--min"], ["--date", "mon"], ["--date=mon", "--note", "un"], ["--lang", "en"]):
        assert words("tick", *options, "ser") == ["Un service rendu"]
        assert words("tick", "un", *options, "ser") == ["service rendu"]


def test_a_name_of_several_words_goes_on(words, named):
    assert words("tick", "un", "") == ["service rendu"]
    assert words("tick", "Un", "SERV") == ["service rendu"]
    assert words("tick", "service", "r") == ["rendu"]
    assert words("tick", "ecrire", "--date", "mon", "l'a") == ["l’article"]
    assert words("tick", "appels", "") == []
    assert words("tick", "appels", "2", "") == []


def test_each_command_gets_the_habits_that_it_takes(words, named):
    current, settled, archived = ["Écrire l’article", "Un service rendu"], ["Appels"], ["Œuvre d'été"]
    for command in ("settle", "move"):
        assert words("habit", command, "") == current
    for command in ("archive", "edit", "modifier"):
        assert words("habit", command, "") == current + settled
    assert words("habit", "restore", "") == settled + archived
    assert words("habitude", "restaurer", "o") == archived
    assert words("habit", "add", "") == []


def test_the_file_on_the_line_and_the_file_of_the_variable(words, run, named, tmp_path, monkeypatch):
    other = tmp_path / "another file.db"
    assert run("--db", str(other), "habit", "add", "Elsewhere", "--per-week", "1").returncode == 0
    for typed in (["--db", str(other), "tick", ""], [f"--db={other}", "tick", ""], ["tick", "--db", str(other), ""]):
        assert words(*typed) == ["Elsewhere"]
    monkeypatch.setenv("HOME", str(tmp_path))
    for typed in ("~/another\\ file.db", '"$HOME/another file.db"'):
        assert run("completion", "words", "bash", "--", "--db", typed, "tick", "").stdout == "Elsewhere\n"
    monkeypatch.setenv("LUNDI_DB", str(other))
    assert words("tick", "") == ["Elsewhere"]


@pytest.mark.parametrize("shell", SHELLS)
def test_whatever_the_file_is_nothing_is_said_and_nothing_made(words, database, tmp_path, shell):
    assert words("tick", "", shell=shell) == []
    assert not database.exists()
    database.write_bytes(b"")
    assert words("tick", "", shell=shell) == []
    assert database.read_bytes() == b""
    database.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    assert words("tick", "", shell=shell) == []
    assert words("tick", "", "--db", str(tmp_path), "x", shell=shell) == []
    assert words("--db", str(tmp_path / "no" / "folder" / "file"), "tick", "", shell=shell) == []
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "home") == ["lundi.db"]


def test_a_busy_file_and_an_older_one_are_left_alone(words, sample):
    with sqlite3.connect(sample, isolation_level=None) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert words("tick", "") == []
        other.execute("COMMIT")
    other.close()
    assert "Calls" in words("tick", "")
    older = sample.parent / "older.db"
    with sqlite3.connect(older) as connection:  # before habits could be settled
        connection.execute("CREATE TABLE habit (id TEXT, name TEXT, position INT, added_on TEXT, archived_on TEXT)")
        connection.execute("INSERT INTO habit VALUES ('1', 'Calls', 1, '2026-01-01', NULL)")
    connection.close()
    before = older.read_bytes()
    assert words("--db", str(older), "tick", "") == []
    assert older.read_bytes() == before


def test_a_look_leaves_no_file_behind(words, sample):
    assert words("tick", "ca") == ["Calls"]
    assert [path.name for path in sample.parent.iterdir() if path.name.startswith("lundi.db")] == ["lundi.db"]


def test_completing_loads_little(environment, sample):
    script = (
        "import sys; from cli.main import main;"
        "main(['completion', 'words', 'bash', '--', 'tick', 'ca']); print(*sys.modules, file=sys.stderr)"
    )
    said = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert said.stdout == "Calls\n"
    imported = {name.partition(".")[0] for name in said.stderr.split()}
    assert not imported & {"textual", "rich", "tui", "sqlite_utils", "asyncio", "dataclasses", "json", "shutil"}


# The command itself


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed(run, shell):
    said = run("completion", shell)
    assert (said.returncode, said.stderr) == (0, "")
    assert f"lundi completion words {shell} --" in said.stdout
    assert run("complétion", shell) == said


def test_another_shell_is_not_understood(run, database):
    for typed in ([], ["tcsh"]):
        said = run("completion", *typed)
        assert (said.returncode, said.stdout) == (2, "")
        assert "bash, zsh or fish" in said.stderr
    assert not database.exists()
