"""One intent is one batch is one undo, whoever undoes it and whenever."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lundi.habits.habit import EVERY, QUOTA, WEEKDAYS, Goal
from lundi.habits.history import OFF, STORM, Action
from lundi.time.days import Moment
from lundi.time.weeks import Week
from lundi.words.errors import LundiError, Refused
from storage.file.undo import last_changes, redo, redo_several, undo
from storage.habits.history import read_history
from storage.habits.intents import Card
from storage.ideas.intents import read_chosen, unchoose_idea
from storage.store import Store
from tests.undoing import check_nothing, check_refusal, check_undo

TODAY = date(2026, 11, 18)
NOW = Moment(TODAY, "2026-11-18T09:10:00")
WEEK = Week.of(TODAY)
FIVE = Goal(WEEK, QUOTA, 5)


def furnish(store: Store) -> None:
    """A file in which every intent has something to work on."""
    store.add_habit(Card("Calls", minimum="one message", minutes=20), FIVE, NOW)
    store.add_habit(Card("Article"), Goal(WEEK, WEEKDAYS, 1, (1,)), NOW)
    store.add_habit(Card("Old one"), FIVE, NOW)
    store.tick(habit(store, "Calls"), TODAY, NOW, count=2, note="Ronan")
    store.excuse(habit(store, "Article"), TODAY, "ill", NOW)
    store.archive_habit(habit(store, "Old one"), NOW)
    store.capture("Ring Ronan\nWrite to Maïwenn", NOW)
    store.toggle_day_off(TODAY + timedelta(2), NOW)
    store.mark_week(WEEK + 2, OFF, NOW)


def habit(store: Store, name: str):
    return store.find_habit(name)


def chosen(store: Store) -> Action:
    return next(action for action in read_history(store.connection, WEEK, WEEK).actions.values() if action.week == WEEK)


def committed(store: Store) -> None:
    store.commit_week(["Ring Ronan", "Print cards"], NOW)


INTENTS = {
    "tick": lambda store: store.tick(habit(store, "Calls"), TODAY, NOW),
    "tick-three-with-a-note": lambda store: store.tick(habit(store, "Calls"), TODAY, NOW, count=3, note="Anne"),
    "tick-decimal-smallest": lambda store: store.tick(
        habit(store, "Article"), TODAY - timedelta(1), NOW, amount=2500, smallest=True
    ),
    "untick": lambda store: store.untick(habit(store, "Calls"), TODAY, NOW),
    "untick-two": lambda store: store.untick(habit(store, "Calls"), TODAY, NOW, count=2),
    "note-new": lambda store: store.set_note(habit(store, "Article"), TODAY, "A first line\nand another", NOW),
    "note-changed": lambda store: store.set_note(habit(store, "Calls"), TODAY, "Somebody else", NOW),
    "note-taken-away": lambda store: store.set_note(habit(store, "Calls"), TODAY, "", NOW),
    "excuse": lambda store: store.excuse(habit(store, "Calls"), TODAY, "ill", NOW),
    "excuse-changed": lambda store: store.excuse(habit(store, "Article"), TODAY, "travelling", NOW),
    "unexcuse": lambda store: store.unexcuse(habit(store, "Article"), TODAY, NOW),
    "day-off": lambda store: store.toggle_day_off(TODAY, NOW),
    "day-on": lambda store: store.toggle_day_off(TODAY + timedelta(2), NOW),
    "week-off": lambda store: store.mark_week(WEEK, OFF, NOW),
    "week-storm-instead-of-off": lambda store: store.mark_week(WEEK + 2, STORM, NOW),
    "week-plain": lambda store: store.mark_week(WEEK + 2, None, NOW),
    "commit": committed,
    "ideas": lambda store: store.capture("One\nTwo\nThree", NOW),
    "habit-added": lambda store: store.add_habit(Card("Study"), Goal(WEEK, EVERY, every=4, due_from=WEEK), NOW),
    "habit-edited": lambda store: store.edit_habit(habit(store, "Calls"), Card("Phone"), None, NOW),
    "habit-edited-with-a-goal": lambda store: store.edit_habit(
        habit(store, "Calls"), Card("Calls", after="coffee"), Goal(WEEK + 1, QUOTA, 3), NOW
    ),
    "habit-archived": lambda store: store.archive_habit(habit(store, "Calls"), NOW),
    "habit-restored": lambda store: store.restore_habit(habit(store, "Old one"), NOW),
    "habit-moved": lambda store: store.move_habit(habit(store, "Article"), 1, NOW),
}
AFTER_THE_COMMIT = {
    "action-done": lambda store: store.toggle_action(chosen(store), NOW),
    "action-given-back": lambda store: unchoose_idea(store, read_chosen(store, WEEK)[0], NOW),
}


@pytest.mark.parametrize("name", [*INTENTS, *AFTER_THE_COMMIT])
def test_an_intent_is_one_batch_and_one_undo(store, dump, name):
    furnish(store)
    if name in AFTER_THE_COMMIT:
        committed(store)
    before, batches = dump(store.connection), batch_count(store)

    {**INTENTS, **AFTER_THE_COMMIT}[name](store)

    after = dump(store.connection)
    assert after != before
    assert batch_count(store) == batches + 1
    (undone,) = undo(store, NOW)
    assert dump(store.connection) == before
    again = redo(store, NOW)
    assert dump(store.connection) == after
    assert again.sentence == undone.sentence
    undo(store, NOW)
    assert dump(store.connection) == before


def test_undone_by_another_opening_of_the_file(store, dump, database):
    furnish(store)
    before = dump(store.connection)
    committed(store)
    after = dump(store.connection)
    store.close()

    with Store.open(str(database)) as reopened:
        undo(reopened, NOW)
    assert dump(database) == before
    with Store.open(str(database)) as reopened:
        redo(reopened, NOW)
    assert dump(database) == after


def test_undone_by_another_process_while_this_one_is_open(store, dump, lundi):
    furnish(store)
    before = dump(store.connection)
    store.tick(habit(store, "Calls"), TODAY, NOW, count=2)
    after = dump(store.connection)

    said = lundi("undo")
    assert (said.returncode, said.stdout) == (0, "Undone: Calls, Wed 18 Nov: 2 ticks\n")
    assert dump(store.connection) == before
    assert lundi("redo").returncode == 0
    assert dump(store.connection) == after


def test_many_at_once_is_step_by_step(store, dump):
    furnish(store)
    steps = [dump(store.connection)]
    for name in ("tick", "note-changed", "habit-moved", "week-off"):
        INTENTS[name](store)
        steps.append(dump(store.connection))

    undone = undo(store, NOW, 3)
    assert dump(store.connection) == steps[1]
    assert [change.intent for change in undone] == ["week-off", "habit-moved", "note"]
    for step in steps[2:]:
        redo(store, NOW)
        assert dump(store.connection) == step
    for step in reversed(steps[:-1]):
        undo(store, NOW)
        assert dump(store.connection) == step


def test_more_than_there_is_undoes_all_there_is(store, dump):
    empty = dump(store.connection)
    furnish(store)
    undo(store, NOW, 1000)
    assert dump(store.connection) == empty
    with pytest.raises(Refused, match="Nothing to undo"):
        undo(store, NOW)


def test_no_redo_after_a_new_change(store, dump):
    furnish(store)
    undo(store, NOW, 2)
    store.capture("Something new", NOW)
    before = dump(store.connection)
    with pytest.raises(Refused, match="Nothing to redo"):
        redo(store, NOW)
    assert dump(store.connection) == before


def test_no_redo_without_an_undo(store):
    furnish(store)
    with pytest.raises(Refused, match="Nothing to redo"):
        redo(store, NOW)


def test_a_refused_intent_leaves_no_trace(store, dump):
    furnish(store)
    before, batches = dump(store.connection), batch_count(store)
    with pytest.raises(Refused):
        store.tick(habit(store, "Calls"), TODAY + timedelta(1), NOW)
    with pytest.raises(Refused):
        store.untick(habit(store, "Calls"), TODAY, NOW, count=3)
    with pytest.raises(Refused):
        store.add_habit(Card("cALLS"), FIVE, NOW)
    with pytest.raises(Refused):
        store.commit_week(["One", "Two", "Three"], NOW)
    assert (dump(store.connection), batch_count(store)) == (before, batches)
    assert not store.connection.execute("SELECT * FROM open_batch").fetchall()


def nested(store: Store, *, is_refused: bool = False) -> None:
    """An intent that others are a part of."""
    with store.intent("ideas", NOW, {"count": 1, "title": "the whole"}):
        store.tick(habit(store, "Calls"), TODAY, NOW)
        store.capture("A part", NOW)
        store.edit_habit(habit(store, "Calls"), Card("Phone"), None, NOW)
        store.edit_habit(habit(store, "Phone"), Card("Telephone"), None, NOW)
        if is_refused:
            store.add_habit(Card("telephone"), FIVE, NOW)


def test_an_intent_inside_another_is_a_part_of_it(store, dump):
    furnish(store)
    assert check_undo(store, dump, NOW, lambda: nested(store)) == "an idea: the whole"
    check_undo(store, dump, NOW, lambda: store.tick(habit(store, "Telephone"), TODAY, NOW))


def test_a_refusal_inside_takes_the_whole_back(store, dump):
    furnish(store)
    check_refusal(store, dump, Refused, None, lambda: nested(store, is_refused=True))
    check_undo(store, dump, NOW, lambda: nested(store))


def test_an_intent_without_changes_in_its_parts_leaves_nothing(store, dump):
    furnish(store)
    undo(store, NOW)

    def act() -> None:
        with store.intent("ideas", NOW, {"count": 1, "title": "the whole"}):
            store.edit_habit(habit(store, "Calls"), Card.of(habit(store, "Calls")), None, NOW)

    check_nothing(store, dump, act)
    assert not store.connection.execute("SELECT * FROM open_batch").fetchall()
    redo(store, NOW)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE tick SET amount = 7000",
        "DELETE FROM tick",
        "UPDATE note SET text = 'from outside'",
    ],
)
def test_refused_when_something_outside_the_journal_changed_the_rows(store, dump, database, sql):
    furnish(store)
    undo(store, NOW, 5)  # the tick with its note is last now
    assert last_changes(store, 1)[0].intent == "tick"
    outside(database, sql)
    before = dump(database)

    with pytest.raises(Refused, match="stands on this one"):
        undo(store, NOW)
    assert dump(store.connection) == before
    assert not store.connection.in_transaction


def test_nothing_is_half_undone(store, dump, database):
    """Several at once, of which the third can't be: none is."""
    furnish(store)
    undo(store, NOW, 5)
    store.capture("An idea", NOW)
    store.mark_week(WEEK, STORM, NOW)
    outside(database, "UPDATE tick SET amount = 7000")
    before, batches = dump(database), batch_count(store)

    with pytest.raises(Refused, match="2 ticks"):
        undo(store, NOW, 5)
    assert (dump(store.connection), batch_count(store)) == (before, batches)
    undo(store, NOW, 2)  # the two later ones still can be
    assert dump(store.connection) != before


