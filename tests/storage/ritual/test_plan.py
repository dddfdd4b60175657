"""Planning a week: what is shown before the commit and after it, and squares that move."""

from __future__ import annotations

from datetime import date

import pytest

from lundi.habits.history import OFF, STORM
from lundi.habits.rhythms import parse_rhythm
from lundi.ritual.plan import PlanPage, PlanRow
from lundi.time.days import Moment
from lundi.words.errors import Refused
from storage.doctor import examine
from storage.habits.intents import Card
from storage.ideas.intents import choose_idea, edit_idea, read_ideas
from storage.ritual.plan import read_plan_page
from storage.store import Store
from storage.week.page import read_week
from tests.undoing import check_nothing, check_refusal, check_undo


def at(day: str) -> Moment:
    return Moment(date.fromisoformat(day), f"{day}T09:00:00")


LAST, MONDAY, WEDNESDAY = at("2026-11-09"), at("2026-11-16"), at("2026-11-18")
WEEK = MONDAY.week


def habit(store: Store, name: str, rhythm: str, minutes: int | None = None) -> str:
    return store.add_habit(Card(name, minutes=minutes), parse_rhythm(rhythm, LAST.week), LAST)


@pytest.fixture
def calls(store: Store) -> Store:
    """Five calls a week, the article on Mondays and Thursdays, a talk every two weeks; nothing committed."""
    habit(store, "Calls", "5", 10)
    habit(store, "Article", "mon thu", 45)
    habit(store, "Talk", "1/2")
    return store


def page(store: Store, now: Moment = MONDAY, **drafted: str) -> PlanPage:
    return read_plan_page(store, WEEK, now.day, {ids(store)[name]: text for name, text in drafted.items()})


def ids(store: Store) -> dict[str, str]:
    return {habit.name: habit.id for habit in store.habits()}


def row(page: PlanPage, name: str) -> PlanRow:
    return next(row for row in page.rows if row.name == name)


def squares(store: Store, now: Moment = MONDAY, **drafted: str) -> dict[str, str]:
    return {row.name: "".join(map(str, row.squares)) for row in page(store, now, **drafted).habits}


def planned(store: Store) -> dict[str, str]:
    """What the committed plan holds in the file."""
    names = {habit.id: habit.name for habit in store.habits()}
    rows = store.connection.execute(
        "SELECT item_id, squares FROM plan_line WHERE week = ? AND kind = 'habit' ORDER BY position", (str(WEEK),)
    )
    return {names[row["item_id"]]: row["squares"] for row in rows}


def choose(store: Store, title: str, minutes: int) -> None:
    store.capture(title, LAST)
    idea = next(one for one in read_ideas(store, WEEK) if one.title == title)
    sized = type(idea)(idea.id, title, idea.added_on, minutes=minutes)
    edit_idea(store, idea, sized, LAST)
    choose_idea(store, sized, MONDAY)


# Before the commit


def test_the_squares_of_last_week_come_again(calls):
    assert squares(calls)["Calls"] == "12345"
    calls.commit_chosen(LAST, {ids(calls)["Calls"]: (1, 1, 2, 3, 3)})
    assert squares(calls) == {"Calls": "11233", "Article": "14"}  # the talk isn't due
    assert not page(calls).planned


def test_what_is_shown_is_what_is_committed(calls):
    calls.commit_chosen(LAST, {ids(calls)["Calls"]: (1, 1, 2, 3, 3)})
    for now in (MONDAY, WEDNESDAY):
        shown = squares(calls, now)
        calls.commit_chosen(now)
        assert planned(calls) == shown == squares(calls, now)
        assert page(calls, now).planned
        calls.connection.executescript(
            f"DELETE FROM plan_line WHERE week='{WEEK}'; DELETE FROM plan WHERE week='{WEEK}'"
        )


def test_a_draft_is_shown_and_committed(calls):
    assert squares(calls, Calls="22446")["Calls"] == "22446"
    calls.commit_chosen(MONDAY, {ids(calls)["Calls"]: (4, 2, 2, 6, 4)}, 372)
    assert planned(calls)["Calls"] == "22446"
    assert tuple(calls.connection.execute("SELECT week, seconds FROM plan").fetchone()) == (str(WEEK), 372)


