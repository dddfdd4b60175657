"""What other systems lack is taken away: the dashboard starts, ends as it is told, and the shell keeps its promises.

None of this was run on Windows or macOS; it is what can be tried without them.
"""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WITHOUT = """
    import os, signal, sys
    for name in ("fork", "chmod", "fchmod", "geteuid", "getuid", "setsid", "killpg"):
        if hasattr(os, name):
            delattr(os, name)
    for name in ("SIGHUP", "SIGKILL", "SIGWINCH", "SIGTSTP"):
        if hasattr(signal, name):
            delattr(signal, name)
    for name in ("fcntl", "pwd", "grp", "resource"):
        sys.modules[name] = None
    from cli.main import main
    sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def without_signals(monkeypatch):
    """A loop as Windows has it."""

    def refused(self, *_arguments):
        raise NotImplementedError

    monkeypatch.setattr(asyncio.unix_events._UnixSelectorEventLoop, "add_signal_handler", refused)
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


async def test_a_dashboard_without_the_loop_s_signals_ends_as_it_is_told(open_app, small, without_signals):
    async with open_app(small) as it:
        await it.press("i", *"half")
        signal.raise_signal(signal.SIGTERM)
        for _turn in range(100):
            if it.app._exit:
                break
            await asyncio.sleep(0.01)
        assert it.app.return_code == 128 + signal.SIGTERM
    assert [text for (text,) in small.connection.execute("SELECT text FROM unfinished WHERE form = 'idea'")] == ["half"]


async def test_a_dashboard_on_a_system_that_knows_fewer_signals(open_app, small, without_signals, monkeypatch):
    monkeypatch.delattr(signal, "SIGHUP")
    async with open_app(small) as it:
        await it.press("space")
        assert it.ticks == 1


def test_the_shell_without_what_windows_lacks(environment, database, tmp_path):
    def call(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", textwrap.dedent(WITHOUT), *words],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    copy, export = str(tmp_path / "copy.db"), str(tmp_path / "all.json")
    for words in (
        ["habit", "add", "Calls", "--per-week", "5"],
        ["tick", "calls"],
        ["backup", copy],
        ["export", "json", export],
        ["untick", "calls"],
        ["restore", copy],
        ["doctor"],
    ):
        ended = call(*words)
        assert (ended.returncode, ended.stderr) == (0, ""), words
    assert "1/5" in call("week").stdout