def test_refused_when_rows_from_outside_point_at_what_would_go(store, dump, database):
    store.add_habit(Card("Calls"), FIVE, NOW)
    habit_id = habit(store, "Calls").id
    outside(database, f"INSERT INTO tick VALUES ('x', '{habit_id}', '2026-11-18', 1000, 0, '2026-11-18', '')")
    before = dump(database)
    with pytest.raises(Refused, match="stands on this one"):
        undo(store, NOW)
    assert dump(store.connection) == before


def test_redo_is_refused_when_what_it_points_at_has_gone(store, dump, database):
    furnish(store)
    store.add_habit(Card("Study"), FIVE, NOW)
    store.tick(habit(store, "Study"), TODAY, NOW)
    undo(store, NOW)
    outside(database, "DELETE FROM habit_goal WHERE habit_id = (SELECT id FROM habit WHERE name = 'Study')")
    outside(database, "DELETE FROM habit WHERE name = 'Study'")
    before = dump(database)
    with pytest.raises(Refused, match="stands on this one"):
        redo(store, NOW)
    assert dump(store.connection) == before


def test_the_list_says_what_an_undo_would_take_back(store):
    furnish(store)
    listed = [change.sentence for change in last_changes(store, 1000)]
    assert [change.sentence for change in undo(store, NOW, 1000)] == listed
    assert last_changes(store, 1000) == []


