"""lundi export and lundi import json: what they print and write, their exit codes, and what they leave alone."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from storage.exchange.csv_export import text_of
from storage.exchange.tables import every_table
from storage.store import Store
from tests.json_exports import LINES, everything
from tests.storage.file.test_refusals import limited, unprivileged

Run = Callable[..., Any]
Dump = Callable[[Path], dict[str, list[tuple[object, ...]]]]

SHEETS = {
    "settings", "habits", "goals", "pauses", "actions", "ticks", "notes", "days_off", "excuses", "weeks", "plans",
    "plan_lines", "jargon_words", "choices", "course", "quality_list", "campaigns", "campaign_habits", "focus",
    "measures", "measure_values", "programmes", "irritants", "one_off_tries",
    "reviews", "misses", "thoughts", "quarterly_checks",
}  # fmt: skip


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """A document with everything."""
    path = tmp_path / "export.json"
    path.write_text(json.dumps(everything()), encoding="utf-8")
    return path


def files(folder: Path) -> set[str]:
    """What is in a folder, without what SQLite keeps beside an open file."""
    return {name for name in os.listdir(folder) if not name.startswith("lundi.db-")}


# Out and in again


def test_out_and_in_again_gives_the_same_bytes(run: Run, sample: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    before = sample.read_bytes()
    assert run("export", "json", str(one)) == (0, f"Everything of yours is in {one}\n", "")
    assert sample.read_bytes() == before
    assert one.stat().st_mode & 0o777 == 0o600
    elsewhere = ("--db", str(tmp_path / "elsewhere.db"))
    assert run(*elsewhere, "import", "json", str(one)).returncode == 0
    assert run(*elsewhere, "exporter", "json", str(two)).returncode == 0
    assert two.read_bytes() == one.read_bytes()
    for words in (("week", "--json"), ("stats", "--json"), ("habit", "list"), ("status",)):
        assert run(*elsewhere, *words) == run(*words)


def test_it_says_what_it_did(run: Run, export: Path) -> None:
    said = run("import", "json", str(export))
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.splitlines() == [
        f"Lines read: {LINES}. Added: {LINES}. Doubles: 0. Refused: 0.",
        "3 habits added, archived: 1.",
        "`lundi undo` takes all of it back.",
    ]
    again = run("import", "json", str(export))
    assert again.returncode == 0
    assert again.stdout.splitlines() == [
        f"Lines read: {LINES}. Added: 0. Doubles: {LINES}. Refused: 0.",
        "3 habits were here already.",
        "Nothing was new, and nothing was written.",
    ]
    assert run("undo").stdout == "Undone: the import of export.json\n"
    assert run("undo").returncode == 1
    assert run("doctor").returncode == 0


def test_it_says_so_in_french(run: Run, export: Path) -> None:
    assert run("--lang", "fr", "importer", "json", str(export)).returncode == 0
    assert run("--lang", "fr", "exporter", "json", "-").returncode == 0


def test_a_dry_run_creates_no_file(run: Run, export: Path, database: Path) -> None:
    said = run("import", "json", str(export), "--dry-run")
    assert said.returncode == 0
    assert said.stdout.startswith(f"Lines read: {LINES}. Added: {LINES}. ")
    assert said.stdout.endswith("This was a dry run: nothing was written.\n")
    assert files(database.parent) == {"export.json"}


def test_standard_output_takes_utf8_whatever_the_terminal_speaks(lundi: Run, export: Path, tmp_path: Path) -> None:
    assert lundi("import", "json", str(export)).returncode == 0
    said = lundi("export", "json", "-", PYTHONIOENCODING="ascii", LANG="C")
    assert (said.returncode, said.stderr) == (0, "")
    assert json.loads(said.stdout) == everything()
    assert files(tmp_path) == {"export.json", "lundi.db", "backups"}


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device here")
def test_a_standard_output_that_is_full(lundi: Run, sample: Path) -> None:
    script = "import os, sys; os.dup2(os.open('/dev/full', os.O_WRONLY), 1); os.execv(sys.argv[1], sys.argv[1:])"
    said = lundi("export", "json", "-", before=(sys.executable, "-c", script))
    assert (said.returncode, said.stderr) == (3, "Cannot write to the standard output. Nothing was changed.\n")


def test_the_tables_can_be_read_by_a_person(run: Run, export: Path, tmp_path: Path) -> None:
    run("import", "json", str(export))
    folder = tmp_path / "tables"
    assert run("export", "csv", str(folder)) == (0, f"Everything of yours is in {folder}\n", "")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.name for path in folder.iterdir()} == {f"{name}.csv" for name in SHEETS}
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    sheets = {}
    for path in folder.iterdir():
        with path.open(encoding="utf-8", newline="") as file:
            sheets[path.stem] = list(csv.DictReader(file))
    name = everything()["habits"][0]["name"]
    assert sheets["ticks"][1] == {
        "id": "t2", "habit_id": "calls", "habit": name, "day": "2026-11-02", "amount": "2.125", "smallest": "true",
        "entered_on": "2026-11-03", "at": "2026-11-02T08:30:00+01:00",
    }  # fmt: skip
    assert [line["amount"] for line in sheets["ticks"]] == ["1", "2.125", "1000000000"]
    assert sheets["goals"][1]["habit"] == name
    assert sheets["goals"][1]["days"] == "1 3 5"
    assert [(line["item"], line["squares"]) for line in sheets["plan_lines"]] == [
        (name, "1 3 3 5"), ("Imprimer", ""), ("Écrire à Maïwenn", ""),
    ]  # fmt: skip
    assert sheets["notes"][0]["text"] == everything()["notes"][0]["text"]
    assert {"key": "ritual_day", "value": "2"} in sheets["settings"]
    assert len(sheets["habits"]) == 3
    assert [(line["text"], line["name"]) for line in sheets["course"]][:3] == [
        ("post", "Lettre"), ("2026", ""), ("calm", "Sereine"),
    ]  # fmt: skip
    assert sheets["misses"] == [{"week": "2026-W45", "habit_id": "calls", "habit": name, "reason": "time"}]
    assert [(line["week"], line["worked"], line["sales"]) for line in sheets["reviews"]] == [
        ("2026-W44", "", ""), ("2026-W45", "la voix", "24050"),
    ]  # fmt: skip
    running = sheets["campaigns"][0]
    assert [running[name] for name in ("parent", "line", "channel", "spent")] == [
        "Six lettres", "Sereine", "Bouche-à-oreille", "0",
    ]  # fmt: skip
    assert sheets["focus"] == [{"kind": "campaign", "target_id": "again", "target": "Encore"}]
    assert sheets["campaign_habits"][0]["habit"] == name
    assert [(line["measure"], line["value"]) for line in sheets["measure_values"]] == [
        ("envoyés", "1"), ("envoyés", "2.125"),
    ]  # fmt: skip


def test_every_column_of_every_table_is_in_the_tables(run: Run, sample: Path, tmp_path: Path, dump: Dump) -> None:
    run("export", "csv", str(tmp_path / "tables"))
    lines = dump(sample)
    for table in every_table():
        path = tmp_path / "tables" / f"{table.csv or table.section}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            head, *rest = csv.reader(file)
        assert set(table.names) <= set(head)
        assert len(rest) == len(lines[table.name])


# What is refused


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Export what"),
        (("json",), "Export what"),
        (("csv",), "Export what"),
        (("ics", "x"), "Known: json, csv."),
        (("json", "a", "b"), "'b'"),
    ],
)
def test_what_is_not_understood(run: Run, sample: Path, words: tuple[str, ...], said: str) -> None:
    answer = run("export", *words)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert said in answer.stderr


def test_without_a_file_there_is_nothing_to_export(run: Run, database: Path, tmp_path: Path) -> None:
    for words in (("json", str(tmp_path / "x.json")), ("csv", str(tmp_path / "x")), ("json", "-")):
        said = run("export", *words)
        assert (said.returncode, said.stdout) == (1, "")
        assert said.stderr == f"There is nothing to export yet: {database}\n"
        assert files(tmp_path) == set()
    Store.open(str(database)).close()
    assert run("export", "json", str(tmp_path / "x.json")).returncode == 1
    assert files(tmp_path) == {"lundi.db"}


@pytest.mark.parametrize("there", ["file", "empty", "folder"])
def test_what_is_there_already_stays(run: Run, sample: Path, tmp_path: Path, there: str) -> None:
    path = tmp_path / "there"
    if there == "folder":
        path.mkdir()
    else:
        path.write_text("mine" if there == "file" else "")
    said = run("export", "json", str(path))
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr == f"There is something at {path} already; it was left as it is.\n"
    assert path.is_dir() or path.read_text() in ("mine", "")
    assert files(tmp_path) == {"there", "lundi.db"}


def test_a_folder_takes_all_the_tables_or_none(run: Run, sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "weeks.csv").write_text("mine")
    said = run("export", "csv", str(folder))
    assert (said.returncode, said.stdout) == (1, "")
    assert f"{folder / 'weeks.csv'} already" in said.stderr
    assert os.listdir(folder) == ["weeks.csv"]
    (folder / "weeks.csv").rename(folder / "mine.csv")
    assert run("export", "csv", str(folder)).returncode == 0
    assert files(folder) == {f"{name}.csv" for name in SHEETS} | {"mine.csv"}
    assert run("export", "csv", str(tmp_path / "lundi.db")).returncode == 1


def test_a_folder_that_is_not_there(run: Run, sample: Path, tmp_path: Path) -> None:
    for words in (("json", str(tmp_path / "no" / "x.json")), ("csv", str(tmp_path / "no" / "x"))):
        said = run("export", *words)
        assert (said.returncode, said.stdout) == (3, "")
        assert f"There is no folder {tmp_path / 'no'}." in said.stderr
    assert files(tmp_path) == {"lundi.db"}


def test_a_folder_that_cannot_be_written(lundi: Run, sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    for words in (("json", str(folder / "x.json")), ("csv", str(folder / "x")), ("csv", str(folder))):
        said = lundi("export", *words, before=unprivileged())
        assert (said.returncode, said.stdout) == (3, ""), said
        assert len(said.stderr.splitlines()) == 1
        assert os.listdir(folder) == []


@pytest.mark.parametrize("room", [0, 4096, 40_000])
def test_a_full_disk_leaves_nothing_half(lundi: Run, sample: Path, tmp_path: Path, room: int) -> None:
    for words in (("json", str(tmp_path / "x.json")), ("csv", str(tmp_path / "x"))):
        said = lundi("export", *words, before=limited(room))
        assert (said.returncode, said.stdout) == (3, ""), said
        assert "Traceback" not in said.stderr
        assert files(tmp_path) == {"lundi.db"}


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (None, 2, "There is no file"),
        ("", 4, "no export of lundi"),
        ("[]", 4, "no export of lundi"),
        ('{"lundi": 6}', 4, "comes from a newer lundi (format 6)"),
        ('{"lundi": 1}', 1, "There is nothing in"),
        ('{"lundi": 1, "ticks": [{"id": "a", "habit_id": "b"}]}', 4, "ticks[0].day is missing."),
        (json.dumps(everything()).replace("2026-W53", "2026-W54"), 4, "weeks[1].week: a week"),
    ],
)
@pytest.mark.parametrize("options", [(), ("--dry-run",)])
def test_a_refused_document_leaves_our_file_alone(
    run: Run, database: Path, tmp_path: Path, options: tuple[str, ...], content: str | None, code: int, said: str
) -> None:
    path = tmp_path / "other.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    answer = run("import", "json", str(path), *options)
    assert (answer.returncode, answer.stdout) == (code, "")
    assert said in answer.stderr
    assert len(answer.stderr.splitlines()) <= 2
    assert not database.exists()
    run("habit", "add", "Mine", "--per-week", "3")
    before = database.read_bytes()
    assert run("import", "json", str(path), *options) == answer
    assert database.read_bytes() == before


def test_our_own_file_is_no_export(run: Run, sample: Path) -> None:
    before = sample.read_bytes()
    assert run("import", "json", str(sample)).returncode == 4
    assert sample.read_bytes() == before


def test_a_disk_that_fills_up_keeps_what_was_there(lundi: Run, sample: Path, tmp_path: Path, dump: Dump) -> None:
    before = dump(sample)
    large = everything()
    large["ticks"] += [dict(large["ticks"][0], id=f"n{number}") for number in range(3000)]
    (tmp_path / "large.json").write_text(json.dumps(large))
    said = lundi("import", "json", str(tmp_path / "large.json"), before=limited(300_000))
    assert said.returncode == 3, said
    assert dump(sample) == before
    assert lundi("doctor").returncode == 0
    assert lundi("import", "json", str(tmp_path / "large.json")).returncode == 0


def test_hostile_names_reach_no_terminal(run: Run, tmp_path: Path) -> None:
    hostile = everything()
    for habit in hostile["habits"]:
        habit["name"] = "x\x1b[31m\u202e\x07[red]{0}"
    path = tmp_path / "b\x1b[2J\u202e.json"
    path.write_text(json.dumps(hostile), encoding="utf-8")
    run("habit", "add", "x[31m[red]{0}", "--per-week", "1")
    said = [run("import", "json", str(path)), run("undo", "--list"), run("habit", "list"), run("undo")]
    said.append(run("export", "json", str(tmp_path / "no\x1b[2J" / "x")))
    said.append(run("export", "json", str(tmp_path / "\x1b[2J")))
    printed = "".join(part.stdout + part.stderr for part in said)
    assert "x[31m[red]{0}, x[31m[red]{0}: there are habits of these names here already" in printed
    assert not {"\x1b", "\u202e", "\x07"} & set(printed)


# Spreadsheets

FORMULAS = ["=1+1", "+33 6 12", "-rf", "@sum", "\ttab", "'quoted", "'=both"]


def test_no_text_is_a_formula_and_all_are_read_back_as_they_were(run, database, tmp_path):
    run("habit", "add", "=cmd|' /C calc'!A0", "--per-week", "5")
    with Store.open(str(database)) as store:
        store.connection.executemany(
            "INSERT INTO action (id, title, state, added_on, at) VALUES (?, ?, 'idea', '2026-11-18', '2026-11-18')",
            [(str(number), text) for number, text in enumerate(FORMULAS)],
        )
    assert run("export", "csv", str(tmp_path / "sheets")).returncode == 0
    for sheet in (tmp_path / "sheets").glob("*.csv"):
        for row in csv.reader(sheet.open(encoding="utf-8", newline="")):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row), row
    with (tmp_path / "sheets" / "actions.csv").open(encoding="utf-8", newline="") as file:
        titles = [text_of(row["title"]) for row in csv.DictReader(file)]
    assert sorted(titles) == sorted(FORMULAS)


def test_excel_has_its_mark_and_its_semicolons(run, tmp_path):
    run("habit", "add", "Écrire", "--per-week", "5")
    assert run("export", "csv", str(tmp_path / "plain")).returncode == 0
    assert run("export", "csv", str(tmp_path / "excel"), "--excel").returncode == 0
    plain = (tmp_path / "plain" / "habits.csv").read_bytes()
    excel = (tmp_path / "excel" / "habits.csv").read_bytes()
    assert not plain.startswith(b"\xef\xbb\xbf")
    assert excel.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(plain.decode().splitlines()))
    assert list(csv.reader(excel.decode("utf-8-sig").splitlines(), delimiter=";")) == rows
    assert "Écrire" in rows[1]


def test_excel_is_for_csv(run, tmp_path):
    run("habit", "add", "Calls", "--per-week", "5")
    ended = run("export", "json", str(tmp_path / "all.json"), "--excel")
    assert (ended.returncode, (tmp_path / "all.json").exists()) == (2, False)
    assert "`--excel` is for csv." in ended.stderr
