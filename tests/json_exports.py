"""What the tests of exports stand on: a document and a file with one of everything."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from lundi.days import Moment
from lundi.habits import EVERY, QUOTA, WEEKDAYS, Goal
from lundi.history import OFF, STORM
from storage.exchange.tables import every_table
from storage.habits import Card
from storage.jargon import add_word, silence_word
from storage.store import Store

TODAY = date(2026, 11, 18)
NOW = Moment(TODAY, "2026-11-18T09:10:00+01:00")

Document = dict[str, Any]


def everything() -> Document:
    """A document with one of each: archived, settled and paused, decimals, several lines, a goal to come."""
    at = "2026-11-02T08:30:00+01:00"
    return {
        "lundi": 2,
        "settings": {"day_ends_at": "04:30", "habits_at_most": "7", "language": "", "ritual_day": "2"},
        "habits": [
            {
                "id": "calls",
                "name": "Appeler « Ronan » \U0001f4de",
                "position": 1,
                "added_on": "2025-01-06",
                "review_on": "2027-01-04",
                "minimum": "un SMS",
                "after": "le café",
                "place": "au bureau",
                "usual_time": "à dix heures",
                "minutes": 20,
                "goals": [
                    {"from_week": "2025-W02", "kind": "quota", "target": 10},
                    {"from_week": "2026-W01", "kind": "weekdays", "target": 3, "days": [1, 3, 5]},
                    {"from_week": "2027-W01", "kind": "every", "target": 1, "every": 4, "due_from": "2027-W02"},
                ],
                "pauses": [{"from_day": "2025-03-01", "to_day": "2025-03-01"}],
            },
            {
                "id": "walk",
                "name": "Marcher",
                "position": 2,
                "added_on": "2025-01-07",
                "settled_on": "2026-02-01",
                "goals": [{"from_week": "2025-W02", "kind": "quota", "target": 99}],
            },
            {
                "id": "read-1_A",
                "name": "appeler « ronan » \U0001f4de",
                "position": 3,
                "added_on": "2025-01-08",
                "archived_on": "2025-06-01",
                "origin": "loop:0123456789abcdef0123456789abcdef",
                "goals": [{"from_week": "2025-W02", "kind": "every", "target": 2, "every": 52}],
            },
        ],
        "actions": [
            {
                "id": "a1",
                "title": "Imprimer",
                "state": "chosen",
                "added_on": "2026-11-02",
                "at": at,
                "week": "2026-W45",
            },
            {
                "id": "a2",
                "title": "Écrire à Maïwenn",
                "state": "chosen",
                "added_on": "2026-11-02",
                "at": at,
                "week": "2026-W45",
                "done_on": "2026-11-04",
                "minutes": 25,
            },
            {"id": "i1", "title": "Une idée", "state": "idea", "added_on": "2026-11-03", "at": "2026-11-03T10:00:00"},
            {"id": "i2", "title": "Non", "state": "dropped", "added_on": "2026-11-03", "at": "2026-11-03T10:00:00"},
        ],
        "ticks": [
            {"id": "t1", "habit_id": "calls", "day": "1900-01-01", "entered_on": "2026-11-02", "at": at},
            {
                "id": "t2",
                "habit_id": "calls",
                "day": "2026-11-02",
                "amount": 2.125,
                "smallest": True,
                "entered_on": "2026-11-03",
                "at": at,
            },
            {
                "id": "t3",
                "habit_id": "walk",
                "day": "2999-12-31",
                "amount": 1000000000,
                "entered_on": "2026-11-02",
                "at": at,
            },
        ],
        "notes": [
            {"habit_id": "calls", "day": "2026-11-02", "text": 'deux\n\nlignes, "l’une" \\ \U0001f469\u200d\U0001f52c'}
        ],
        "days_off": [{"day": "2026-12-25"}, {"day": "2026-12-26", "reason": "noël"}],
        "excuses": [{"habit_id": "read-1_A", "day": "2025-02-03", "reason": "malade"}],
        "weeks": [{"week": "2026-W01", "kind": "off", "reason": "congés"}, {"week": "2026-W53", "kind": "storm"}],
        "plans": [
            {
                "week": "2026-W45",
                "committed_on": "2026-11-03",
                "committed_at": "2026-11-03T08:00:00",
                "held_from": 80,
                "ritual_day": 2,
                "lines": [
                    {"item_id": "calls", "kind": "habit", "position": 1, "squares": [1, 3, 3, 5]},
                    {"item_id": "a1", "kind": "action", "position": 2},
                    {"item_id": "a2", "kind": "action", "position": 3},
                ],
            },
            {"week": "2026-W46", "committed_on": "2026-11-09", "committed_at": "2026-11-09T08:00:00", "held_from": 85},
        ],
        "jargon_words": [
            {"language": "en", "term": "lead", "silenced": True},
            {"language": "fr", "term": "d’excellence", "plain": "douze ans de métier", "severity": 3},
        ],
    }


def furnish(store: Store) -> None:
    """A file in which somebody has done everything that can be done."""
    five = Goal(NOW.week, QUOTA, 5)
    for name in ("Calls", "Walk", "Read", "Old"):
        store.add_habit(Card(name, "one", "coffee", "desk", 10, "at ten"), five, NOW)
    calls, walk, read, old = store.habits()
    store.tick(calls, TODAY - timedelta(3), NOW, count=2, note="Ronan\nAnne")
    store.tick(calls, TODAY, NOW, amount=2500, smallest=True)
    store.excuse(walk, TODAY, "ill", NOW)
    store.edit_habit(calls, Card("Calls"), Goal(NOW.week + 1, WEEKDAYS, 2, (1, 4)), NOW)
    store.edit_habit(read, Card("Read"), Goal(NOW.week + 1, EVERY, every=4, due_from=NOW.week + 2), NOW)
    store.settle_habit(walk, NOW)
    store.archive_habit(old, NOW)
    store.restore_habit(store.find_habit("old"), Moment(TODAY + timedelta(9), NOW.stamp))
    store.archive_habit(store.find_habit("old"), NOW)
    store.capture("Ring Ronan\nWrite to Maïwenn\nLet go", NOW)
    store.commit_week(["Ring Ronan", "Print cards"], NOW)
    store.toggle_day_off(TODAY + timedelta(2), NOW)
    store.mark_week(NOW.week + 2, OFF, NOW)
    store.mark_week(NOW.week + 3, STORM, NOW)
    add_word(store, "hands-on", "we do it with you", 3, NOW)
    silence_word(store, "leads", NOW)
    store.connection.execute("INSERT INTO setting VALUES ('ritual_day', '4')")
    store.connection.execute("UPDATE action SET state = 'dropped' WHERE title = 'Let go'")


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Everything of the user's."""
    return {
        table.name: sorted(map(tuple, store.connection.execute(f"SELECT * FROM {table.name}")), key=repr)
        for table in every_table()
    }