@pytest.mark.parametrize("wrong", ["1234", "123456", "", "12348", "02345", "12a45", "１２３４５", "-1234"])
def test_a_wrong_draft_is_as_good_as_none(calls, wrong):
    assert squares(calls, Calls=wrong, Article="25")["Calls"] == "12345"
    assert squares(calls, Calls=wrong, Article="25")["Article"] == "14"


@pytest.mark.parametrize("wrong", [(1, 2, 3, 4), (1, 2, 3, 4, 5, 6), (), (1, 2, 3, 4, 8), (0, 2, 3, 4, 5)])
def test_a_wrong_draft_is_never_committed(calls, wrong):
    article = ids(calls)["Article"]
    calls.commit_chosen(MONDAY, {ids(calls)["Calls"]: wrong, article: (2, 5), "nobody": (1,)})
    assert planned(calls) == {"Calls": "12345", "Article": "14"}
    assert examine(calls).is_sound


def test_only_numbers_a_week_may_be_moved(calls):
    movable = {row.name: row.movable for row in page(calls).habits}
    assert movable == {"Calls": True, "Article": False}
    assert row(read_plan_page(calls, LAST.week, LAST.day, {}), "Talk").movable


def test_h10_the_minutes_of_the_week_are_those_of_its_rows(calls):
    choose(calls, "Write to Ronan", 30)
    shown = page(calls)
    assert [row.time for row in shown.rows] == [50, 90, 30]
    assert shown.minutes.total == sum(row.time for row in shown.rows) == 170
    assert [row.name for row in shown.actions] == ["Write to Ronan"]


def test_f33_a_storm_week_asks_for_one_of_each(calls):
    calls.mark_week(WEEK, STORM, MONDAY)
    shown = page(calls)
    assert shown.is_storm
    assert row(shown, "Calls").target == 1
    assert shown.held_of(row(shown, "Calls").squares) == (1,)
    assert row(shown, "Calls").squares == (1, 2, 3, 4, 5)  # they come back with an ordinary week
    assert shown.minutes.total == 10 + 45


def test_f24_a_week_off_asks_for_nothing(calls):
    calls.mark_week(WEEK, OFF, MONDAY)
    shown = page(calls)
    assert shown.is_off
    assert [row.target for row in shown.habits] == [None, None]
    assert shown.held_of(row(shown, "Calls").squares) == ()
    assert sum(row.time for row in shown.rows) == shown.minutes.total == 0


def test_fixed_days_that_are_off_leave_the_row_where_it_is(calls):
    calls.toggle_day_off(WEEK.days[0], MONDAY)
    assert page(calls).days_off == {1}
    assert squares(calls) == {"Calls": "22345", "Article": "4"}  # what may move stands beside the day off
    calls.toggle_day_off(WEEK.days[3], MONDAY)
    assert row(page(calls), "Article").squares == ()
    assert row(page(calls), "Article").target is None
    calls.commit_chosen(MONDAY)
    assert "Article" not in planned(calls)


def test_today_is_a_weekday_of_this_week_only(calls):
    assert page(calls, WEDNESDAY).today == 3
    assert page(calls, LAST).today == 0


def test_an_empty_file_has_an_empty_plan(store):
    assert page(store).rows == ()


def test_the_sample_year_has_its_plan(sample):
    with Store.open(str(sample)) as store:
        shown = read_plan_page(store, WEEK, WEDNESDAY.day, {})
    assert shown.planned
    assert len(shown.habits) == 5
    assert len(shown.actions) == 2
    assert all(len(row.squares) == row.target for row in shown.habits)


# After the commit


def test_a_draft_is_nothing_once_the_week_is_committed(calls):
    calls.commit_chosen(MONDAY)
    assert squares(calls, Calls="11111")["Calls"] == "12345"


def test_what_comes_later_is_outside_the_plan(calls):
    calls.commit_chosen(MONDAY)
    calls.add_habit(Card("Later"), parse_rhythm("3", WEEK), WEDNESDAY)
    assert list(squares(calls)) == ["Calls", "Article"]


