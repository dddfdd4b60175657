"""Ideas in the file: what waits, what is chosen, what is said of one, pieces, letting go."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lundi.ideas.idea import FOR_BOTH, FOR_CLIENT, FOR_ME, TOO_BIG, Idea
from lundi.strategy.page import LINE
from lundi.time.days import Moment
from lundi.words.errors import NotUnderstood, Refused
from storage.doctor import examine
from storage.file.undo import last_changes, redo, undo
from storage.habits.history import read_actions
from storage.ideas.intents import (
    choose_idea,
    edit_idea,
    let_go_idea,
    make_smaller,
    read_chosen,
    read_ideas,
    same_ideas,
    split_idea,
    unchoose_idea,
)
from storage.store import Store
from storage.strategy.intents import Reason, choose
from storage.strategy.shelf import shelve

MONDAY = date(2026, 11, 16)


def at(weeks: int = 0) -> Moment:
    """Nine o'clock on a Monday."""
    day = MONDAY + timedelta(weeks=weeks)
    return Moment(day, f"{day}T09:00:00")


def titles(ideas: list[Idea]) -> list[str]:
    return [idea.title for idea in ideas]


def named(store: Store, title: str, weeks: int = 0) -> Idea:
    """What waits, or is chosen, under a title."""
    known = [*read_ideas(store, at(weeks).week), *read_chosen(store, at(weeks).week)]
    return next(idea for idea in known if idea.title == title)


def said(idea: Idea, **changed: object) -> Idea:
    """An idea of which something else is said."""
    names = ("id", "title", "added_on", "for_whom", "minutes", "times_chosen", "line", "enough")
    return Idea(**{**dict(zip(names, idea, strict=True)), **changed})


@pytest.fixture
def three(store: Store) -> Store:
    store.capture("A podcast\nA leaflet\nA call", at())
    return store


