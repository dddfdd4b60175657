"""The rules of the game in words: every number is the one in force."""

from __future__ import annotations

import pytest

from lundi.rules import Rules, rules_of_the_game
from lundi.time.seasons import season_of
from lundi.time.weeks import Week

WEEK = Week.parse("2026-W47")


def rules(**other) -> Rules:
    values = {
        "held_from": 85,
        "held_from_this_week": 85,
        "ritual_day": 1,
        "habits_at_most": 5,
        "season_weeks": 13,
        "seasons_begin": WEEK + -14,
        "season": season_of(WEEK, WEEK + -14, 13),
    }
    return Rules(**{**values, **other})


def said(given: Rules) -> str:
    return " ".join(" ".join((rule.name, *rule.sentences)) for rule in rules_of_the_game(given))


def test_h19_it_says_what_counts_what_is_held_and_what_a_season_is():
    text = said(rules())
    for words in (
        "Every line of the plan weighs the same",
        "The score is their mean, rounded down.",
        "From 85% of its plan on.",
        "5 habits at most, 2 actions a week, one campaign, one line, one channel.",
        "13 weeks. This is week 2 of season 2, begun on 9 November.",
        "A week off counts nowhere.",
        "of its last 13",
    ):
        assert words in text


def test_h18_it_says_what_the_five_letters_stand_for():
    assert "C course, S study, P plan, A act, T track" in said(rules())


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"held_from": 80}, "From 80% of its plan on. Each week keeps what it was committed with; this one 85%."),
        ({"ritual_day": 2}, "Made on Tuesday"),
        ({"habits_at_most": 1}, "1 habit at most, 2 actions"),
        ({"season_weeks": 1, "season": season_of(WEEK, WEEK, 1)}, "1 week. This is week 1 of season 1"),
        ({"season": None}, "The first one begins on Monday 10 August 2026."),
        ({"season": None, "seasons_begin": None}, "The first one begins with the first commit."),
    ],
)
def test_h19_every_number_is_the_one_in_force(other, words):
    assert words in said(rules(**other))
    assert words not in said(rules())


@pytest.mark.usefixtures("in_french")
def test_h19_in_french():
    text = said(rules(held_from=80))
    assert "À partir de 80\u00a0% de son plan." in text
    assert "celle-ci 85\u00a0%" in text
    assert "C’est la semaine 2 de la saison 2, commencée le 9 novembre." in text
    assert "13 dernières" in text
