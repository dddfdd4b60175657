"""Processes that are killed. One that has imported everything forks a life at a time, which costs a millisecond."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parent.parent

_MOTHER = """
import os, sys

def say(word):
    os.write(1, f"{word}\\n".encode())  # in one piece: a kill can't halve it

BODY

say("ready")
for _line in sys.stdin:
    child = os.fork()
    if child == 0:
        say(os.getpid())
        live(*sys.argv[1:])
        os._exit(0)
    os.waitpid(child, 0)
    say("dead")
"""


class Lives:
    """Lives of a function `live(*words)`, which may `say(word)`; the script may import what it needs first."""

    def __init__(self, script: str, *words: object) -> None:
        self._mother = subprocess.Popen(
            [sys.executable, "-c", _MOTHER.replace("BODY", script), *map(str, words)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        assert self.next_word() == "ready"

    def next_word(self) -> str:
        """What is said next; it is waited for."""
        assert self._mother.stdout is not None
        return self._mother.stdout.readline().rstrip("\n")

    def begin(self) -> int:
        """Begin a life; its process id."""
        assert self._mother.stdin is not None
        self._mother.stdin.write("live\n")
        self._mother.stdin.flush()
        return int(self.next_word())

    def end(self, life: int) -> list[str]:
        """Kill a life, as a power cut would; what it said that wasn't read yet."""
        with suppress(ProcessLookupError):  # it has come to its end by itself
            os.kill(life, signal.SIGKILL)
        return list(iter(self.next_word, "dead"))

    def __enter__(self) -> Lives:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.killpg(self._mother.pid, signal.SIGKILL)  # a life that is going on too
        self._mother.communicate()
