"""lundi import: what it prints, its exit codes, and what it leaves alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lundi.words import language
from tests.loop_backups import AT_MOST, DONE, NO, NUMERIC, LoopHabit, Rep, make_backup

REAL = Path(__file__).parents[2].parent / "shared" / "data" / "loop.db"

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def _english() -> None:
    language.use("en")


@pytest.fixture
def backup(tmp_path: Path) -> str:
    """Three habits: two of three lines arrive, one is refused."""
    habits = [
        LoopHabit("Calls", [Rep("2026-11-16"), Rep("2026-11-19"), Rep("2026-11-17", NO)], 3, 10),
        LoopHabit("Sugar", [Rep("2026-11-17", 2500)], kind=NUMERIC, target_type=AT_MOST, target=5, unit="g"),
    ]
    return str(make_backup(tmp_path / "backup.db", habits))


def test_it_says_what_it_did(run: Run, backup: str) -> None:
    said = run("import", "loop", backup)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.splitlines() == [
        "Lines read: 4. Added: 2. Doubles: 0. Refused: 1 (row 2).",
        "2 habits added, archived: 1.",
        "Calls: 3 in 10 days in Loop, 2 a week here.",
        "Sugar: the amounts are kept; Loop's target (5 g) and its unit are not.",
        "Sugar: 'at most' in Loop, which lundi does not have; it arrives archived.",
        "1 line says that nothing was done that day; it leaves no trace here.",
        "`lundi undo` takes all of it back.",
    ]


def test_the_french_name_works_too(run: Run, backup: str, database: Path) -> None:
    assert run("importer", "loop", backup).returncode == 0
    assert "Calls" in run("habit", "list").stdout


def test_one_undo_takes_it_back(run: Run, backup: str) -> None:
    run("import", "loop", backup)
    assert run("undo").stdout == "Undone: the import of backup.db\n"
    assert "Calls" not in run("habit", "list").stdout
    assert run("undo").returncode == 1


def test_twice_says_that_nothing_was_new(run: Run, backup: str) -> None:
    run("import", "loop", backup)
    said = run("import", "loop", backup)
    assert said.returncode == 0
    assert said.stdout.splitlines() == [
        "Lines read: 4. Added: 0. Doubles: 2. Refused: 1 (row 2).",
        "2 habits were here already.",
        "1 line says that nothing was done that day; it leaves no trace here.",
        "Nothing was new, and nothing was written.",
    ]
    assert run("undo", "--list").stdout.count("backup.db") == 1


def test_a_dry_run_creates_no_file(run: Run, backup: str, database: Path) -> None:
    said = run("import", "loop", backup, "--dry-run")
    assert said.returncode == 0
    assert said.stdout.startswith("Lines read: 4. Added: 2. ")
    assert said.stdout.endswith("This was a dry run: nothing was written.\n")
    assert not database.exists()


def test_a_dry_run_knows_what_is_here(run: Run, backup: str, database: Path) -> None:
    run("import", "loop", backup)
    before = run("undo", "--list").stdout
    said = run("import", "--dry-run", "loop", backup)
    assert "Added: 0. Doubles: 2." in said.stdout
    assert run("undo", "--list").stdout == before


def test_only_the_first_refused_rows_are_named(run: Run, tmp_path: Path) -> None:
    path = make_backup(tmp_path / "b.db", [LoopHabit("Calls")], 20, [(7, None, DONE)] * 30)
    assert "Refused: 30 (rows 1, 2, 3, 4, 5…)." in run("import", "loop", str(path)).stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Import what?"),
        (("loop",), "Import what?"),
        (("fitbit", "x"), "Known: json, loop."),
        (("json",), "Import what?"),
        (("json", "no-such-file.json"), "There is no file no-such-file.json."),
        (("loop", "no-such-file.db"), "There is no file no-such-file.db."),
        (("loop", "a", "b"), "Import what?"),
    ],
)
def test_what_is_not_understood(run: Run, database: Path, words: tuple[str, ...], said: str) -> None:
    answer = run("import", *words)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert said in answer.stderr
    assert not database.exists()


@pytest.mark.parametrize("kind", ["text", "folder", "newer", "older", "lundi"])
def test_a_refused_file_leaves_ours_alone(run: Run, tmp_path: Path, database: Path, kind: str) -> None:
    run("habit", "add", "Mine", "--per-week", "3")
    before = database.read_bytes(), run("undo", "--list").stdout
    path = tmp_path / "other.db"
    if kind == "text":
        path.write_text("no database\n" * 100)
    elif kind == "folder":
        path.mkdir()
    elif kind == "lundi":
        path = database
    else:
        make_backup(path, [LoopHabit("Calls")], 26 if kind == "newer" else 11)
    said = run("import", "loop", str(path))
    assert (said.returncode, said.stdout) == (4, "")
    assert 1 <= len(said.stderr.splitlines()) <= 2
    assert (database.read_bytes(), run("undo", "--list").stdout) == before


def test_a_refused_file_creates_none(run: Run, tmp_path: Path, database: Path) -> None:
    assert run("import", "loop", str(tmp_path)).returncode == 4
    assert not database.exists()


def test_hostile_names_reach_no_terminal(run: Run, tmp_path: Path) -> None:
    path = make_backup(
        tmp_path / "b\x1b[2J\u202e.db",
        [LoopHabit(f"{number}\x1b[31m\u202e\x07[red]", [Rep("2026-11-16")], 3, 10) for number in range(7)],
    )
    said = [run("import", "loop", str(path)), run("undo", "--list"), run("habit", "list"), run("undo")]
    printed = "".join(part.stdout + part.stderr for part in said)
    assert "0[31m[red]: 3 in 10 days in Loop" in printed
    assert "No free place for 5[31m[red], 6[31m[red]:" in printed
    assert not {"\x1b", "\u202e", "\x07"} & set(printed)


def test_the_real_backup_is_done_in_the_week_it_was_done(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    if not REAL.exists():
        pytest.skip("the real backup is not beside the project")
    said = run("import", "loop", str(REAL))
    assert said.stdout.splitlines()[:2] == [
        "Lines read: 164. Added: 164. Doubles: 0. Refused: 0.",
        "9 habits added, archived: 4.",
    ]
    monkeypatch.setenv("LUNDI_NOW", "2016-03-17T09:10")
    week = json.loads(run("week", "--json").stdout)
    (wake,) = [habit for habit in week["habits"] if habit["name"] == "Wake up early"]
    assert wake["target"] == 3
    assert {"2016-03-14", "2016-03-16"} <= set(wake["days"])
    assert not wake["days"].get("2016-03-17")
    run("undo")
    assert "Wake up early" not in run("habit", "list").stdout
