"""The house: no circles, small rooms, short files, and what a new place costs."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from storage.file.versions import SCHEMA_VERSION

ROOT = Path(__file__).parents[1]
FLOORS = ("lundi", "storage", "tui", "cli")
MOST_MODULES = 20  # in a folder; the shell's commands may be more
LONGEST = 350  # lines


def modules() -> dict[str, Path]:
    """Every module of the house, by its dotted name."""
    found = {}
    for floor in FLOORS:
        for path in (ROOT / floor).rglob("*.py"):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports_of(path: Path, known: set[str]) -> set[str]:
    """What a module imports of the house, anywhere in it, its lazy doors too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= inner & known or {str(node.module)}
        elif isinstance(node, ast.Call):  # Later("tui.asks"), importlib.import_module("tui.app")
            found |= {word.value for word in node.args if isinstance(word, ast.Constant)} & known
    return found & known


def circle_in(graph: dict[str, set[str]]) -> list[str]:
    """Modules that import each other in a circle; empty without one."""
    done: set[str] = set()

    def follow(name: str, way: list[str]) -> list[str]:
        if name in way:
            return [*way[way.index(name) :], name]
        if name not in done:
            for other in sorted(graph[name]):
                if found := follow(other, [*way, name]):
                    return found
            done.add(name)
        return []

    return next((found for name in sorted(graph) if (found := follow(name, []))), [])


def test_no_module_imports_itself_through_others():
    known = modules()
    graph = {name: imports_of(path, set(known)) - {name} for name, path in known.items()}
    assert circle_in(graph) == []
    assert "storage.schema.migrations" in graph["storage.file.connection"]  # lazy doors are looked through


def test_a_circle_would_be_found():
    assert circle_in({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]


def test_no_folder_holds_more_than_one_can_look_over():
    counts: dict[Path, int] = {}
    for floor in (*FLOORS[:3], "tests"):
        for path in (ROOT / floor).rglob("*.py"):
            counts[path.parent] = counts.get(path.parent, 0) + (path.name != "__init__.py")
    assert {str(folder): count for folder, count in counts.items() if count > MOST_MODULES} == {}


def test_no_file_is_longer_than_one_subject():
    lengths = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules().values()}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


# A place that is new: a room on each floor, one line in the table of places and in that of commands, one migration, one
# table of the export. Everything else, from the header to finding and undo, follows.

