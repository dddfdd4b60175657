"""Seasons: which week of which one a week is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lundi.time.seasons import Season, season_of
from lundi.time.weeks import Week

START = Week.parse("2026-W47")


@given(st.integers(-60, 200))
def test_h19_one_week_in_thirteen_is_the_last_one(offset):
    season = season_of(START + offset, START, 13)
    assert (season is not None and season.is_last_week) == (offset in range(12, 1000, 13))


@given(st.integers(0, 500), st.integers(1, 53))
def test_h19_every_week_lies_in_exactly_one_season(offset, weeks):
    week = START + offset
    season = season_of(week, START, weeks)
    assert season is not None
    assert 1 <= season.week_number <= weeks == season.weeks
    assert season.first_week + (season.week_number - 1) == week
    assert START + (season.number - 1) * weeks == season.first_week


def test_h19_there_is_none_without_a_start_nor_before_it():
    assert season_of(START, None, 13) is None
    assert season_of(START + -1, START, 13) is None
    assert season_of(START, START, 13) == Season(1, START, 13, 1)
