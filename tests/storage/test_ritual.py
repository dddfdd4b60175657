"""How far a week's ritual has come, across restarts: local, and nothing to undo."""

from __future__ import annotations

from datetime import date

import pytest

from lundi.days import Moment
from lundi.rhythms import parse_rhythm
from lundi.ritual import CHOOSE, COMMIT, COURSE, LOOK_BACK
from lundi.weeks import Week
from storage.first_run import finish as finish_first_run
from storage.habits import Card
from storage.ritual import Progress, finish, form_of, is_due, keep_progress, read_progress
from storage.undo import last_changes
from storage.unfinished import keep_unfinished, read_unfinished

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
    keep_progress(file, Progress(), MONDAY)
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
    assert read_progress(file, WEEK) == Progress(LOOK_BACK, express=False, seconds=0, ideas=0)
    progress = Progress(COURSE, express=True, seconds=95, ideas=7)
    keep_progress(file, progress, MONDAY)
    assert read_progress(file, WEEK) == progress
    assert read_progress(file, WEEK + 1) == Progress()
    assert len(last_changes(file, 9)) == before


@pytest.mark.parametrize(("text", "step"), [("", 1), ("0", 1), ("3", 3), ("9", 5), ("abc", 1), ("-2", 1)])
def test_a_step_that_is_none_is_put_right(file, text, step):
    keep_unfinished(file, form_of(WEEK), {"step": text}, MONDAY)
    assert read_progress(file, WEEK).step == step


def test_once_it_is_committed_it_goes_on_at_the_choice(file):
    keep_progress(file, Progress(COMMIT, seconds=95), MONDAY)
    file.commit_chosen(MONDAY)
    finish(file, MONDAY)
    assert read_progress(file, WEEK) == Progress(CHOOSE)
    assert read_unfinished(file, form_of(WEEK)) == {"asked": "1"}


def test_of_other_weeks_the_ideas_alone_come_along(file):
    keep_progress(file, Progress(COURSE), MONDAY)
    keep_unfinished(file, form_of(WEEK), {"3.ideas": "half an id", "1.proud": "seven"}, MONDAY)
    keep_progress(file, Progress(), NEXT)
    assert read_unfinished(file, form_of(WEEK)) == {}
    assert read_unfinished(file, form_of(WEEK + 1))["3.ideas"] == "half an id"
    assert "1.proud" not in read_unfinished(file, form_of(WEEK + 1))
    keep_unfinished(file, "campaign", {"goal": "three"}, NEXT)
    keep_progress(file, Progress(COURSE), NEXT)
    assert read_unfinished(file, form_of(WEEK + 1))["3.ideas"] == "half an id"
    assert read_unfinished(file, "campaign") == {"goal": "three"}


def test_ideas_over_which_somebody_went_back_outlive_the_commit(file):
    keep_progress(file, Progress(COMMIT), MONDAY)
    keep_unfinished(file, form_of(WEEK), {"3.ideas": "half an id", "5.better": "less"}, MONDAY)
    finish(file, MONDAY)
    assert read_unfinished(file, form_of(WEEK)) == {"asked": "1", "3.ideas": "half an id"}
