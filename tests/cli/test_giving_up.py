"""D06 in the shell: archiving a habit says the mission on a second line."""

import pytest

from storage.store import Store
from storage.strategy.intents import change_course


@pytest.fixture
def calls(run):
    run("habit", "add", "Calls", "--per-week", "5")
    return "calls"


def test_d06_archiving_says_the_mission(run, calls, database, now):
    with Store.open(str(database)) as store:
        change_course(store, "mission", "We treat your house as ours", now)
    assert run("habit", "archive", calls).stdout == "Archived: Calls\nWe treat your house as ours\n"
    assert run("habit", "restore", calls).stdout == "Restored: Calls\n"
    assert run("habit", "settle", calls).stdout == "Settled: Calls\n"
    assert "house" not in run("tick", calls).stdout


def test_d06_without_a_mission_there_is_one_line(run, calls):
    assert run("habit", "archive", calls).stdout == "Archived: Calls\n"
