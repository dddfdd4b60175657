"""Where a day ends, and the words for days in both languages."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundi.time.days import days_gone_back, moment, parse_day, parse_day_end, parse_week, parse_weekday
from lundi.time.weeks import Week
from lundi.words.errors import NotUnderstood

THREE = time(3)
PARIS = ZoneInfo("Europe/Paris")
WEDNESDAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("wall", "day"),
    [
        ("2026-11-19T00:40", "2026-11-18"),
        ("2026-11-19T02:59:59", "2026-11-18"),
        ("2026-11-19T03:00", "2026-11-19"),
        ("2026-11-19T23:59", "2026-11-19"),
        ("2027-01-01T00:40", "2026-12-31"),
        ("2027-01-01T03:00", "2027-01-01"),
        ("2024-03-01T02:00", "2024-02-29"),
    ],
)
def test_a_day_ends_at_three_in_the_night(wall, day):
    assert moment(datetime.fromisoformat(wall), THREE).day.isoformat() == day


def test_the_hours_after_sunday_night_belong_to_the_week_before():
    assert str(moment(datetime(2026, 11, 16, 0, 40), THREE).week) == "2026-W46"
    assert str(moment(datetime(2026, 11, 16, 3, 0), THREE).week) == "2026-W47"


def test_the_hour_is_a_setting():
    wall = datetime(2026, 11, 19, 0, 40)
    assert moment(wall, parse_day_end("00:00")).day == date(2026, 11, 19)
    assert moment(wall, parse_day_end("00:40")).day == date(2026, 11, 19)
    assert moment(wall, parse_day_end("00:41")).day == WEDNESDAY


@pytest.mark.parametrize("text", ["", "trois heures", "25:00", "3h"])
def test_an_hour_that_is_none_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011
        parse_day_end(text)


@given(st.datetimes(datetime(1950, 1, 1), datetime(2900, 1, 1)), st.times(), st.integers(-14 * 60, 14 * 60))
def test_no_zone_moves_a_day(wall, end, minutes):
    end = end.replace(second=0, microsecond=0)
    here = wall.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    expected = (wall - timedelta(hours=end.hour, minutes=end.minute)).date()
    assert moment(here, end).day == moment(wall, end).day == expected


@pytest.mark.parametrize("night", [date(2026, 3, 29), date(2026, 10, 25)], ids=["spring", "autumn"])
def test_every_minute_of_a_night_that_changes_the_clocks(night):
    """Minutes as they pass in Paris: the wall jumps, the day never goes back, and turns once, at three."""
    start = datetime.combine(night - timedelta(1), time(20), UTC)
    walls = [(start + timedelta(minutes=minute)).astimezone(PARIS) for minute in range(12 * 60)]
    assert {wall.utcoffset() for wall in walls} == {timedelta(hours=1), timedelta(hours=2)}
    days = [moment(wall, THREE).day for wall in walls]
    assert days == [(wall.replace(tzinfo=None) - timedelta(hours=3)).date() for wall in walls]
    assert days == sorted(days)
    turned = walls[days.index(night)]
    assert (turned.hour, turned.minute) == (3, 0)
    assert set(days) == {night - timedelta(1), night}


def test_the_stamp_is_the_wall_time_with_its_offset():
    paris = datetime(2026, 10, 25, 2, 30, tzinfo=PARIS)
    assert moment(paris, THREE).stamp == "2026-10-25T02:30:00+02:00"
    assert moment(paris.replace(fold=1), THREE).stamp == "2026-10-25T02:30:00+01:00"
    assert moment(datetime(2026, 11, 18, 9, 10), THREE).stamp == "2026-11-18T09:10:00"


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("today", "2026-11-18"), ("aujourd'hui", "2026-11-18"), ("aujourd’hui", "2026-11-18"),
        ("Aujourd'hui", "2026-11-18"), ("yesterday", "2026-11-17"), ("hier", "2026-11-17"),
        ("HIER", "2026-11-17"),
        ("-0", "2026-11-18"), ("-3", "2026-11-15"), ("-30", "2026-10-19"),
        ("16/11", "2026-11-16"), ("18/11", "2026-11-18"), ("19/11", "2025-11-19"), ("1/2", "2026-02-01"),
        ("16/11/2026", "2026-11-16"), ("16/11/2024", "2024-11-16"), ("2026-11-16", "2026-11-16"),
        (" 2026-11-16 ", "2026-11-16"), ("29/02", "2024-02-29"), ("29/02/2024", "2024-02-29"),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(word, day):
    assert parse_day(word, WEDNESDAY).isoformat() == day


WEEKDAY_WORDS = [
    ["monday", "mon", "lundi", "lun", "lun."],
    ["tuesday", "tue", "tues", "mardi", "mar", "mar."],
    ["wednesday", "wed", "mercredi", "mer", "mer."],
    ["thursday", "thu", "thur", "jeudi", "jeu", "jeu."],
    ["friday", "fri", "vendredi", "ven", "ven."],
    ["saturday", "sat", "samedi", "sam", "sam."],
    ["sunday", "sun", "dimanche", "dim", "dim."],
]
NAMED_WEEKDAYS = [(word, number) for number, words in enumerate(WEEKDAY_WORDS, 1) for word in words]


@pytest.mark.parametrize(("word", "number"), NAMED_WEEKDAYS)
def test_a_weekday_is_the_most_recent_one_today_included(word, number):
    assert parse_weekday(word) == number
    for today in Week.of(WEDNESDAY).days:
        day = parse_day(word.upper(), today)
        assert day.isoweekday() == number
        assert timedelta(0) <= today - day < timedelta(7)


@pytest.mark.parametrize("word", ["m", "s", "t", "", "mondays", "xyz", "mar di"])
def test_a_word_that_is_no_weekday_is_none(word):
    assert parse_weekday(word) is None


def test_29_february_may_lie_eight_years_back():
    assert parse_day("29/02", date(2028, 2, 28)) == date(2024, 2, 29)
    assert parse_day("29/02", date(2028, 2, 29)) == date(2028, 2, 29)
    assert parse_day("29/2", date(2104, 2, 28)) == date(2096, 2, 29)


@pytest.mark.parametrize(
    "word",
    [
        "mradi", "", " ", "31/02", "30/02", "0/1", "1/0", "32/1", "29/02/2026", "16/13", "16/11/26",
        "2026-02-29",
        "2026-13-01", "2026-1-1", "20261116", "3", "+3", "--3", "-", "0001-01-01",
        "-99999", "16/11/1899", "1/1/0000",
    ],
)  # fmt: skip
def test_a_bad_word_is_not_understood_and_quoted(word):
    with pytest.raises(NotUnderstood) as refused:
        parse_day(word, WEDNESDAY)
    assert word in refused.value.sentence
    assert refused.value.exit_code == 2


@given(st.dates(date(1901, 1, 1), date(2998, 12, 31)), st.dates(date(1901, 1, 1), date(2998, 12, 31)))
def test_dates_of_both_kinds_mean_themselves(day, today):
    assert parse_day(day.isoformat(), today) == day
    assert parse_day(f"{day:%d/%m/%Y}".zfill(10), today) == day
    recent = parse_day(f"{day.day}/{day.month}", today)
    assert (recent.day, recent.month) == (day.day, day.month)
    assert recent <= today
    if (day.day, day.month) != (29, 2):
        assert (today - recent).days < 366


@pytest.mark.parametrize(
    ("word", "week"),
    [
        ("2026-W46", "2026-W46"), ("2026-w46", "2026-W46"), ("-1w", "2026-W46"), ("-1W", "2026-W46"),
        ("-47w", "2025-W52"), ("hier", "2026-W47"), ("16/11", "2026-W47"), ("2026-11-15", "2026-W46"),
        ("-3", "2026-W46"), ("today", "2026-W47"),
    ],
)  # fmt: skip
def test_a_week_is_read_by_its_name_or_by_a_day_in_it(word, week):
    assert str(parse_week(word, WEDNESDAY)) == week


@pytest.mark.parametrize(("word", "number"), NAMED_WEEKDAYS)
def test_a_weekday_names_the_week_of_the_most_recent_one(word, number):
    assert parse_week(word, WEDNESDAY) == Week.of(parse_day(word, WEDNESDAY))


@pytest.mark.parametrize(
    ("last", "back"),
    [(None, 0), (date(2026, 11, 17), 0), (WEDNESDAY, 0), (date(2026, 11, 19), 0), (date(2026, 11, 20), 2)],
)
def test_a_journey_takes_a_day_back_and_a_wrong_clock_more(last, back):
    assert days_gone_back(last, WEDNESDAY) == back


@pytest.mark.parametrize("word", ["2026-W54", "2027-W53", "W47", "-w", "nonsense", "", "2026-W", "-99999w"])
def test_a_bad_week_is_not_understood(word):
    with pytest.raises(NotUnderstood):
        parse_week(word, WEDNESDAY)


@pytest.mark.parametrize("word", ["9999-W52", "0001-W01", "0001-W20", "-9999w", "9999w"])
def test_a_week_at_the_end_of_the_calendar_shows_no_traceback(run, word):
    run("habit", "add", "Calls", "--per-week", "5")
    said = run("week", word)
    assert said.returncode in (0, 2)
    assert said.stdout or said.stderr
