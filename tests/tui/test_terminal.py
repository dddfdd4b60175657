"""A real terminal: the bytes that an AZERTY keyboard sends, resizing, leaving it clean."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyte
import pytest

_PATIENCE = 10  # seconds until a screen that doesn't come is given up
_PRIVATE = re.compile(rb"\x1b\[[<>=?][0-9;]*[a-zA-Z$]+|\x1b\[\?[0-9;]*\$p|\x1bP.*?\x1b\\", re.DOTALL)


class Terminal:
    """A terminal of so many columns and lines, with the demo in it."""

    def __init__(self, columns: int, lines: int, environment: dict[str, str]) -> None:
        self.master, slave = pty.openpty()
        self.screen = pyte.Screen(columns, lines)
        self.stream = pyte.ByteStream(self.screen)
        self.said = b""
        self.resize(columns, lines)
        self.modes = termios.tcgetattr(slave)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "lundi", "demo"],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**environment, "TERM": "xterm-256color", "LANG": "fr_FR.UTF-8", "LUNDI_LANG": "fr"},
            cwd=Path(__file__).parents[2],
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        self.slave = slave

    def resize(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.screen.resize(lines, columns)

    def send(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def read(self, seconds: float = 0.05) -> bool:
        """Take what has come; False when there was nothing."""
        ready, _writable, _failed = select.select([self.master], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:  # the other end is closed
            return False
        self.said += data
        self.stream.feed(_PRIVATE.sub(b"", data))
        return bool(data)

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, condition: Callable[[str], bool] | str) -> str:
        """Read until the screen is as wanted, and return it."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            if (condition in self.text) if isinstance(condition, str) else condition(self.text):
                return self.text
            self.read()
        raise AssertionError(f"{condition!r} never came:\n{self.text}")

    def wait_for_the_end(self) -> int:
        end = time.monotonic() + _PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self.read()
        while self.read():
            pass
        assert self.process.poll() is not None, f"it didn't end:\n{self.text}"
        return self.process.returncode

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)
        os.close(self.slave)


@pytest.fixture
def terminal(environment: dict[str, str], tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def open_terminal(columns: int = 80, lines: int = 24) -> Terminal:
        folder = tmp_path / "temporary"
        folder.mkdir(exist_ok=True)
        opened.append(Terminal(columns, lines, {**environment, "TMPDIR": str(folder)}))
        return opened[-1]

    yield open_terminal
    for one in opened:
        one.close()


def _is_left_clean(terminal: Terminal) -> bool:
    """Alternate screen off, cursor shown, mouse and paste modes off, line editing back."""
    said = terminal.said
    return (
        said.rfind(b"\x1b[?1049l") > said.rfind(b"\x1b[?1049h") > -1
        and said.rfind(b"\x1b[?25h") > said.rfind(b"\x1b[?25l")
        and all(
            said.rfind(b"\x1b[?%dl" % mode) > said.rfind(b"\x1b[?%dh" % mode)
            for mode in (1000, 1003, 1006, 2004)
            if b"\x1b[?%dh" % mode in said
        )
        and termios.tcgetattr(terminal.slave)[3] == terminal.modes[3]
    )


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 36)])
def test_the_first_screen_the_places_on_azerty_and_q(terminal, columns, lines):
    here = terminal(columns, lines)
    here.wait_for("tenue à 85")
    for word in ("Semaine 47", "Appels", "Un service rendu", "Écrire à Ronan", "espace cocher"):
        here.wait_for(word)
    here.send(b"'")
    here.wait_for("toutes les habitudes")
    here.send(b"&")
    here.wait_for("tenue à 85")
    here.send(b" ")
    here.wait_for(lambda text: any("Appels" in line and "3/5" in line for line in text.splitlines()))
    here.send(b"q")
    assert here.wait_for_the_end() == 0
    assert _is_left_clean(here)


def test_a_terminal_that_is_resized(terminal):
    here = terminal(80, 24)
    here.wait_for("tenue à 85")
    here.resize(120, 36)
    here.wait_for("16 – 22 novembre")
    here.wait_for(lambda text: "Les deux" in text and "espace cocher" in text)
    here.resize(50, 20)
    here.wait_for(lambda text: "mer" in text and "jeu" not in text and "Appels" in text)
    here.send(b"\x11")
    assert here.wait_for_the_end() == 0
    assert _is_left_clean(here)


def test_sigterm_ends_it(terminal):
    here = terminal(80, 24)
    here.wait_for("tenue à 85")
    here.process.send_signal(signal.SIGTERM)
    assert here.wait_for_the_end() in (0, -signal.SIGTERM, 128 + signal.SIGTERM)


def test_sigterm_leaves_the_terminal_and_the_disk_clean(terminal, tmp_path):
    here = terminal(80, 24)
    here.wait_for("tenue à 85")
    here.process.send_signal(signal.SIGTERM)
    here.wait_for_the_end()
    assert _is_left_clean(here)
    assert not list((tmp_path / "temporary").glob("lundi-demo-*"))
