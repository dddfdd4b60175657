"""What is typed into a form and not done with yet: kept across a kill, outside the journal and the exports."""

from __future__ import annotations

from datetime import date

from lundi.time.days import Moment
from storage.file.undo import last_changes
from storage.file.unfinished import forget_unfinished, keep_unfinished, read_unfinished
from storage.store import Store
from tests.lives import Lives
from tests.undoing import batches

NOW = Moment(date(2026, 11, 18), "2026-11-18T09:10:00")

TYPING = """
from datetime import date
from lundi.time.days import Moment
from storage.store import Store
from storage.file.unfinished import keep_unfinished

def live(path):
    with Store.open(path) as store:
        keep_unfinished(store, "campaign", {"goal": "three"}, Moment(date(2026, 11, 18), "2026-11-18T09:10:00"))
        say("kept")
        while True:
            pass
"""


def test_what_is_typed_is_there_again_field_by_field(store):
    assert read_unfinished(store, "campaign") == {}
    keep_unfinished(store, "campaign", {"goal": "three", "offer": "an hour\nand more"}, NOW)
    keep_unfinished(store, "campaign", {"goal": "four"}, NOW)
    keep_unfinished(store, "closing", {"goal": ""}, NOW)
    assert read_unfinished(store, "campaign") == {"goal": "four", "offer": "an hour\nand more"}
    forget_unfinished(store, "campaign", NOW)
    assert (read_unfinished(store, "campaign"), read_unfinished(store, "closing")) == ({}, {"goal": ""})


def test_no_undo_and_no_export_knows_it(store, run, database):
    keep_unfinished(store, "campaign", {"goal": "a word that is nowhere else"}, NOW)
    assert (last_changes(store, 5), batches(store)) == ([], 0)
    store.capture("An idea", NOW)
    exported = database.parent / "export.json"
    assert run("export", "json", str(exported)).returncode == 0
    assert "a word that is nowhere else" not in exported.read_text(encoding="utf-8")


def test_it_outlives_a_program_that_is_killed(database):
    Store.open(str(database)).close()
    with Lives(TYPING, database) as lives:
        life = lives.begin()
        assert lives.next_word() == "kept"
        lives.end(life)
    with Store.open(str(database)) as store:
        assert read_unfinished(store, "campaign") == {"goal": "three"}
