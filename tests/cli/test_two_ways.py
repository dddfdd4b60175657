"""A tick without options is read without argparse, and means the same."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("command", ["tick", "untick"])
@pytest.mark.parametrize(
    "words",
    [["calls"], ["calls", "3"], ["monday", "article"], ["monday", "article", "2"], ["calls", "2,5"], [], ["calls", "0"],
     ["calls", "99999"], ["nothing"], [""], ["calls", " 2 "]],
)  # fmt: skip
def test_both_ways_agree(run, dump, database, command, words):
    def told(*more: str):
        for name in ("", "-wal", "-shm"):
            database.with_name(database.name + name).unlink(missing_ok=True)
        run("habit", "add", "Calls", "--per-week", "5")
        run("habit", "add", "Monday article", "--per-week", "2")
        for _time in range(4):
            run("tick", "calls")
            run("tick", "monday article")
        ended = run(command, *words, *more)
        ticks = sorted((row[2:6] for row in dump(database)["tick"]), key=repr)
        return ended, [tuple(map(str, row)) for row in ticks]

    plain, ticks = told()
    with_option, ticks_with_option = told("--date", "today")
    assert plain == with_option
    assert len(ticks) == len(ticks_with_option)
