"""Imports run one way, and a tick loads nothing that it doesn't need."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

LOADED_BY_A_COMMAND = """
import json, sys
from cli.main import main
status = main(sys.argv[1:])
print("\\n" + json.dumps([status, sorted(sys.modules)]))
"""
LOADED_BY_THE_METHOD = """
import importlib, json, pkgutil, sys
before = set(sys.modules)
import lundi
names = [module.name for module in pkgutil.walk_packages(lundi.__path__, "lundi.")]
for name in names:
    if name != "lundi.__main__":
        importlib.import_module(name)
print(json.dumps([names, sorted(set(sys.modules) - before)]))
"""


def python(program, *words, environment=None):
    ended = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=ROOT,
        env=environment or dict(os.environ),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout.splitlines()[-1])


def packages(modules):
    return {name.partition(".")[0] for name in modules}


@pytest.mark.parametrize(
    "words",
    [
        ["status"],
        ["status", "--short"],
        ["tick", "calls"],
        ["untick", "calls"],
        ["today"],
        ["week"],
        ["stats"],
    ],
    ids=" ".join,
)
def test_a_quick_command_loads_no_dashboard_and_no_schema_tool(run, environment, words):
    run("habit", "add", "Calls", "--per-week", "5")
    run("tick", "calls")
    status, modules = python(LOADED_BY_A_COMMAND, *words, environment=environment)
    assert status == 0
    assert "storage.store" in modules  # the command has done something
    assert packages(modules) & {"textual", "rich", "tui", "sqlite_utils", "asyncio"} == set()
    assert "storage.schema.migrations" not in modules


def test_status_without_a_file_loads_even_less(environment, database):
    status, modules = python(LOADED_BY_A_COMMAND, "status", environment=environment)
    assert status == 0
    assert packages(modules) & {"textual", "rich", "tui", "sqlite_utils", "asyncio"} == set()
    assert not database.exists()


def test_the_method_stands_on_the_standard_library_and_dateutil():
    names, modules = python(LOADED_BY_THE_METHOD)
    assert {"lundi.time.weeks", "lundi.week.scores", "lundi.habits.history"} <= set(modules)
    assert len(names) > 15
    assert packages(modules) & {"sqlite3", "_sqlite3", "textual", "rich", "storage", "tui", "cli"} == set()
    strangers = packages(modules) - set(sys.stdlib_module_names) - {"lundi", "dateutil", "six"}
    assert strangers == set()


def test_the_contracts_of_the_house_are_kept():
    pytest.importorskip("importlinter")
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "8 kept, 0 broken" in ended.stdout