CHANGES = {
    "choose": lambda store, idea: choose_idea(store, idea, at()),
    "edit": lambda store, idea: edit_idea(store, idea, said(idea, title="Other", for_whom=FOR_ME, minutes=30), at()),
    "split": lambda store, idea: split_idea(store, idea, ["One", "Two"], at(), 2),
    "let go": lambda store, idea: let_go_idea(store, idea, at()),
    "smaller": lambda store, idea: make_smaller(store, idea, "Less", 2, at()),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_each_change_is_one_undo_and_one_redo(three, dump, change):
    before, done = dump(three.connection), len(last_changes(three, 99))
    change(three, named(three, "A leaflet"))
    after = dump(three.connection)
    assert after != before
    assert len(last_changes(three, 99)) == done + 1
    assert last_changes(three, 1)[0].sentence
    undo(three, at())
    assert dump(three.connection) == before
    redo(three, at())
    assert dump(three.connection) == after
    assert examine(three).is_sound


@pytest.mark.parametrize("change", [*CHANGES.values(), lambda store, idea: unchoose_idea(store, idea, at())])
def test_what_another_program_let_go_of_or_finished_is_refused(three, dump, change):
    leaflet, call = named(three, "A leaflet"), named(three, "A call")
    let_go_idea(three, leaflet, at())
    three.commit_week(["A call"], at())
    (action,) = read_actions(three.connection, at().week).values()
    three.toggle_action(action, at())
    before = dump(three.connection)
    for idea in (leaflet, call):
        with pytest.raises(Refused, match="not there any more"):
            change(three, idea)
    assert dump(three.connection) == before


def test_two_are_chosen_and_the_third_is_refused(three, dump):
    choose_idea(three, named(three, "A podcast"), at())
    with pytest.raises(Refused, match="A podcast is chosen already"):
        choose_idea(three, named(three, "A podcast"), at())
    choose_idea(three, named(three, "A call"), at())
    before = dump(three.connection)
    with pytest.raises(Refused, match="Two means two"):
        choose_idea(three, named(three, "A leaflet"), at())
    assert dump(three.connection) == before
    assert sorted(titles(read_chosen(three, at().week))) == ["A call", "A podcast"]
    assert titles(read_ideas(three, at().week)) == ["A leaflet"]


def test_what_is_given_back_waits_as_before(three):
    before = read_ideas(three, at().week)
    choose_idea(three, named(three, "A podcast"), at())
    unchoose_idea(three, named(three, "A podcast"), at())
    assert read_ideas(three, at().week) == before


def test_what_was_left_undone_waits_and_counts_its_mondays(three):
    choose_idea(three, named(three, "A podcast"), at())
    three.commit_week([], at())
    carried = read_ideas(three, at(1).week)[0]
    assert (carried.title, carried.times_chosen, carried.must_be_decided) == ("A podcast", 1, False)
    three.commit_week(["A podcast"], at(1))  # by its title, as the shell would
    carried = read_ideas(three, at(2).week)[0]
    assert (carried.title, carried.times_chosen, carried.must_be_decided) == ("A podcast", 2, True)
    make_smaller(three, carried, "One minute of sound", 30, at(2))
    assert [idea.times_chosen for idea in read_ideas(three, at(2).week)] == [0, 0, 0]


def test_f10_something_too_big_is_split_and_the_rest_stays(three):
    edit_idea(three, (idea := named(three, "A podcast")), said(idea, minutes=TOO_BIG, for_whom=FOR_BOTH), at())
    with pytest.raises(Refused, match="first piece"):
        choose_idea(three, named(three, "A podcast"), at())
    assert read_chosen(three, at().week) == []
    with pytest.raises(NotUnderstood, match="first piece"):
        split_idea(three, named(three, "A podcast"), ["", "  "], at())
    ids = split_idea(three, named(three, "A podcast"), ["Buy a microphone", " ", "Ask Kader"], at(), 30)
    pieces = {idea.id: idea for idea in read_ideas(three, at().week)}
    assert [(pieces[one].title, pieces[one].minutes, pieces[one].for_whom) for one in ids] == [
        ("Buy a microphone", 30, FOR_BOTH),
        ("Ask Kader", 30, FOR_BOTH),
    ]
    assert named(three, "A podcast").is_too_big
    choose_idea(three, pieces[ids[0]], at())
    assert titles(read_chosen(three, at().week)) == ["Buy a microphone"]


def test_a_line_is_named_where_it_is_not_the_chosen_one(three):
    choose(three, LINE, "Calm cash flow", at())
    shelve(three, LINE, "Workshops", None, "", at())
    edit_idea(three, (idea := named(three, "A podcast")), said(idea, line="Workshops", enough="one is out"), at())
    assert (named(three, "A podcast").line, named(three, "A podcast").enough) == ("Workshops", "one is out")
    split_idea(three, named(three, "A podcast"), ["A microphone"], at())
    assert named(three, "A microphone").line == "Workshops"
    choose(three, LINE, "Workshops", at(2), Reason("they ask for it"))
    assert named(three, "A podcast", 3).line == ""
    edit_idea(three, (idea := named(three, "A podcast", 3)), said(idea, title="A radio"), at(3))
    assert named(three, "A radio").line == "Workshops"  # in the week in which the other one is the chosen one
    with pytest.raises(Refused, match="Museum"):
        edit_idea(three, idea, said(idea, line="Museum"), at(3))


def test_an_idea_without_a_word_is_not_understood(three, dump):
    before, idea = dump(three.connection), named(three, "A call")
    for change in (
        lambda: edit_idea(three, idea, said(idea, title=" \t"), at()),
        lambda: make_smaller(three, idea, "", 2, at()),
    ):
        with pytest.raises(NotUnderstood, match="a few words"):
            change()
    assert dump(three.connection) == before


def test_doubles_are_named_once_whatever_their_case_and_accents(three):
    assert same_ideas(three, ["a PODCAST ", "Écrire", "ecrire", "A leaflet!", "", "A call", "a call"]) == [
        "a PODCAST",
        "ecrire",
        "A call",
    ]


def test_c05_what_is_good_for_a_client_comes_first(three):
    edit_idea(three, (idea := named(three, "A podcast")), said(idea, for_whom=FOR_CLIENT), at())
    edit_idea(three, (idea := named(three, "A call")), said(idea, for_whom=FOR_ME), at())
    assert titles(read_ideas(three, at().week)) == ["A podcast", "A leaflet", "A call"]
