"""Ideas of the article on focus, by their ids: the head is emptied, and two are chosen."""

from __future__ import annotations

from datetime import date

import pytest

from lundi.ideas.idea import FOR_BOTH, FOR_CLIENT, FOR_ME, TOO_BIG, Idea, for_whom_first, in_order, next_size, page
from storage.file.undo import undo
from storage.ideas.intents import read_ideas
from storage.sample.year import write_sample
from storage.week.page import read_week

OLD, NEW = date(2026, 10, 1), date(2026, 11, 1)


def test_f18_twenty_pasted_lines_are_twenty_ideas(store, now):
    lines = [f"Idée n° {number} : prévenir Maïwenn, l’œil ouvert" for number in range(20)]
    assert store.capture("\r\n".join(["", *lines, "  "]), now) == 20
    kept = [row[0] for row in store.connection.execute("SELECT title FROM action WHERE state = 'idea' ORDER BY rowid")]
    assert kept == lines
    undo(store, now)
    assert store.connection.execute("SELECT count(*) FROM action").fetchone()[0] == 0


def test_f18_pasted_lines_stay_in_their_order(store, now):
    store.capture("Zinc\nApple\nMaple\nBirch", now)
    assert [idea.title for idea in read_ideas(store, now.week)] == ["Zinc", "Apple", "Maple", "Birch"]


def test_f18_a_double_is_said_and_kept(run):
    assert run("idea", "Écrire à Ronan").stdout == "1 idea kept until Monday.\n"
    said = run("idea", stdin="ecrire a ronan\nA card\n")
    assert said.stdout == "2 ideas kept until Monday.\nKept, though there already: ecrire a ronan\n"
    assert said.returncode == 0


def test_f17_with_eighty_ideas_the_week_has_two_actions_at_most(store, now, run):
    write_sample(store)
    store.capture("\n".join(f"Thought {number}" for number in range(80)), now)
    assert len(read_week(store, now.week, now.day).actions) == 2
    for command in ("week", "today", "status"):
        assert "Thought" not in run(command).stdout


def test_f17_five_at_a_time_and_round():
    ideas = list(range(12))
    assert [list(page(ideas, number)) for number in range(4)] == [ideas[:5], ideas[5:10], ideas[10:], ideas[:5]]
    assert list(page([], 3)) == []


def test_c05_with_equal_age_what_serves_a_client_is_first():
    ideas = [
        Idea("1", "carried", NEW, FOR_ME, None, 2),
        Idea("2", "for a client, old", OLD, FOR_CLIENT),
        Idea("3", "for both", NEW, FOR_BOTH),
        Idea("4", "for a client", NEW, FOR_CLIENT),
        Idea("5", "for me, old", OLD, FOR_ME),
        Idea("6", "not said", NEW),
    ]
    assert [idea.title for idea in in_order(reversed(ideas))] == [
        *("carried", "for a client, old", "for a client", "for both", "for me, old", "not said"),
    ]  # of one day in the order in which they are given


def test_c04_sorted_on_for_whom_they_are():
    ideas = [Idea("a", "1", OLD), Idea("b", "2", OLD, FOR_ME, None, 3), Idea("c", "3", NEW, FOR_BOTH),
             Idea("d", "4", NEW, FOR_CLIENT), Idea("e", "5", OLD, FOR_CLIENT)]  # fmt: skip
    assert [idea.title for idea in for_whom_first(ideas)] == ["5", "4", "3", "2", "1"]


def test_f10_the_sizes_follow_each_other():
    sizes = [None]
    while len(sizes) < 6:
        sizes.append(next_size(sizes[-1]))
    assert sizes == [None, 2, 30, 90, TOO_BIG, None]
    assert next_size(45) is None


@pytest.mark.parametrize(("minutes", "too_big"), [(None, False), (2, False), (90, False), (91, True), (TOO_BIG, True)])
def test_f10_more_than_ninety_minutes_is_too_big(minutes, too_big):
    assert Idea("1", "Redo the website", OLD, minutes=minutes).is_too_big is too_big
