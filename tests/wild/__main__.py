"""Try a seed: `python -m tests.wild KIND SEED EVENTS FOLDER` (KIND: empty, sample, hostile, years, or all).

FOLDER/KIND-SEED.log says what happened; the last line is the number of problems. With --one-session the dashboard isn't
closed in between, and its memory is told: it may not grow with the events.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

import psutil

from tests.wild.files import KINDS
from tests.wild.run import Run

_TOLD_EVERY = 500  # events


async def _watch(run: Run, memory: list[tuple[int, int]]) -> None:
    """Note how much memory there is in use after so many events, in MiB."""
    while True:
        if run.events >= len(memory) * _TOLD_EVERY:
            memory.append((run.events, psutil.Process().memory_info().rss >> 20))
        await asyncio.sleep(0.05)


async def _run(kind: str, seed: int, most: int, folder: Path, *, one_session: bool) -> int:
    path = folder / f"{kind}-{seed}.db"
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    memory: list[tuple[int, int]] = []
    with (folder / f"{kind}-{seed}.log").open("w", encoding="utf-8", errors="backslashreplace", buffering=1) as log:
        run = Run(path, kind, seed, lambda said: print(said, file=log))
        watching = asyncio.ensure_future(_watch(run, memory))
        await run.go(most, (most, most + 1) if one_session else (500, 4000))
        watching.cancel()
        if one_session:
            print("memory, MiB by events:", memory, file=log)
        print(len(run.problems), "problems", file=log)
    print(kind, seed, run.events, "events,", len(run.problems), "problems", [what for what, _said in run.problems])
    if one_session:
        print(memory)
    return len(run.problems)


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("kind", choices=(*KINDS, "all"))
    words.add_argument("seed", type=int)
    words.add_argument("events", type=int)
    words.add_argument("folder", type=Path)
    words.add_argument("--one-session", action="store_true")
    given = words.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    kinds = KINDS if given.kind == "all" else (given.kind,)
    found = [
        asyncio.run(_run(kind, given.seed, given.events, given.folder, one_session=given.one_session)) for kind in kinds
    ]
    return 1 if any(found) else 0


if __name__ == "__main__":
    sys.exit(main())
