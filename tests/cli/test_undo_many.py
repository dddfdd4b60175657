"""More than five changes are taken back at a terminal only with a word for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def at_a_terminal(environment):
    """Call lundi with a terminal for its input."""

    def call(*words: str) -> subprocess.CompletedProcess[str]:
        master, slave = os.openpty()
        try:
            return subprocess.run(
                [sys.executable, "-m", "lundi", *words],
                cwd=ROOT,
                env=environment,
                stdin=slave,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
        finally:
            os.close(master)
            os.close(slave)

    return call


def test_many_changes_need_a_word(run, at_a_terminal):
    run("habit", "add", "Calls", "--per-week", "5")
    for _time in range(8):
        run("tick", "calls")
    assert at_a_terminal("undo", "5").returncode == 0
    refused = at_a_terminal("undo", "99")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == "That takes 99 changes back. `lundi undo 99 --yes` does; `--list` shows them.\n"
    assert "3/5" in run("week").stdout
    assert run("redo", "5").returncode == 0
    assert run("undo", "6").returncode == 0  # a program is not asked
    assert run("redo", "6").returncode == 0
    assert at_a_terminal("undo", "6", "--yes").returncode == 0
    assert "2/5" in run("week").stdout