def test_squares_move_and_come_back_with_an_undo(calls, dump):
    calls.commit_chosen(MONDAY)
    found = calls.find_habit("Calls")
    said = check_undo(calls, dump, WEDNESDAY, lambda: calls.move_squares(WEEK, found, (5, 5, 3, 3, 7), WEDNESDAY))
    assert said == "days moved in the plan of W47"
    assert planned(calls) == {"Calls": "33557", "Article": "14"}
    assert squares(calls)["Calls"] == "33557"
    assert examine(calls).is_sound


def test_moved_squares_change_no_score_and_no_line(calls):
    calls.commit_chosen(MONDAY)
    calls.tick(calls.find_habit("Calls"), MONDAY.day, MONDAY, count=2)
    before = read_week(calls, WEEK, WEDNESDAY.day)
    committed = tuple(calls.connection.execute("SELECT * FROM plan").fetchone())
    calls.move_squares(WEEK, calls.find_habit("Calls"), (7, 7, 7, 7, 7), WEDNESDAY)
    after = read_week(calls, WEEK, WEDNESDAY.day)
    assert (after.score, after.lines, after.lines_done) == (before.score, before.lines, before.lines_done)
    assert tuple(calls.connection.execute("SELECT * FROM plan").fetchone()) == committed
    assert [cell.planned for cell in after.rows[0].cells] == [0, 0, 0, 0, 0, 0, 3]  # two are filled by Monday's


def test_squares_put_where_they_are_are_no_change(calls, dump):
    calls.commit_chosen(MONDAY)
    found = calls.find_habit("Calls")
    check_nothing(calls, dump, lambda: calls.move_squares(WEEK, found, (5, 4, 3, 2, 1), WEDNESDAY))


@pytest.mark.parametrize("wrong", [(), (1, 2, 3, 4), (1, 2, 3, 4, 5, 5), (1, 2, 3, 4, 8), (0, 2, 3, 4, 5)])
def test_no_square_is_ever_lost_or_put_out_of_the_week(calls, dump, wrong):
    calls.commit_chosen(MONDAY)
    found = calls.find_habit("Calls")
    check_refusal(calls, dump, Refused, "Nothing was moved", lambda: calls.move_squares(WEEK, found, wrong, WEDNESDAY))


def test_fixed_days_stay(calls, dump):
    calls.commit_chosen(MONDAY)
    found = calls.find_habit("Article")
    said = check_refusal(calls, dump, Refused, "fixed days", lambda: calls.move_squares(WEEK, found, (2, 5), WEDNESDAY))
    assert said == "Article has fixed days. `e` on the Week changes them."


def test_a_week_without_a_plan_has_nothing_to_move(calls, dump):
    found = calls.find_habit("Calls")
    check_refusal(
        calls, dump, Refused, "in the meantime", lambda: calls.move_squares(WEEK, found, (1, 1, 1, 1, 1), WEDNESDAY)
    )


def test_the_squares_that_were_moved_are_those_of_the_week_after(calls):
    calls.commit_chosen(MONDAY)
    calls.move_squares(WEEK, calls.find_habit("Calls"), (2, 2, 4, 4, 5), WEDNESDAY)
    following = read_plan_page(calls, WEEK + 1, (WEEK + 1).monday, {})
    assert row(following, "Calls").squares == (2, 2, 4, 4, 5)


def test_no_square_that_may_move_stands_on_a_day_off(calls):
    calls.toggle_day_off(WEEK.days[4], MONDAY)
    assert squares(calls)["Calls"] == "12344"  # Saturday is free, but no working day
    for day in WEEK.days:
        if day != WEEK.days[4]:
            calls.toggle_day_off(day, MONDAY)
    assert squares(calls)["Calls"] == "12345"  # every day is off: there is nowhere to go
    calls.toggle_day_off(WEEK.days[2], MONDAY)
    calls.commit_chosen(MONDAY)
    assert planned(calls)["Calls"] == "33333"  # what was shown is what was committed
