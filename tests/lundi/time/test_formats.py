"""Days, weeks, durations and percentages, in both languages."""

from datetime import date, timedelta

import pytest

from lundi.time import formats
from lundi.time.weeks import Week
from lundi.words import amounts, language

WEDNESDAY = date(2026, 11, 18)
FIRST = date(2026, 6, 1)

ENGLISH = {
    "weekday": (WEDNESDAY, "Wednesday"),
    "day_short": (date(2026, 11, 16), "Mon 16 Nov"),
    "day_and_number": (WEDNESDAY, "Wed 18"),
    "day_long": (FIRST, "Monday 1 June 2026"),
    "month_and_year": (WEDNESDAY, "Nov 2026"),
    "week_range": (Week.of(WEDNESDAY), "16 – 22 November"),
    "week_short": (Week.of(WEDNESDAY), "W47"),
    "percent": (85, "85%"),
    "weekday_short": (7, "Sun"),
    "month_short": (2, "Feb"),
}
FRENCH = {
    "weekday": (WEDNESDAY, "mercredi"),
    "day_short": (date(2026, 11, 16), "lun. 16 nov."),
    "day_and_number": (WEDNESDAY, "mer. 18"),
    "day_long": (FIRST, "lundi 1er juin 2026"),
    "month_and_year": (WEDNESDAY, "nov. 2026"),
    "week_range": (Week.of(FIRST), "1er – 7 juin"),
    "week_short": (Week.of(WEDNESDAY), "S47"),
    "percent": (85, "85\u00a0%"),
    "weekday_short": (7, "dim"),
    "month_short": (2, "févr"),
}


@pytest.mark.parametrize("name", ENGLISH)
def test_in_english(name):
    value, text = ENGLISH[name]
    assert getattr(amounts if name == "percent" else formats, name)(value) == text


@pytest.mark.parametrize("name", FRENCH)
def test_in_french(in_french, name):
    value, text = FRENCH[name]
    assert getattr(amounts if name == "percent" else formats, name)(value) == text


def test_a_week_of_two_months_names_both(either_language):
    week = Week.of(date(2026, 12, 6))
    expected = {"en": "30 November – 6 December", "fr": "30 novembre – 6 décembre"}
    assert formats.week_range(week) == expected[either_language]


@pytest.mark.parametrize(
    ("month", "text"),
    [
        (1, "janv."),
        (2, "févr."),
        (3, "mars"),
        (4, "avr."),
        (5, "mai"),
        (6, "juin"),
        (7, "juil."),
        (8, "août"),
        (9, "sept."),
        (10, "oct."),
        (11, "nov."),
        (12, "déc."),
    ],
)
def test_only_cut_french_months_have_a_dot(in_french, month, text):
    assert formats.day_short(date(2026, month, 2)).endswith(f" 2 {text}")


def test_every_day_of_a_year_is_named_in_both_languages(either_language):
    texts = {formats.day_long(date(2028, 1, 1) + timedelta(day)) for day in range(366)}
    assert len(texts) == 366
    assert len({formats.day_short(date(2028, 1, 1) + timedelta(day)) for day in range(366)}) == 366


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0, "0 min"), (10, "10 min"), (60, "1 h"), (65, "1 h 05"), (170, "2 h 50"), (600, "10 h")],
)
def test_a_duration_never_breaks(either_language, minutes, text):
    assert formats.duration(minutes) == text.replace(" ", "\u00a0")


def test_french_typography_uses_the_no_break_space_every_terminal_has(in_french):
    for points in (0, 84, 100):
        assert amounts.percent(points) == f"{points}\u00a0%"
        assert "\u202f" not in amounts.percent(points)


def test_the_language_is_one_of_two():
    with pytest.raises(ValueError, match="de"):
        language.use("de")
    assert language.current() == "en"


@pytest.mark.parametrize(
    ("environment", "asked"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "fr_FR", "LC_MESSAGES": "en_US"}, "en"),
        ({"LANG": "fr_FR", "LC_ALL": ""}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_locale_asks_for_a_language(environment, asked):
    assert language.of_locale(environment) == asked
