"""The dashboard left open: days that end, other programs that write, a file that can't be written."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import tempfile

import pytest
from textual import events
from textual.widgets import ContentSwitcher

from lundi.habits.rhythms import quota
from lundi.time.days import Moment
from lundi.time.weeks import Week
from storage.doctor import examine
from storage.habits.intents import Card
from storage.store import Store
from tui.ritual.screen import RitualScreen

WEEK = Week.parse("2026-W47")


# The clock


async def test_the_day_turns_at_three_by_itself_and_not_at_midnight(open_app, small):
    async with open_app(small, now="2026-11-18T23:50") as it:
        it.clock.set("2026-11-19T02:59:59")
        await it.pilot.pause(1.2)
        assert it.cursor_day == "Wed"
        assert "Wed 18" in it.lines[0]
        await it.press("space")
        assert it.rows("SELECT day, entered_on, at FROM tick") == [("2026-11-18", "2026-11-18", "2026-11-19T02:59:59")]
        it.clock.set("2026-11-19T03:00:00")
        await it.pilot.pause(1.2)
        assert it.cursor_day == "Thu"
        assert "Thu 19" in it.lines[0]
        await it.press("space")
        assert it.cell("Calls", "Thu")[0] == "■"
        assert it.rows("SELECT max(day), max(entered_on) FROM tick") == [("2026-11-19", "2026-11-19")]


async def test_the_week_turns_on_sunday_night(open_app, small):
    async with open_app(small, now="2026-11-22T23:00") as it:
        assert it.cursor_day == "Sun"
        it.clock.set("2026-11-23T02:59")
        await it.look_around()
        assert "Week 47" in it.text
        it.clock.set("2026-11-23T03:00")
        await it.look_around()
        assert isinstance(it.app.screen, RitualScreen)
        await it.press("escape")
        assert "Week 48" in it.text
        assert it.cursor_day == "Mon"
        assert "W48" in it.lines[0]
        assert "No plan this week." in it.text


async def test_somebody_in_another_week_stays_there(open_app, small):
    async with open_app(small, now="2026-11-22T23:00") as it:
        await it.press(*["left"] * 7)
        assert "Week 46" in it.text
        it.clock.set("2026-11-23T09:00")
        await it.look_around()
        await it.press("escape")  # from the ritual of the new week
        assert "Week 46" in it.text
        assert "Mon 23" in it.lines[0]
        await it.press("t")
        assert "Week 48" in it.text


async def test_new_year_and_week_53(open_app, hand):
    hand.habit("Calls", on="2026-12-28")
    async with open_app(hand.store, now="2026-12-31T22:00") as it:
        assert "Week 53" in it.text
        assert it.cursor_day == "Thu"
        it.clock.set("2027-01-01T08:00")
        await it.look_around()
        assert "Week 53" in it.text
        assert it.cursor_day == "Fri"
        await it.press("space")
        assert it.rows("SELECT day FROM tick") == [("2027-01-01",)]
        await it.press("right", "right", "right")
        assert "Week 1 " in it.text + " "
        await it.press("left")
        assert "Week 53" in it.text
        it.clock.set("2027-01-04T08:00")
        await it.press("t")
        await it.look_around()
        assert "Fri 1" not in it.lines[0]
        assert "W1" in it.lines[0]


async def test_the_day_turns_in_tracking_and_under_a_dialog(open_app, small):
    async with open_app(small, now="2026-11-18T23:50") as it:
        await it.press("4")
        it.clock.set("2026-11-19T09:00")
        await it.look_around()
        assert "Thu 19" in it.lines[0]
        await it.press("1")
        assert it.cursor_day == "Thu"
        await it.press("i")
        await it.type("half a sen")
        it.clock.set("2026-11-20T09:00")
        await it.look_around()
        assert it.typed == ["half a sen"]
        await it.press("escape")
        assert it.cursor_day == "Fri"


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "The clock went back 3 days. Check the date before you tick."),
        ("fr", "L’horloge a reculé de 3 jours. Vérifiez la date avant de cocher."),
    ],
)
async def test_a_clock_three_days_back_is_said(open_app, small, hand, lang, sentence):
    hand.tick("Calls", "2026-11-21")
    async with open_app(small, lang=lang) as it:
        assert it.notice == sentence


async def test_a_clock_that_goes_back_while_it_is_open_is_said(open_app, small):
    async with open_app(small) as it:
        await it.press("space")
        it.clock.set("2026-11-15T09:10")
        await it.look_around()
        assert it.notice == "The clock went back 3 days. Check the date before you tick."


async def test_a_clock_one_day_back_has_travelled(open_app, small, hand):
    hand.tick("Calls", "2026-11-19")
    async with open_app(small) as it:
        assert it.notice == ""


# Other programs


async def test_a_tick_from_the_shell_appears_by_itself(open_app, year, lundi):
    async with open_app(year) as it:
        assert it.count("Calls") == "2/5"
        assert lundi("tick", "calls").returncode == 0
        await it.pilot.pause(1.5)
        assert it.count("Calls") == "3/5"
        await it.press("4")
        lundi("tick", "calls")
        await it.pilot.pause(1.5)
        assert "4/5" in it.line("Calls")


async def test_a_tick_from_the_shell_leaves_what_is_typed(open_app, year, lundi):
    async with open_app(year) as it:
        await it.press("n")
        await it.type("half a sen")
        lundi("tick", "calls")
        await it.pilot.pause(1.5)
        assert it.typed == ["half a sen"]
        await it.press("escape")
        assert it.count("Calls") == "3/5"


async def test_the_shell_sees_and_undoes_what_the_dashboard_did(open_app, year, lundi):
    async with open_app(year) as it:
        await it.press("space")
        week = json.loads(lundi("week", "--json").stdout)
        (calls,) = [habit for habit in week["habits"] if habit["name"] == "Calls"]
        assert calls["days"]["2026-11-18"] == 1
        assert "Calls, Wed 18 Nov: 1 tick" in lundi("undo").stdout
        await it.look_around()
        assert it.count("Calls") == "2/5"


async def test_undo_takes_back_what_the_shell_did(open_app, year, lundi):
    async with open_app(year) as it:
        lundi("tick", "calls", "2")
        await it.press("u")
        assert it.notice == "Undone: Calls, Wed 18 Nov: 2 ticks"
        assert it.count("Calls") == "2/5"


# A file that can't be written


def _busy(store, database):
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store.connection.execute("PRAGMA busy_timeout = 20")
    return other.close


def _read_only(store, _database):
    store.connection.execute("PRAGMA query_only = ON")
    return lambda: store.connection.execute("PRAGMA query_only = OFF")


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [(_busy, "The file is busy with another program"), (_read_only, "Cannot write to")],
)
async def test_a_file_that_cannot_be_written_is_said_and_nothing_is_lost(open_app, year, database, broken, sentence):
    async with open_app(year, size=(120, 36)) as it:
        before = it.ticks
        await it.press("space")
        mend = broken(year, database)
        await it.press("space")
        assert it.notice.startswith(sentence)
        assert (it.ticks, it.count("Calls")) == (before + 1, "3/5")
        assert "not saved: 1" in it.footer
        await it.press("u")
        assert it.notice.startswith("Dropped")
        await it.press("i")
        await it.type("An idea not to lose")
        await it.press("enter")
        assert sentence in it.text
        assert it.typed == ["An idea not to lose"]
        mend()
        await it.press("enter")
        assert not it.is_asking
        assert it.rows("SELECT count(*) FROM action WHERE title = 'An idea not to lose'") == [(1,)]
        await it.press("u", "u")
        assert (it.ticks, it.count("Calls")) == (before, "2/5")


async def test_a_full_disk_is_said(open_app, small):
    async with open_app(small) as it:
        (pages,) = it.rows("PRAGMA page_count")[0]
        it.rows(f"PRAGMA max_page_count = {pages}")
        await it.press("n")
        await it.type("x" * 20_000)
        await it.press("enter")
        assert "Cannot write to" in it.text
        assert it.typed == ["x" * 20_000]
        it.rows("PRAGMA max_page_count = 100000")
        await it.press("enter")
        assert not it.is_asking
        assert it.rows("SELECT length(text) FROM note") == [(20_000,)]


@pytest.mark.parametrize(("lang", "end"), [("en", "kept here and tried again."), ("fr", "gardé ici, je réessaie.")])
async def test_what_a_busy_file_says_can_be_read_to_its_end(open_app, lang, end):
    with tempfile.TemporaryDirectory(prefix="l") as folder, Store.open(f"{folder}/lundi.db") as store:
        store.add_habit(Card("Calls"), quota("5", WEEK), Moment(WEEK.monday, "2026-11-16T09:00:00"))
        async with open_app(store, lang=lang) as it:
            mend = _busy(store, f"{folder}/lundi.db")
            await it.press("space")
            mend()
            assert end in " ".join(it.text.split())


async def test_a_change_that_was_undone_elsewhere_is_refused_with_a_sentence(open_app, year):
    async with open_app(year) as it:
        await it.press("n")
        await it.type("mine")
        calls = year.find_habit("Calls")
        year.archive_habit(calls, Moment(WEEK.days[2], "2026-11-18T09:00:00"))
        await it.press("enter", "right", "space")
        assert "Traceback" not in it.text
        assert it.notice == "Tomorrow is not done yet."


async def test_a_tick_that_could_not_be_saved_is_kept_and_saved_by_itself(open_app, year, database):
    async with open_app(year, size=(120, 36)) as it:
        before = it.ticks
        mend = _busy(year, database)
        await it.press("space", "down", "space")
        assert "not saved: 2" in it.footer
        await it.look_around()
        assert "not saved: 2" in it.footer
        mend()
        await it.look_around()
        assert it.notice == "Everything is saved now."
        assert "not saved" not in it.footer
        assert it.ticks == before + 2
        assert it.count("Calls") == "3/5"
        await it.press("u", "u")
        assert it.ticks == before


async def test_what_is_not_saved_is_offered_another_place(open_app, small, database, tmp_path):
    place = tmp_path / "elsewhere.db"
    async with open_app(small) as it:
        mend = _busy(small, database)
        await it.press("space", "q")
        assert "The file can't be written. Save everything in another place?" in it.text
        assert it.typed[0].endswith("lundi-2026-11-18.db")
        it.app.screen.query_one("#path").value = str(database)
        await it.press("enter")
        assert "There is something at" in it.text
        it.app.screen.query_one("#path").value = str(place)
        await it.leave_by("enter")
        mend()
    with Store.open(str(place)) as saved:
        assert saved.connection.execute("SELECT count(*) FROM tick").fetchone()[0] == 1
        assert examine(saved).is_sound
    assert it.ticks == 0


async def test_a_file_that_was_moved_away_takes_nothing_until_it_is_back(open_app, small, database, tmp_path):
    async with open_app(small) as it:
        database.rename(tmp_path / "away.db")
        await it.press("space")
        assert it.notice.startswith("The file was deleted or moved")
        await it.press("i")
        await it.type("An idea not to lose")
        await it.press("enter")
        assert it.typed == ["An idea not to lose"]
        assert not database.exists()
        (tmp_path / "away.db").rename(database)
        await it.press("enter")
        await it.look_around()
        assert it.ticks == 1
        assert it.rows("SELECT count(*) FROM action WHERE state = 'idea'") == [(1,)]


async def test_another_file_in_its_place_is_not_written_to(open_app, small, database, tmp_path):
    other = tmp_path / "other.db"
    with Store.open(str(other)) as store:
        store.add_habit(Card("Theirs"), quota("5", WEEK), Moment(WEEK.monday, "2026-11-16T09:00:00"))
    content = other.read_bytes()
    async with open_app(small) as it:
        other.replace(database)
        await it.press("space")
        assert it.notice.startswith("Another file is at")
        assert database.read_bytes() == content
        await it.press("q")
        assert it.is_asking
        it.app.screen.query_one("#path").value = str(tmp_path / "mine.db")
        await it.leave_by("enter")
    assert database.read_bytes() == content
    with Store.open(str(tmp_path / "mine.db")) as mine:
        assert [habit.name for habit in mine.habits()] == ["Calls", "Article"]
        assert mine.connection.execute("SELECT count(*) FROM tick").fetchone()[0] == 1


async def test_a_place_s_key_before_the_first_frame_is_not_covered_again(open_app, year, monkeypatch):
    mount = ContentSwitcher._on_mount

    async def late(self, event):
        self.app.post_message(events.Key("3", "3"))
        await asyncio.sleep(0.3)
        mount(self, event)

    monkeypatch.setattr(ContentSwitcher, "_on_mount", late)
    async with open_app(year) as it:
        await it.pilot.pause(0.3)
        assert "Everyone brings a craftsperson" in it.text
        assert "held at" not in it.text
