"""A program in a pseudo-terminal of 120 × 36: what it has painted, and when."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import termios
from collections.abc import Mapping, Sequence
from time import perf_counter, sleep
from types import TracebackType

import psutil

_ROWS, _COLUMNS = 36, 120
_PATIENCE = 30.0  # seconds
_SILENCE = 0.06  # after so long without output a repaint is over; frames come every 0.017 at most
_AT_REST = 0.01  # seconds of work in that time, the unit in which the system counts it


class Terminal:
    """One running program. A context manager, which ends it."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._screen, keyboard = pty.openpty()
        termios.tcsetwinsize(keyboard, (_ROWS, _COLUMNS))
        self.started = perf_counter()
        self._process = subprocess.Popen(
            command, env=environment, stdin=keyboard, stdout=keyboard, stderr=keyboard, start_new_session=True
        )
        os.close(keyboard)

    def seconds_until(self, *words: str) -> float:
        """How long after its start the program had painted all of these words."""
        wanted = [word.encode() for word in words]
        seen = b""
        while not all(word in seen for word in wanted):
            output = self._read(_PATIENCE)
            if not output:
                raise TimeoutError(f"{words} never came; the last output was {seen[-500:]!r}")
            seen += output
        return perf_counter() - self.started

    def seconds_of_key(self, key: str) -> float:
        """How long it takes from a key to the last byte of what it repaints."""
        start = perf_counter()
        os.write(self._screen, key.encode())
        if not self._read(_PATIENCE):
            raise TimeoutError(f"{key!r} repainted nothing")
        return self._last_byte() - start

    def settle(self) -> None:
        """Wait until it is at rest: nothing more is painted, and what it does after its first paint is done."""
        self._last_byte()
        worked = self._seconds_of_work
        while (work := self._seconds_of_work_after(_SILENCE)) - worked > _AT_REST:
            worked = work

    def _seconds_of_work_after(self, seconds: float) -> float:
        sleep(seconds)
        return self._seconds_of_work

    @property
    def _seconds_of_work(self) -> float:
        times = psutil.Process(self._process.pid).cpu_times()
        return float(times.user + times.system)

    @property
    def resident_bytes(self) -> int:
        return int(psutil.Process(self._process.pid).memory_info().rss)

    def _last_byte(self) -> float:
        last = perf_counter()
        while self._read(_SILENCE):
            last = perf_counter()
        return last

    def _read(self, patience: float) -> bytes:
        """What comes next; nothing when it doesn't come, or the program has ended."""
        ready, _, _ = select.select([self._screen], [], [], patience)
        try:
            return os.read(self._screen, 65536) if ready else b""
        except OSError:  # Linux says so when the other end is closed
            return b""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._screen)
