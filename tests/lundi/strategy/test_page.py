"""Three years on a page: as of any day, with what waits and what gave way."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundi.numbers import SEASON_WEEKS
from lundi.strategy import page as strategy
from lundi.strategy.page import (
    AUDIENCE,
    CHANNEL,
    FIRST_YEAR,
    HORIZON,
    LINE,
    MISSION,
    WE_SAY,
    Choice,
    CourseChange,
    Entry,
    FormerPage,
    QualityItem,
    StrategyPage,
    holds_from,
    is_change_of_course,
    read_page,
    refuse_horizon,
    theme,
    year_elapsed,
)
from lundi.time.seasons import season_of
from lundi.time.weeks import Week
from lundi.words import language
from lundi.words.errors import Refused

TODAY = date(2026, 11, 18)  # a Wednesday
MONDAY = date(2026, 11, 23)
EMAIL, BREAKFAST, GONE = (
    Choice("1", CHANNEL, "email"),
    Choice("2", CHANNEL, "breakfast", date(2026, 12, 1)),
    Choice("3", CHANNEL, "fax", put_away_on=date(2026, 11, 1)),
)
CHOICES = {choice.id: choice for choice in (EMAIL, BREAKFAST, GONE)}


def page(*entries: Entry, today: date = TODAY, season: Week | None = None) -> StrategyPage:
    quality = (QualityItem("q", "The bill is clear"),)
    return read_page(entries, CHOICES, quality, today, season_of(Week.of(today), season, SEASON_WEEKS))


def entry(kind: str, text: str, made: date = date(2026, 11, 2), holds: date | None = None, why: str = "") -> Entry:
    return Entry(kind, holds or made, text, made, why)


# What a page is called, and its years


def test_f05_three_years_stand_on_it_from_this_one_on():
    empty = page()
    assert (empty.is_empty, empty.years, empty.target_year) == (True, (2026, 2027, 2028), 2029)


def test_f04_two_to_four_years_ahead():
    assert page(entry(HORIZON, "2")).years == (2026, 2027)
    assert page(entry(HORIZON, "4"), entry(MISSION, "Help")).target_year == 2030
    for years in (2, 3, 4):
        refuse_horizon(years)
    for years in (5, 10):
        with pytest.raises(Refused, match="one guesses"):
            refuse_horizon(years)


def test_f03_one_year_is_a_campaign():
    with pytest.raises(Refused, match="campaign"):
        refuse_horizon(1)


def test_f06_from_december_on_it_may_be_turned_and_in_january_it_says_so():
    begun = entry(FIRST_YEAR, "2026"), entry(MISSION, "Help")
    assert [page(*begun, today=day).turns for day in (date(2026, 11, 30), date(2026, 12, 1))] == [False, True]
    assert [page(*begun, today=day).is_past_its_year for day in (date(2026, 12, 31), date(2027, 1, 2))] == [False, True]
    assert page(*begun, today=date(2027, 1, 2)).target_year == 2029
    assert not page(today=date(2026, 12, 31)).turns


def test_f06_the_former_page_is_read_on_its_last_day():
    turned = date(2027, 1, 4)
    entries = [entry(FIRST_YEAR, "2026"), entry(MISSION, "Help"), entry(FIRST_YEAR, "2027", turned)]
    assert page(*entries, today=turned - timedelta(1)).former_pages == ()
    present = page(*entries, today=turned)
    assert (present.target_year, present.former_pages) == (2030, (FormerPage(turned - timedelta(1), 2029),))
    assert page(*entries, today=present.former_pages[0].last_day).target_year == 2029


def test_the_same_first_year_twice_is_no_turn():
    assert page(entry(FIRST_YEAR, "2026"), entry(FIRST_YEAR, "2026", TODAY)).former_pages == ()


# What holds, what waits, what gave way


def test_what_waits_holds_from_its_day_on():
    entries = [entry(AUDIENCE, "all"), entry(AUDIENCE, "craftsmen", TODAY, MONDAY, "they pay")]
    change = CourseChange(AUDIENCE, TODAY, MONDAY, "all", "craftsmen", "they pay")
    before, now, later = (page(*entries, today=day) for day in (TODAY - timedelta(1), TODAY, MONDAY))
    assert (before.text(AUDIENCE), before.waiting, before.changes) == ("all", {}, ())
    assert (now.text(AUDIENCE), now.waiting, now.changes) == ("all", {AUDIENCE: entries[1]}, (change,))
    assert (later.text(AUDIENCE), later.waiting, later.changes) == ("craftsmen", {}, (change,))


def test_f01_a_change_counts_once_it_has_taken_effect():
    entries = [entry(AUDIENCE, "all"), entry(AUDIENCE, "craftsmen", TODAY, MONDAY, "they pay")]
    assert [page(*entries, today=day).changes_in(2026) for day in (TODAY, MONDAY)] == [0, 1]
    assert page(*entries, today=MONDAY).changes_in(2027) == 0


def test_a_change_made_in_december_counts_in_the_year_in_which_it_holds():
    made, holds = date(2026, 12, 30), date(2027, 1, 4)
    changed = page(entry(AUDIENCE, "all"), entry(AUDIENCE, "craftsmen", made, holds, "x"), today=holds)
    assert (changed.changes_in(2026), changed.changes_in(2027)) == (0, 1)


def test_d23_one_channel_is_the_chosen_one_and_the_others_are_on_the_shelf():
    entries = [entry(CHANNEL, "1"), entry(CHANNEL, "2", TODAY, MONDAY, "they come")]
    now, later = page(*entries), page(*entries, today=MONDAY)
    assert (now.chosen(CHANNEL), now.shelf) == (EMAIL, (BREAKFAST,))
    assert (later.chosen(CHANNEL), later.shelf) == (BREAKFAST, (EMAIL,))
    assert (later.changes[0].before, later.changes[0].after) == ("email", "breakfast")
    assert later.chosen(LINE) is None


def test_what_was_put_away_is_named_still_and_is_on_no_shelf():
    changed = page(entry(CHANNEL, "3", date(2026, 10, 1)), entry(CHANNEL, "1", why="nobody reads it"))
    assert changed.changes[0].before == "fax"
    assert GONE not in changed.shelf
    assert page(entry(CHANNEL, "3", date(2026, 10, 1)), today=date(2026, 10, 2)).text(CHANNEL) == "fax"


def test_f30_what_is_parked_comes_back_as_a_question_on_its_date():
    chosen = entry(CHANNEL, "1")
    assert page(chosen, today=date(2026, 11, 30)).due == ()
    assert page(chosen, today=date(2026, 12, 1)).due == (BREAKFAST,)
    assert page(entry(CHANNEL, "2"), today=date(2026, 12, 1)).due == ()


def test_the_shelf_begins_with_what_is_looked_at_next():
    choices = {str(number): Choice(str(number), LINE, name, day) for number, (name, day) in enumerate([
        ("never", None), ("later", date(2027, 3, 1)), ("soon", date(2026, 12, 1)), ("also soon", date(2026, 12, 1)),
    ])}  # fmt: skip
    assert [one.name for one in read_page((), choices, (), TODAY, None).shelf] == [
        "also soon",
        "soon",
        "later",
        "never",
    ]


def test_h44_every_field_may_be_blank():
    blank = page(entry(WE_SAY, "x"), entry(WE_SAY, "", TODAY))
    assert blank.text(WE_SAY) == blank.text(MISSION) == blank.text(theme(2027)) == ""
    assert blank.is_empty
    assert page().quality[0].text == "The bill is clear"


_kinds = st.sampled_from([MISSION, AUDIENCE, WE_SAY, theme(2027), CHANNEL, FIRST_YEAR, HORIZON])


@st.composite
def courses(draw) -> list[Entry]:
    """Entries as a file may have them: one at most of a kind from a day on, made on that day or before."""
    entries: dict[tuple[str, date], Entry] = {}
    for _ in range(draw(st.integers(0, 14))):
        kind, made = draw(_kinds), TODAY + timedelta(draw(st.integers(-40, 40)))
        holds = made + timedelta(draw(st.integers(0, 9)))
        texts = {CHANNEL: ["1", "2", "3"], FIRST_YEAR: ["2025", "2026", "2027"], HORIZON: ["2", "3", "4"]}
        text = draw(st.sampled_from(texts.get(kind, ["", "one", "two", "three"])))
        entries[kind, holds] = Entry(kind, holds, text, made, draw(st.sampled_from(["", "because"])))
    return draw(st.permutations(list(entries.values())))


@given(courses(), st.integers(-45, 55))
def test_a_page_as_of_a_day_knows_nothing_written_later(entries, offset):
    today = TODAY + timedelta(offset)
    known = [entry for entry in entries if entry.made_on <= today]
    assert page(*entries, today=today) == page(*known, today=today)


@given(courses(), st.integers(-45, 55))
def test_a_page_shows_the_last_entry_of_each_kind(entries, offset):
    today = TODAY + timedelta(offset)
    shown = page(*entries, today=today)
    holding: dict[str, Entry] = {}
    for one in sorted(entries, key=lambda one: one.from_day):
        if one.made_on <= today and one.from_day <= today:
            holding[one.kind] = one
    assert shown.horizon == (int(holding.pop(HORIZON).text) if HORIZON in holding else 3)
    assert shown.first_year == (int(holding.pop(FIRST_YEAR).text) if FIRST_YEAR in holding else today.year)
    assert shown.entries == {kind: one for kind, one in holding.items() if one.text}
    assert all(one.made_on <= today < one.from_day for one in shown.waiting.values())


@given(courses())
def test_nothing_that_stood_on_the_page_is_ever_lost(entries):
    """Each text is what holds in the end, or the beginning of a change, or was filled in anew on its day."""
    end = page(*entries, today=TODAY + timedelta(100))
    for kind in (AUDIENCE, WE_SAY, theme(2027), CHANNEL):
        course = sorted((one for one in entries if one.kind == kind), key=lambda one: one.from_day)
        if not course:
            continue
        assert end.text(kind) == end.shown(kind, course[-1].text)
        pairs = pairwise(course)
        gone = [one for one, other in pairs if one.text and one.text != other.text and one.made_on < other.made_on]
        logged = [change for change in end.changes if change.kind == kind]
        assert [change.before for change in reversed(logged)] == [end.shown(kind, one.text) for one in gone]


@given(courses(), st.integers(-45, 55))
def test_changes_are_told_the_latest_first(entries, offset):
    changes = page(*entries, today=TODAY + timedelta(offset)).changes
    assert list(changes) == sorted(changes, key=lambda change: (change.from_day, change.kind), reverse=True)
    assert all(change.before != change.after for change in changes)
    assert {change.kind for change in changes}.isdisjoint({MISSION, FIRST_YEAR, HORIZON})


# From which day something holds


def test_what_is_a_change_of_course():
    assert not is_change_of_course(None, entry(AUDIENCE, "all"))
    assert not is_change_of_course(entry(AUDIENCE, ""), entry(AUDIENCE, "all", TODAY))
    assert not is_change_of_course(entry(AUDIENCE, "all", TODAY), entry(AUDIENCE, "others", TODAY))
    assert not is_change_of_course(entry(AUDIENCE, "all"), entry(AUDIENCE, "all", TODAY))
    assert not is_change_of_course(entry(MISSION, "all"), entry(MISSION, "others", TODAY))
    assert is_change_of_course(entry(AUDIENCE, "all"), entry(AUDIENCE, "others", TODAY))
    assert is_change_of_course(entry(AUDIENCE, "all"), entry(AUDIENCE, "", TODAY))


@pytest.mark.parametrize("day", [TODAY, date(2026, 11, 16), date(2026, 11, 22), date(2026, 12, 31), date(2027, 1, 3)])
def test_f01_a_change_of_course_holds_from_the_next_monday(day):
    before, after = entry(AUDIENCE, "all"), entry(AUDIENCE, "others", day)
    holds = holds_from(page(before, today=day), before, after, at_once=False)
    assert holds.isoweekday() == 1
    assert 1 <= (holds - day).days <= 7
    assert holds_from(page(before, today=day), before, after, at_once=True) == day
    assert holds_from(page(before, today=day), None, after, at_once=False) == day


def test_f08_in_the_thirteenth_week_it_holds_at_once():
    before, after = entry(AUDIENCE, "all"), entry(AUDIENCE, "others", TODAY)
    season = Week.of(TODAY) + -12
    assert holds_from(page(before, season=season), before, after, at_once=False) == TODAY
    assert holds_from(page(before, season=season + 1), before, after, at_once=False) == MONDAY


# Kinds, their names, and a year


def test_kinds_and_what_they_are_called():
    assert strategy.theme_year(theme(2027)) == 2027
    for word in ("theme-", "theme-27", "theme-20277", "theme-²027", "mission", ""):
        assert strategy.theme_year(word) is None
    assert strategy.is_kind(theme(2027))
    assert not strategy.is_kind("theme-27")
    assert not strategy.is_kind("colour")
    assert (strategy.label(AUDIENCE), strategy.label(theme(2027))) == ("for whom", "theme of 2027")
    language.use("fr")
    assert "2027" in strategy.label(theme(2027))


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_the_share_of_a_year(day):
    share = year_elapsed(day.year, day)
    assert share == pytest.approx(day.timetuple().tm_yday / date(day.year, 12, 31).timetuple().tm_yday)
    assert year_elapsed(day.year - 1, day) == 1
    assert year_elapsed(day.year + 1, day) == 0