NEW_FILES = {
    "lundi/pond/changes.py": """
        DROPPED = "dropped"
        SENTENCES = {DROPPED: lambda detail: f"a stone: {detail['name']}"}
    """,
    "storage/pond/intents.py": """
        from lundi.pond import changes

        def drop(session, name, now):
            with session.intent(changes.DROPPED, now, {"name": name}):
                session.connection.execute("INSERT INTO stone VALUES (?, ?)", (name, now.day.isoformat()))
    """,
    "storage/pond/texts.py": """
        TEXTS = "SELECT 1, name, day, NULL, '', 'pond' FROM stone"
    """,
    "storage/schema/pond_steps.py": """
        from storage.schema.following import follow

        def a_pond(db):
            db.conn.execute("CREATE TABLE stone (name TEXT PRIMARY KEY, day TEXT NOT NULL) STRICT")
            follow(db, "stone", ("name",))
    """,
    "storage/exchange/pond_tables.py": """
        from storage.exchange import json_values as values
        from storage.exchange.columns import Column, Table

        POND_TABLES = (Table("stone", "stones", (Column("name", values.LINE), Column("day", values.DAY))),)
    """,
    "tui/pond/commands.py": """
        from tui.kit.commands import ALWAYS, Command

        COMMANDS = (Command("drop", "d", "drop", "drop a stone", "pond", ALWAYS),)
    """,
    "tui/pond/view.py": """
        from textual.widgets import Static

        from storage.pond.intents import drop
        from tui.kit.commands import bindings
        from tui.kit.place import PlaceView
        from tui.pond.commands import COMMANDS

        class PondView(PlaceView):
            BINDINGS = bindings(COMMANDS, "pond")

            def compose(self):
                yield Static("")

            def show_file(self, *, only_ticks=False):
                rows = self.desk.store.connection.execute("SELECT name FROM stone")
                self.query_one(Static).update(" ".join(row["name"] for row in rows) or "still water")

            def action_drop(self):
                self.desk.demand(lambda store, now: drop(store, "granite", now))
    """,
}
PLACE = 'Place("pond", "0,à,f12", "Pond", "go to the Pond", "tui.pond.view", "PondView"),'
NEW_LINES = {  # what stands there, and what takes its place
    "tui/places.py": {")\nIN_HEADER": f"    {PLACE}\n)\nIN_HEADER"},
    "tui/commands.py": {
        "\nCOMMANDS = (\n": "from tui.pond.commands import COMMANDS as POND\n\nCOMMANDS = (\n    *POND,\n",
    },
    "storage/schema/__init__.py": {
        "\nmigrations = ": "from storage.schema.pond_steps import a_pond\n\nmigrations = ",
        ",\n):\n": ",\n    a_pond,\n):\n",
    },
    "storage/file/versions.py": {  # of the same migration
        f"SCHEMA_VERSION = {SCHEMA_VERSION}": f"SCHEMA_VERSION = {SCHEMA_VERSION + 1}"
    },
    "storage/exchange/tables.py": {
        "\nTYPE_CHECKING = ": "from storage.exchange.pond_tables import POND_TABLES\n\nTYPE_CHECKING = ",
        "TABLES = (": "TABLES = (*POND_TABLES, ",
    },
}
LIVED_IN = """
import asyncio, json, sys
from datetime import date, datetime
from lundi.habits.rhythms import parse_rhythm
from lundi.time.days import Moment
from storage.exchange.tables import read_content
from storage.habits.cards import Card
from storage.search import search
from storage.store import Store
from tui.app import LundiApp

async def live():
    with Store.open(sys.argv[1]) as store:
        now = Moment(date(2026, 11, 18), "2026-11-18T09:10:00")
        store.add_habit(Card("Calls"), parse_rhythm("5", now.week), now)
        store.commit_chosen(now)  # so that nothing opens by itself
        app = LundiApp(store, lambda: datetime(2026, 11, 18, 9, 10))
        async with app.run_test(size=(120, 36)) as pilot:
            async def press(*keys):
                await pilot.press(*keys)
                await pilot.pause()
            def text():
                return "\\n".join(
                    "".join(segment.text for segment in line) for line in app.screen._compositor.render_strips()
                )
            await press("0")
            seen = [text()]
            await press("d")
            seen.append(text())
            found = [(one.text, one.place) for one in search(store, "gran")]
            content = read_content(store.connection, sys.argv[1])["stone"]
            await press("u")
            seen.append(text())
            print("\\n" + json.dumps([seen, found, content]))

asyncio.run(live())
"""


@pytest.mark.slow
def test_what_a_new_place_costs(tmp_path, environment):
    for floor in FLOORS:
        shutil.copytree(ROOT / floor, tmp_path / floor, ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in NEW_FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        (path.parent / "__init__.py").touch()
        path.write_text(textwrap.dedent(text), encoding="utf-8")
    for name, lines in NEW_LINES.items():
        path = tmp_path / name
        text = path.read_text(encoding="utf-8")
        for before, after in lines.items():
            assert text.count(before) == 1, (name, before)
            text = text.replace(before, after)
        path.write_text(text, encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-c", LIVED_IN, str(tmp_path / "lundi.db")],
        cwd=tmp_path,
        env={**environment, "PYTHONPATH": str(tmp_path), "PYTHONSAFEPATH": "", "LUNDI_DB": ""},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-3000:]
    (opened, dropped, undone), found, content = json.loads(ended.stdout.splitlines()[-1])
    assert "0 Pond" in opened
    assert "still water" in opened
    assert "d drop" in opened  # in the footer
    assert "granite" in dropped
    assert found == [["granite", "pond"]]
    assert content == [{"name": "granite", "day": "2026-11-18"}]
    assert "Undone: a stone: granite" in undone
    assert "still water" in undone


def test_what_stands_in_a_room_says_the_room_in_one_line():
    for path in modules().values():
        if path.name == "__init__.py" and path.parent != ROOT / "lundi":
            assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), os.fspath(path)
