"""Keep a file of the present schema as SQL, for the tests of later versions: `python tests/storage/schema/make.py`.

To be run once a schema is released, with that version's code; the text is never made again after that.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from lundi.habits.rhythms import parse_rhythm  # noqa: E402
from lundi.time.days import Moment  # noqa: E402
from storage.file.undo import undo  # noqa: E402
from storage.file.versions import APPLICATION_ID, SCHEMA_VERSION  # noqa: E402
from storage.habits.intents import Card  # noqa: E402
from storage.store import Store  # noqa: E402

# What came after the first release, written past the journal: the tests count what can be undone.
LATER = {
    "choice": {"id": "calm", "kind": "line", "name": "Trésorerie sereine", "added_on": "2026-11-02"},
    "course": {"kind": "line", "from_day": "2026-11-02", "made_on": "2026-11-02", "text": "calm"},
    "quality_item": {"id": "quick", "text": "répondre en 24 h", "position": 1},
    "campaign": {
        **{"id": "letters", "name": "Six lettres", "line_id": "calm", "added_on": "2026-11-02"},
        **{"starts_on": "2026-11-09", "ends_on": "2026-12-11", "started_on": "2026-11-09", "attempt": "la voix"},
    },
    "focus": {"kind": "campaign", "target_id": "letters"},
    "measure": {"id": "sent", "campaign_id": "letters", "position": 1, "name": "envoyées", "target": 6000},
    "measure_value": {"measure_id": "sent", "day": "2026-11-13", "value": 2000},
    "irritant": {"id": "slow", "text": "trop long", "line_id": "calm", "day": "2026-11-10"},
    "one_off_try": {"id": "note", "day": "2026-11-11", "text": "Un mot", "lesson": "le papier se garde"},
    "jargon_word": {"language": "fr", "term": "synergie", "plain": "ensemble", "severity": 2},
}

MONDAY, WEDNESDAY = date(2026, 11, 16), date(2026, 11, 18)


def main() -> None:
    """Write version_N.sql beside this file."""
    first = Moment(MONDAY, "2026-11-16T08:30:00+01:00")
    later = Moment(WEDNESDAY, "2026-11-18T09:10:00+01:00")
    with Store.open() as store:
        for name, rhythm in (("Calls", "5"), ("L’article du lundi", "mon thu"), ("Proposer une intervention", "1/4")):
            store.add_habit(
                Card(name, "one message", "the coffee", "in the office", 10), parse_rhythm(rhythm, first.week), first
            )
        calls, article, talk = store.habits()
        store.capture("Écrire à Ronan\nUne carte à laisser", first)
        store.commit_week(["Écrire à Ronan", "Something else"], first)
        store.tick(calls, MONDAY, first, count=2, note="two of them answered")
        store.tick(calls, WEDNESDAY, later, smallest=True)
        store.tick(article, MONDAY, later, note="first line\nsecond line")
        store.excuse(article, WEDNESDAY, "ill", later)
        store.toggle_day_off(date(2026, 11, 20), later)
        store.mark_week(later.week + -1, "storm", later)
        store.edit_habit(calls, Card("Calls to clients", "one message"), parse_rhythm("4", later.week + 1), later)
        store.archive_habit(talk, later)
        store.tick(calls, WEDNESDAY, later)
        undo(store, later)
        for table, cells in LATER.items():
            store.connection.execute(
                f"INSERT INTO {table} ({', '.join(cells)}) VALUES ({', '.join('?' for _cell in cells)})",
                tuple(cells.values()),
            )
        lines = [*store.connection.iterdump()]
    lines += [f"PRAGMA application_id = {APPLICATION_ID};", f"PRAGMA user_version = {SCHEMA_VERSION};", ""]
    (Path(__file__).parent / f"version_{SCHEMA_VERSION}.sql").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