_names = st.sampled_from(["Calls", "Article", "Old one", "Study", "Phone"])
_days = st.integers(-3, 3).map(lambda offset: TODAY + timedelta(offset))
_counts = st.integers(1, 3)
_titles = st.sampled_from(["Ring Ronan", "Print cards", "Études d’été", "One\nTwo"])
_steps = st.one_of(
    st.tuples(st.just("tick"), _names, _days, _counts, st.sampled_from(["", "a note"])),
    st.tuples(st.just("untick"), _names, _days, _counts),
    st.tuples(st.just("set_note"), _names, _days, st.sampled_from(["", "other", "two\nlines"])),
    st.tuples(st.just("excuse"), _names, _days),
    st.tuples(st.just("unexcuse"), _names, _days),
    st.tuples(st.just("toggle_day_off"), _days),
    st.tuples(st.just("mark_week"), st.integers(-1, 2), st.sampled_from([OFF, STORM, None])),
    st.tuples(st.just("commit_week"), st.lists(_titles, max_size=3)),
    st.tuples(st.just("toggle_action")),
    st.tuples(st.just("capture"), _titles),
    st.tuples(st.just("add_habit"), _names, st.integers(1, 7)),
    st.tuples(st.just("edit_habit"), _names, _names, st.integers(1, 7)),
    st.tuples(st.just("archive_habit"), _names),
    st.tuples(st.just("restore_habit"), _names),
    st.tuples(st.just("move_habit"), _names, st.integers(0, 4)),
    st.tuples(st.just("undo"), _counts),
    st.tuples(st.just("redo")),
)


