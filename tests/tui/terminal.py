"""A real terminal, and a program in it: what is typed goes in as bytes, what is drawn comes out as a screen.

The fixtures of tests are made of `opener`.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import sqlite3
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pyte

ROOT = Path(__file__).parents[2]
LUNDI = (sys.executable, "-m", "lundi")

_PATIENCE = 15  # seconds until a screen that doesn't come is given up
_OTHER_SCREEN = re.compile(rb"\x1b\[\?1049[hl]")
_PRIVATE = re.compile(rb"\x1b\[[<>=?][0-9;]*\$?[a-zA-Z]|\x1bP.*?\x1b\\", re.DOTALL)  # pyte would show some of them


class Terminal:
    """A terminal of so many columns and lines, with a program in it. A context manager."""

    def __init__(self, columns: int, lines: int, environment: dict[str, str], *command: str) -> None:
        """The environment is all that the program gets."""
        self.master, self.slave = pty.openpty()
        self.screen = pyte.Screen(columns, lines)
        self.stream = pyte.ByteStream(self.screen)
        self.said = b""
        self.resize(columns, lines)
        self.modes = termios.tcgetattr(self.slave)
        self.process = started(self.slave, command, environment, ROOT)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_error: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.hang_up()
        os.close(self.slave)

    def hang_up(self) -> None:
        """Close the window."""
        if self.master >= 0:
            os.close(self.master)
            self.master = -1

    def resize(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.screen.resize(lines, columns)

    def send(self, keys: str | bytes) -> None:
        """Type or paste; what is drawn meanwhile is read, so that neither end waits for the other."""
        left = keys.encode() if isinstance(keys, str) else keys
        while left:
            ready, writable, _failed = select.select([self.master], [self.master], [], _PATIENCE)
            if ready:
                self.read(0)
            if writable:
                left = left[os.write(self.master, left[:1024]) :]

    def paste(self, text: str) -> None:
        """As a terminal sends it to a program that has asked for bracketed pastes."""
        self.send(f"\x1b[200~{text}\x1b[201~")

    def click(self, column: int, line: int) -> None:
        """The left button, as SGR mouse reports say it, at a cell counted from 0."""
        for end in "Mm":
            self.send(f"\x1b[<0;{column + 1};{line + 1}{end}")

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
        # pyte has one screen; the other one is empty when it is switched to.
        self.stream.feed(_PRIVATE.sub(b"", _OTHER_SCREEN.sub(b"\x1b[2J\x1b[H", data)))
        return bool(data)

    def settle(self) -> None:
        """Read until nothing comes any more: everything that was asked for is drawn."""
        while self.read(0.3):
            pass

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def prose(self) -> str:
        """The text without its line breaks, for a sentence that may be on two lines."""
        return " ".join(self.text.split())

    def line(self, word: str) -> str:
        """The first line that holds a word, or ''."""
        return next((line for line in self.lines if word in line), "")

    def wait_for(self, condition: Callable[[str], bool] | str) -> str:
        """Read until the screen is as wanted, and return it; a text may be on two lines."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            if (condition in self.prose) if isinstance(condition, str) else condition(self.text):
                return self.text
            self.read()
        raise AssertionError(f"{condition!r} never came:\n{self.text}")

    def wait_for_the_end(self) -> int:
        """Read until the program has ended, and return its exit code."""
        end = time.monotonic() + _PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self.read()
        while self.read():
            pass
        assert self.process.poll() is not None, f"it didn't end:\n{self.text}"
        return self.process.returncode

    @property
    def is_left_clean(self) -> bool:
        """Everything is as it was: the screen, pastes, line editing."""
        return (
            self.is_given_back
            and self.said.rfind(b"\x1b[?2004l") >= self.said.rfind(b"\x1b[?2004h")
            and termios.tcgetattr(self.slave)[3] == self.modes[3]
        )

    @property
    def is_given_back(self) -> bool:
        """Alternate screen off, cursor shown, mouse off: what a shell doesn't set by itself."""
        return (
            self.said.rfind(b"\x1b[?1049l") > self.said.rfind(b"\x1b[?1049h") > -1
            and self.said.rfind(b"\x1b[?25h") > self.said.rfind(b"\x1b[?25l")
            and all(
                self.said.rfind(b"\x1b[?%dl" % mode) >= self.said.rfind(b"\x1b[?%dh" % mode)
                for mode in (1000, 1002, 1003, 1004, 1006)
            )
        )


def started(
    terminal: int, command: Sequence[str], environment: dict[str, str], folder: Path
) -> subprocess.Popen[bytes]:
    """A program in a folder, with all its environment, on the inner end of a terminal that is its own.

    pty.fork() would run Python in the child, beside the threads of pytest-xdist.
    """
    return subprocess.Popen(
        command,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env=environment,
        cwd=folder,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    )


def opener(environment: dict[str, str], *command: str, ready: str = "") -> Iterator[Callable[..., Terminal]]:
    """What opens terminals in French with a command in them, as xterm has them, and closes them all at the end:
    open(80, 24), with other variables. Where a text says that the command is ready, that is waited for."""
    french = {"TERM": "xterm-256color", "LANG": "fr_FR.UTF-8", "LUNDI_LANG": "fr"}
    opened: list[Terminal] = []

    def open_terminal(columns: int = 80, lines: int = 24, **variables: str) -> Terminal:
        here = Terminal(columns, lines, {**environment, **french, **variables}, *command)
        opened.append(here)
        if ready:
            here.wait_for(ready)
            here.settle()
        return here

    yield open_terminal
    for one in opened:
        one.__exit__()


def rows(database: Path, sql: str) -> list[tuple[object, ...]]:
    """What another program sees in the file."""
    connection = sqlite3.connect(database)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def shows(habit: str, count: str) -> Callable[[str], bool]:
    """Whether a screen has a habit with a count."""
    return lambda text: any(habit in line and count in line for line in text.splitlines())
