"""The steps of the ritual, and the way through them."""

from __future__ import annotations

import pytest

from lundi.ritual.steps import (
    CHOOSE,
    COMMIT,
    COURSE,
    EMPTY_HEAD,
    LAST,
    LOOK_BACK,
    STEPS,
    next_step,
    step_before,
    time_spent,
    way_to,
)

WHOLE = [LOOK_BACK, COURSE, EMPTY_HEAD, CHOOSE, COMMIT]
SHORT = [LOOK_BACK, CHOOSE, COMMIT]


def test_h18_the_steps_have_the_letters_of_the_c_spat_model():
    assert [step.number for step in STEPS] == WHOLE
    assert {step.letter for step in STEPS} == {"C", "P", "A", "T"}  # S, study, is a habit
    assert LAST == COMMIT


@pytest.mark.parametrize(("express", "way"), [(False, WHOLE), (True, SHORT)])
def test_f35_the_way_there_and_back(express, way):
    there = [LOOK_BACK]
    while there[-1] != LAST:
        there.append(next_step(there[-1], express=express))
    back = [LAST]
    while (before := step_before(back[-1], express=express)) is not None:
        back.append(before)
    assert there == way == back[::-1]
    assert next_step(LAST, express=express) == LAST
    assert way_to(LAST, express=express) == tuple(way[:-1])
    assert way_to(LOOK_BACK, express=express) == ()


def test_f35_in_the_middle_express_goes_to_the_choice():
    assert next_step(COURSE, express=True) == next_step(EMPTY_HEAD, express=True) == CHOOSE
    assert step_before(EMPTY_HEAD, express=True) == LOOK_BACK


@pytest.mark.parametrize(
    ("before", "pause", "after"), [(0, 0.4, 0), (10, 29.6, 40), (10, 120, 130), (10, 5400, 130), (10, -3600, 10)]
)
def test_c16_a_pause_counts_two_minutes_at_most_and_a_clock_that_goes_back_nothing(before, pause, after):
    assert time_spent(before, pause) == after