@settings(max_examples=80, deadline=None)
@given(steps=st.lists(_steps, min_size=1, max_size=20))
def test_any_sequence_is_undone_to_the_first_state_and_redone_to_the_last(dump, steps):
    with Store.open() as store:
        first = dump(store.connection)
        furnish(store)
        for step in steps:
            before, batches = dump(store.connection), batch_count(store)
            try:
                take(store, *step)
            except LundiError:
                assert (dump(store.connection), batch_count(store)) == (before, batches)
        last = dump(store.connection)
        done = len(last_changes(store, 1000))
        if done:  # the steps may have undone everything themselves
            assert len(undo(store, NOW, 1000)) == done
        assert dump(store.connection) == first
        for _change in range(done):
            redo(store, NOW)
        assert dump(store.connection) == last


def take(store: Store, name: str, *arguments) -> None:
    """One step of a random sequence."""
    match name, arguments:
        case "tick", (called, day, count, note):
            store.tick(habit(store, called), day, NOW, count=count, note=note)
        case "untick", (called, day, count):
            store.untick(habit(store, called), day, NOW, count=count)
        case "set_note", (called, day, text):
            store.set_note(habit(store, called), day, text, NOW)
        case "excuse", (called, day):
            store.excuse(habit(store, called), day, "ill", NOW)
        case "unexcuse", (called, day):
            store.unexcuse(habit(store, called), day, NOW)
        case "mark_week", (offset, kind):
            store.mark_week(WEEK + offset, kind, NOW)
        case "toggle_action", ():
            actions = read_history(store.connection, WEEK, WEEK).actions.values()
            for action in actions:
                store.toggle_action(action, NOW)
                return
        case "add_habit", (called, target):
            store.add_habit(Card(called), Goal(WEEK, QUOTA, target), NOW)
        case "edit_habit", (called, new, target):
            store.edit_habit(habit(store, called), Card(new), Goal(WEEK + 1, QUOTA, target), NOW)
        case (("archive_habit" | "restore_habit"), (called,)):
            getattr(store, name)(habit(store, called), NOW)
        case "move_habit", (called, place):
            store.move_habit(habit(store, called), place, NOW)
        case "undo", (count,):
            undo(store, NOW, count)
        case "redo", ():
            redo(store, NOW)
        case _:
            getattr(store, name)(*arguments, NOW)


def batch_count(store: Store) -> int:
    (count,) = store.connection.execute("SELECT count(*) FROM batch").fetchone()
    return count


def outside(path, sql: str) -> None:
    """What another program does to the file, behind the journal's back."""
    connection = sqlite3.connect(path)
    with connection:
        assert connection.execute(sql).rowcount
    connection.close()


