"""How far a week's ritual has come, across restarts: local, and nothing to undo."""

from __future__ import annotations

from datetime import date

import pytest

from lundi.habits.rhythms import parse_rhythm
from lundi.ritual.steps import CHOOSE, LOOK_BACK
from lundi.time.days import Moment
from lundi.time.weeks import Week
from storage.file.undo import last_changes
from storage.file.unfinished import keep_unfinished, read_unfinished
from storage.habits.first_run import finish as finish_first_run
from storage.habits.intents import Card
from storage.habits.sequences import ritual_form
from storage.ritual.progress import Progress, begin, fields_of, finish, is_due, progress_in, read_first_step

WEEK = Week.parse("2026-W47")
MONDAY, TUESDAY, NEXT = (Moment(date(2026, 11, day), f"2026-11-{day}T09:00:00") for day in (16, 17, 23))


@pytest.fixture
def file(store):
    """A habit, and no plan yet."""
    finish_first_run(store, MONDAY)
    store.add_habit(Card("Calls"), parse_rhythm("5", WEEK), MONDAY)
    return store


def test_it_is_due_once_a_week(file):
    assert is_due(file, MONDAY)
    begin(file, MONDAY)
    assert not is_due(file, MONDAY)
    assert not is_due(file, TUESDAY)
    assert is_due(file, NEXT)
    finish(file, NEXT)
    assert not is_due(file, NEXT)


def test_it_is_not_due_before_the_first_run_in_a_week_off_or_in_one_with_a_plan(store, file):
    store.mark_week(WEEK, "off", MONDAY)
    assert not is_due(store, MONDAY)
    store.mark_week(WEEK, "storm", MONDAY)
    assert is_due(store, MONDAY)
    store.commit_chosen(MONDAY)
    assert not is_due(store, MONDAY)


def test_a_new_file_has_its_first_run_first(store):
    assert not is_due(store, MONDAY)


def test_progress_is_read_as_it_was_kept_and_is_no_change(file):
    before = len(last_changes(file, 9))
    begin(file, MONDAY)
    assert progress_in(read_unfinished(file, ritual_form(WEEK))) == Progress(express=False, seconds=0, ideas=0)
    progress = Progress(express=True, seconds=95, ideas=7)
    keep_unfinished(file, ritual_form(WEEK), fields_of(progress), MONDAY)
    assert progress_in(read_unfinished(file, ritual_form(WEEK))) == progress
    assert progress_in(read_unfinished(file, ritual_form(WEEK + 1))) == Progress()
    assert len(last_changes(file, 9)) == before


@pytest.mark.parametrize("text", ["", "abc", "-2", "²"])
def test_numbers_that_are_none_are_put_right(text):
    assert progress_in({"seconds": text, "ideas": text, "express": text}) == Progress()


def test_where_a_step_is_kept_it_was_asked_for(file):
    keep_unfinished(file, ritual_form(WEEK), fields_of(Progress()), MONDAY)
    assert not is_due(file, MONDAY)


def test_once_it_is_committed_it_goes_on_at_the_choice(file):
    assert read_first_step(file, WEEK) == LOOK_BACK
    begin(file, MONDAY)
    keep_unfinished(file, ritual_form(WEEK), fields_of(Progress(seconds=95)), MONDAY)
    file.commit_chosen(MONDAY)
    finish(file, MONDAY)
    assert read_first_step(file, WEEK) == CHOOSE
    assert read_first_step(file, WEEK + 1) == LOOK_BACK
    assert read_unfinished(file, ritual_form(WEEK)) == {"asked": "1"}


def test_of_other_weeks_the_ideas_alone_come_along(file):
    begin(file, MONDAY)
    keep_unfinished(file, ritual_form(WEEK), {"3.ideas": "half an id", "1.proud": "seven"}, MONDAY)
    begin(file, NEXT)
    assert read_unfinished(file, ritual_form(WEEK)) == {}
    assert read_unfinished(file, ritual_form(WEEK + 1))["3.ideas"] == "half an id"
    assert "1.proud" not in read_unfinished(file, ritual_form(WEEK + 1))
    keep_unfinished(file, "campaign", {"goal": "three"}, NEXT)
    begin(file, NEXT)
    assert read_unfinished(file, ritual_form(WEEK + 1))["3.ideas"] == "half an id"
    assert read_unfinished(file, "campaign") == {"goal": "three"}


def test_ideas_over_which_somebody_went_back_outlive_the_commit(file):
    begin(file, MONDAY)
    keep_unfinished(file, ritual_form(WEEK), {"3.ideas": "half an id", "5.better": "less"}, MONDAY)
    finish(file, MONDAY)
    assert read_unfinished(file, ritual_form(WEEK)) == {"asked": "1", "3.ideas": "half an id"}