IDLE = {
    "a-card-saved-as-it-was": lambda store: store.edit_habit(
        habit(store, "Calls"), Card.of(habit(store, "Calls")), None, NOW
    ),
    "no-note-where-there-was-none": lambda store: store.set_note(habit(store, "Article"), TODAY, "", NOW),
    "a-week-off-that-is-off": lambda store: store.mark_week(WEEK + 2, OFF, NOW),
}


@pytest.mark.parametrize("name", IDLE)
def test_what_changes_nothing_is_no_change_and_leaves_the_redo(store, dump, name):
    furnish(store)
    store.tick(habit(store, "Calls"), TODAY, NOW)
    after = dump(store.connection)
    undo(store, NOW)
    journal = [tuple(row) for row in store.connection.execute("SELECT * FROM batch")]

    IDLE[name](store)

    assert [tuple(row) for row in store.connection.execute("SELECT * FROM batch")] == journal
    redo(store, NOW)
    assert dump(store.connection) == after


def test_two_programs_that_change_one_card_keep_both_changes(store, database):
    furnish(store)
    seen = habit(store, "Calls")
    with Store.open(str(database)) as other:
        other.edit_habit(seen, Card("Calls", minimum="one message", minutes=20, place="desk"), None, NOW)

    store.edit_habit(seen, Card("Calls", minimum="two messages", minutes=20), None, NOW)

    assert Card.of(habit(store, "Calls")) == Card("Calls", minimum="two messages", minutes=20, place="desk", letter="A")


@pytest.mark.parametrize(
    ("name", "before", "after", "said"),
    [
        ("Calls", Store.archive_habit, Store.archive_habit, "archived already"),
        ("Calls", Store.settle_habit, Store.settle_habit, "settled already"),
        ("Calls", Store.archive_habit, Store.settle_habit, "is archived"),
        ("Old one", Store.restore_habit, Store.restore_habit, "neither archived nor settled"),
    ],
)
def test_a_habit_is_looked_at_as_it_is_in_the_file_now(store, dump, database, name, before, after, said):
    furnish(store)
    seen = habit(store, name)
    with Store.open(str(database)) as other:
        before(other, seen, NOW)
    kept = dump(store.connection)

    with pytest.raises(Refused, match=said):
        after(store, seen, NOW)

    assert dump(store.connection) == kept


def test_a_habit_that_was_taken_back_meanwhile_is_not_changed(store, database):
    store.add_habit(Card("Calls"), FIVE, NOW)
    seen = habit(store, "Calls")
    with Store.open(str(database)) as other:
        undo(other, NOW)

    for change in (
        lambda: store.edit_habit(seen, Card("Ring"), FIVE, NOW),
        lambda: store.settle_habit(seen, NOW),
        lambda: store.archive_habit(seen, NOW),
        lambda: store.restore_habit(seen, NOW),
    ):
        with pytest.raises(Refused, match="Calls is not there any more"):
            change()


def test_a_review_in_the_past_is_said_to_be_past(store):
    with pytest.raises(LundiError, match="is past"):
        store.add_habit(Card("Calls", review_on=TODAY - timedelta(1)), FIVE, NOW)


def test_several_undos_are_taken_back_step_by_step(store, dump):
    furnish(store)
    steps = [dump(store.connection)]
    for name in ("tick", "note-changed", "week-off"):
        INTENTS[name](store)
        steps.append(dump(store.connection))
    undo(store, NOW, 3)
    assert [change.intent for change in redo_several(store, NOW, 2)] == ["tick", "note"]
    assert dump(store.connection) == steps[2]
    assert [change.intent for change in redo_several(store, NOW, 1000)] == ["week-off"]
    assert dump(store.connection) == steps[3]
    with pytest.raises(Refused, match="Nothing to redo"):
        redo_several(store, NOW, 1000)


def test_nothing_is_half_redone(store, dump, database):
    furnish(store)
    store.add_habit(Card("Study"), FIVE, NOW)
    INTENTS["tick"](store)
    store.tick(habit(store, "Study"), TODAY, NOW)
    undo(store, NOW, 2)
    outside(database, "DELETE FROM habit_goal WHERE habit_id = (SELECT id FROM habit WHERE name = 'Study')")
    outside(database, "DELETE FROM habit WHERE name = 'Study'")
    before = dump(database)
    with pytest.raises(Refused, match="stands on this one"):
        redo_several(store, NOW, 2)
    assert dump(store.connection) == before
