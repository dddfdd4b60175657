"""Exporting everything as JSON and bringing it in: the same data elsewhere, and nothing lost of what is there."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lundi.campaign.campaign import STOP, Ending
from lundi.habits.habit import ACT, QUOTA, Goal
from lundi.time.stretches import DRAFT
from lundi.time.weeks import Week
from lundi.words.errors import Refused, Unreadable
from lundi.words.text import clean, clean_lines
from storage.campaign.closing import close_campaign
from storage.campaign.rows import read_campaigns, read_running
from storage.doctor import examine
from storage.exchange.json_import import import_document
from storage.exchange.json_reader import read_document
from storage.exchange.json_writer import export_json
from storage.exchange.loop.loop import Report
from storage.exchange.tables import FORMAT, TABLES, every_table
from storage.file.undo import last_changes, undo
from storage.habits.intents import Card
from storage.habits.reviews import read_reviews
from storage.ideas.intents import read_ideas
from storage.store import Store
from storage.strategy.intents import Reason, change_course, read_strategy
from tests.json_exports import (
    CAMPAIGNS,
    LINES,
    LOOK_BACKS,
    NOW,
    STRATEGY,
    TODAY,
    Document,
    everything,
    furnish,
    of_format_2,
    of_format_3,
    of_format_4,
    rows,
)

Bring = Callable[..., Report]


@pytest.fixture
def bring(store: Store, tmp_path: Path) -> Bring:
    """Bring a document in: a text, or what becomes one."""

    def call(document: Document | str, *, into: Store | None = None, dry_run: bool = False) -> Report:
        path = tmp_path / "export.json"
        text = document if isinstance(document, str) else json.dumps(document)
        path.write_text(text, encoding="utf-8")
        return import_document(into or store, read_document(str(path)), NOW, dry_run=dry_run)

    return call


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Store]:
    """Another empty file."""
    with Store.open(str(tmp_path / "elsewhere.db")) as store:
        yield store


def content(store: Store) -> str:
    """Everything in the file, the journal too."""
    return "\n".join(store.connection.iterdump())


# All of it


def test_every_table_and_column_of_the_users_is_exported(store: Store) -> None:
    local = {"batch", "change", "open_batch", "unfinished", "meta", "_sqlite_migrations"}
    names = {name for (name,) in store.connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    tables = {table.name: table for table in every_table()}
    assert set(tables) == {name for name in names if not name.startswith("sqlite_")} - local
    for name, table in tables.items():
        columns = store.connection.execute(f"PRAGMA table_info({name})").fetchall()
        assert set(table.names) == {column["name"] for column in columns}, name
        key = [column["name"] for column in sorted(columns, key=lambda column: column["pk"]) if column["pk"]]
        assert list(table.names[: table.key]) == key


def test_what_format_5_holds_stays(store: Store) -> None:
    """Another column or section is another format, so that an earlier lundi refuses it instead of losing it."""
    assert FORMAT == 5
    shape = {table.section: " ".join(table.names) for table in every_table() if table.name != "campaign_habit"}
    assert shape == {
        "settings": "key value",
        "habits": "id name position added_on going_on settled_on archived_on review_on minimum after place usual_time"
        " minutes letter origin",
        "goals": "habit_id from_week kind target days every due_from",
        "pauses": "habit_id from_day to_day",
        "actions": "id title state added_on at week done_on minutes enough for_whom times_chosen line_id parent_id",
        "ticks": "id habit_id day amount smallest entered_on at",
        "notes": "habit_id day text",
        "days_off": "day reason",
        "excuses": "habit_id day reason",
        "weeks": "week kind reason",
        "plans": "week committed_on committed_at held_from ritual_day seconds",
        "lines": "week item_id kind position squares",
        "jargon_words": "language term plain severity silenced",
        "reviews": "week proud worked did_not better contacts meetings sales confidence",
        "misses": "week habit_id reason",
        "thoughts": "habit_id week answer",
        "quarterly_checks": "week verdict why",
        "choices": "id kind name added_on look_again_on why archived_on",
        "course": "kind from_day made_on text why confirmed_on",
        "quality_list": "id text is_right position archived_on",
        "campaigns": "id name added_on parent_id goal offer audience reader line_id channel_id starts_on ends_on enough"
        " attempt spent message first_draft for_me so_what what_now started_on started_anyway hides_weakness first_end"
        " lengthened_why closed_on verdict reached new_clients lesson attempt_worked archived_on",
        "focus": "kind target_id",
        "measures": "id campaign_id position name start target archived_on",
        "values": "measure_id day value",
        "programmes": "campaign_id name every from_day check_on archived_on",
        "irritants": "id text line_id day mended_on",
        "one_off_tries": "id day text result lesson archived_on",
    }


def test_what_format_1_held_arrives_still(store: Store, bring: Bring) -> None:
    """That of 0.2, which knew no words of one's own."""
    document = of_format_2(everything())
    del document["jargon_words"]
    document["lundi"] = 1
    assert bring(document).added == 31
    new = {section: [] for section in ("jargon_words", *STRATEGY, *CAMPAIGNS, *LOOK_BACKS)}
    assert json.loads(export_json(store)) == {**document, **new, "lundi": FORMAT}


def test_what_format_2_held_arrives_still(store: Store, bring: Bring) -> None:
    """That of 0.3, which knew no strategy and no campaign."""
    document = of_format_2(everything())
    assert bring(document).added == 33
    new = {section: [] for section in STRATEGY + CAMPAIGNS + LOOK_BACKS}
    assert json.loads(export_json(store)) == {**document, **new, "lundi": FORMAT}
    report = bring(everything())
    assert (report.added, report.sentences) == (LINES - 33, ("5 lines differ and stay as they are here.",))
    kept = of_format_2(everything())
    later = {**everything(), **{section: kept[section] for section in ("habits", "actions", "plans")}}
    assert json.loads(export_json(store)) == later


def test_what_format_3_held_arrives_still(store: Store, bring: Bring) -> None:
    """That of 0.4, which knew neither for whom an idea is nor how often it was chosen."""
    document = of_format_3(everything())
    assert bring(document).added == LINES - 6
    new = {section: [] for section in LOOK_BACKS}
    assert json.loads(export_json(store)) == {**document, **new, "lundi": FORMAT}
    assert [idea.times_chosen for idea in read_ideas(store, Week.parse("2026-W47"))] == [1, 0]  # a1 was left undone


def test_what_format_4_held_arrives_still(store: Store, bring: Bring) -> None:
    """That of 0.5, which knew no look back, and not which letter a habit feeds."""
    document = of_format_4(everything())
    assert bring(document).added == LINES - 6
    new = {section: [] for section in LOOK_BACKS}
    assert json.loads(export_json(store)) == {**document, **new, "lundi": FORMAT}
    calls = store.habits()[0]
    assert (calls.letter, calls.going_on) == (ACT, None)
    report = bring(everything())
    assert (report.added, report.sentences) == (6, ("3 lines differ and stay as they are here.",))
    assert [review.week for review in read_reviews(store)] == [Week.parse("2026-W45"), Week.parse("2026-W44")]


def test_a_document_with_everything_arrives_and_leaves_as_it_was(store: Store, bring: Bring) -> None:
    report = bring(everything())
    assert report.is_written
    assert (report.read, report.added, report.doubles, report.sentences) == (LINES, LINES, 0, ())
    assert (report.habits_added, report.habits_archived, report.habits_met) == (3, 1, 0)
    assert json.loads(export_json(store)) == everything()
    assert all(rows(store).values())
    assert examine(store).is_sound


def test_a_used_file_is_the_same_elsewhere(store: Store, elsewhere: Store, bring: Bring) -> None:
    furnish(store)
    first = export_json(store)
    bring(first, into=elsewhere)
    assert rows(elsewhere) == rows(store)
    assert export_json(elsewhere) == first
    assert all(rows(store).values())
    assert examine(elsewhere).is_sound


def test_the_sample_year_is_the_same_elsewhere(sample: Path, elsewhere: Store, bring: Bring) -> None:
    with Store.open(str(sample)) as year:
        first = export_json(year)
        bring(first, into=elsewhere)
        assert rows(elsewhere) == rows(year)
    assert export_json(elsewhere) == first
    assert examine(elsewhere).is_sound


def test_the_order_is_that_of_the_content_alone(store: Store, elsewhere: Store, bring: Bring) -> None:
    furnish(store)
    first = export_json(store)
    turned = json.loads(first)
    for section, entries in turned.items():
        if isinstance(entries, list):
            entries.reverse()
            for entry in entries:
                for part in ("goals", "pauses", "lines", "habits", "values"):
                    entry.get(part, []).reverse()
        if section == "settings":
            turned[section] = dict(reversed(entries.items()))
    bring(dict(reversed(turned.items())), into=elsewhere)
    assert export_json(elsewhere) == first


def test_nothing_of_this_machine_is_in_it(store: Store) -> None:
    furnish(store)
    text = export_json(store)
    (file_id,) = store.connection.execute("SELECT value FROM meta").fetchone()
    assert file_id not in text
    assert set(json.loads(text)) == {"lundi", *(table.section for table in TABLES)}
    undo(store, NOW)
    with_undo = export_json(store)
    store.connection.execute("DELETE FROM change")
    store.connection.execute("DELETE FROM batch")
    assert export_json(store) == with_undo


def test_it_can_be_read_by_people(store: Store, bring: Bring) -> None:
    bring(everything())
    lines = export_json(store).splitlines()
    assert '  "settings": {"day_ends_at": "04:30", "habits_at_most": "7", "language": "", "ritual_day": "2"},' in lines
    assert '        {"from_week": "2026-W01", "kind": "weekdays", "target": 3, "days": [1, 3, 5]},' in lines
    assert '      "after": "le café",' in lines
    assert max(map(len, lines)) < 200


def test_twenty_years_of_twenty_habits_fit(store: Store) -> None:
    """150 000 ticks in less than 40 MB: so many bytes a tick at most."""
    furnish(store)
    before = len(export_json(store).encode())
    habit = store.habits()[0]
    store.tick(habit, TODAY, NOW, count=1000)
    assert len(export_json(store).encode()) - before < 1000 * 40e6 / 150_000


def test_an_empty_file_has_nothing_to_export(store: Store) -> None:
    with pytest.raises(Refused):
        export_json(store)


texts = st.text(max_size=12).map(clean)
some_text = texts.filter(bool)
ids = st.text("0123456789abcdefXYZ-_", min_size=1, max_size=6)
days = st.dates(date(1900, 1, 1), date(2999, 12, 31)).map(date.isoformat)
weeks = st.dates(date(1900, 1, 1), date(2999, 12, 28)).map(lambda day: str(Week.of(day)))
instants = st.datetimes(timezones=st.none() | st.timezones()).map(
    lambda at: at.replace(year=2026, day=1).isoformat(timespec="seconds")
)


def maybe(required: Document, **others: st.SearchStrategy[Any]) -> st.SearchStrategy[Document]:
    return st.fixed_dictionaries(required, optional=others)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents as another program may write them: in any order, with defaults or without."""

    def some(entry: st.SearchStrategy[Document], *key: str, most: int = 4) -> list[Document]:
        return draw(st.lists(entry, max_size=most, unique_by=lambda entry: tuple(entry[name] for name in key)))

    goals = st.lists(
        st.one_of(
            maybe({"from_week": weeks, "kind": st.just("quota"), "target": st.integers(1, 99)}, days=st.just([])),
            maybe(
                {
                    "from_week": weeks,
                    "kind": st.just("every"),
                    "target": st.integers(1, 9),
                    "every": st.integers(1, 52),
                },
                due_from=weeks | st.none(),
            ),
            st.builds(
                lambda week, days: {"from_week": week, "kind": "weekdays", "target": len(days), "days": sorted(days)},
                weeks,
                st.sets(st.integers(1, 7), min_size=1),
            ),
        ),
        min_size=1,
        max_size=3,
        unique_by=lambda goal: goal["from_week"],
    )
    pauses = st.lists(
        st.lists(days, min_size=2, max_size=2).map(sorted).map(lambda two: {"from_day": two[0], "to_day": two[1]}),
        max_size=2,
        unique_by=lambda pause: pause["from_day"],
    )
    card = dict.fromkeys(("minimum", "after", "place", "usual_time"), texts)
    put_away = {name: days | st.none() for name in ("archived_on", "settled_on", "review_on", "going_on")}
    habits = some(
        maybe(
            {"id": ids, "name": some_text, "position": st.integers(0, 9), "added_on": days, "goals": goals},
            **card,
            **put_away,
            minutes=st.integers(1, 1440) | st.none(),
            letter=st.sampled_from("CSPAT"),
            origin=some_text,
            pauses=pauses,
        ),
        "id",
    )
    action = {"id": ids, "title": some_text, "added_on": days, "at": instants}
    said = {"for_whom": st.sampled_from(["", "me", "client", "both"]), "times_chosen": st.integers(0, 9)}
    idea = {**action, "state": st.sampled_from(["idea", "dropped"])}
    actions = some(
        maybe(idea, **said, minutes=st.integers(1, 1440), week=weeks)
        | maybe({**action, "state": st.just("chosen"), "week": weeks}, done_on=days | st.none()),
        "id",
    )
    document = {
        "lundi": draw(st.integers(1, FORMAT)),
        "habits": habits,
        "actions": actions,
        "days_off": some(maybe({"day": days}, reason=texts), "day"),
        "weeks": some(maybe({"week": weeks, "kind": st.sampled_from(["off", "storm"])}, reason=texts), "week"),
        "jargon_words": some(
            maybe(
                {"language": st.sampled_from(["en", "fr"]), "term": some_text},
                plain=texts,
                severity=st.integers(1, 3),
                silenced=st.booleans(),
            ),
            "language",
            "term",
        ),
    }
    plan = {"week": weeks, "committed_on": days, "committed_at": instants, "held_from": st.integers(1, 100)}
    document["plans"] = some(maybe(plan, ritual_day=st.integers(1, 7), seconds=st.integers(0, 600) | st.none()), "week")
    if habits:
        owner = st.sampled_from([habit["id"] for habit in habits])
        amounts = st.integers(1, 10**9) | st.integers(1, 10**12).map(lambda thousandths: thousandths / 1000)
        document["ticks"] = some(
            maybe(
                {"id": ids, "habit_id": owner, "day": days, "entered_on": days, "at": instants},
                amount=amounts,
                smallest=st.booleans(),
            ),
            "id",
        )
        note = st.text(min_size=1, max_size=20).filter(clean_lines)
        document["notes"] = some(maybe({"habit_id": owner, "day": days, "text": note}), "habit_id", "day")
        document["excuses"] = some(maybe({"habit_id": owner, "day": days}, reason=texts), "habit_id", "day")
        squares = st.lists(st.integers(1, 7), max_size=9).map(sorted)
        lines = {"item_id": owner, "kind": st.just("habit"), "position": st.integers(0, 9)}
        for planned in document["plans"]:
            planned["lines"] = some(maybe(lines, squares=squares), "item_id")
    choices = some(
        maybe(
            {"id": ids, "kind": st.sampled_from(["line", "channel"]), "name": some_text, "added_on": days},
            look_again_on=days | st.none(),
            why=texts,
            archived_on=days | st.none(),
        ),
        "id",
    )
    document["choices"] = choices
    years = st.integers(1900, 2999)
    entry = {"from_day": days, "made_on": days}
    line = maybe(
        {**entry, "kind": st.sampled_from(["mission", "why_us", "theme-2026"])},
        text=texts,
        why=texts,
        confirmed_on=days,
    )
    vision = st.text(max_size=20).map(clean_lines)
    courses = line | maybe({**entry, "kind": st.just("vision")}, text=vision)
    courses |= maybe({**entry, "kind": st.just("first_year"), "text": years.map(str)})
    chosen = st.none()
    if choices:
        chosen |= st.sampled_from([choice["id"] for choice in choices])
        courses |= maybe({**entry, "kind": st.just("channel"), "text": chosen.filter(bool)}, why=texts)
    document["course"] = some(courses, "kind", "from_day")
    document["quality_list"] = some(
        maybe({"id": ids, "text": some_text, "position": st.integers(0, 9)}, is_right=st.booleans()), "id"
    )
    document["campaigns"] = some(
        maybe(
            {"id": ids, "name": some_text, "added_on": days}, line_id=chosen, goal=texts, ends_on=days, message=vision
        )
        | maybe(
            {"id": ids, "name": some_text, "added_on": days, "starts_on": st.just("2026-01-05"), "started_on": days}
            | {"ends_on": st.sampled_from(["2026-01-05", "2999-12-31"]), "closed_on": days}
            | {"verdict": st.sampled_from(["stop", "repeat", "adapt", "programme"])},
            new_clients=st.integers(0, 9) | st.none(),
            spent=st.integers(0, 10**9),
            lesson=texts,
        ),
        "id",
    )
    if document["campaigns"]:
        known = st.sampled_from([campaign["id"] for campaign in document["campaigns"]])
        document["campaigns"][0]["parent_id"] = draw(st.none() | known)
        figures = st.integers(-(10**9), 10**9) | st.integers(-(10**12), 10**12).map(lambda figure: figure / 1000)
        value = maybe({"day": days, "value": figures})
        values = st.lists(value, max_size=3, unique_by=lambda value: value["day"])
        measure = {"id": ids, "campaign_id": known, "position": st.integers(0, 9), "name": some_text, "target": figures}
        document["measures"] = some(maybe(measure, start=figures, values=values), "id")
    number = st.integers(0, 10**6) | st.none()
    document["reviews"] = some(
        maybe(
            {"week": weeks},
            **dict.fromkeys(("proud", "worked", "did_not", "better"), texts),
            **dict.fromkeys(("contacts", "meetings", "sales"), number),
            confidence=st.integers(1, 5) | st.none(),
        ),
        "week",
    )
    verdicts = maybe({"week": weeks, "verdict": st.just("keep")}, why=texts)
    verdicts |= maybe({"week": weeks, "verdict": st.sampled_from(["adjust", "change"]), "why": some_text})
    document["quarterly_checks"] = some(verdicts, "week")
    if habits:
        reasons = st.sampled_from(["know", "wish", "time", "aim", "other"])
        document["misses"] = some(maybe({"week": weeks, "habit_id": owner, "reason": reasons}), "week", "habit_id")
        document["thoughts"] = some(
            maybe({"week": weeks, "habit_id": owner, "answer": st.integers(1, 5)}), "week", "habit_id"
        )
    document["irritants"] = some(maybe({"id": ids, "text": some_text, "day": days}, line_id=chosen), "id")
    document["one_off_tries"] = some(maybe({"id": ids, "text": some_text, "day": days}, lesson=texts), "id")
    if draw(st.booleans()):
        document["settings"] = {"theme": "light", "held_from": str(draw(st.integers(1, 100)))}
    return document


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(documents())
def test_any_document_comes_back_as_it_went(document: Document) -> None:
    if not any(document[section] for section in document if section != "lundi"):
        return
    with tempfile.TemporaryDirectory() as folder, Store.open() as one, Store.open() as other:
        path = Path(folder) / "export.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        report = import_document(one, read_document(str(path)), NOW)
        assert (report.added, report.doubles, report.sentences) == (report.read, 0, ())
        path.write_text(first := export_json(one), encoding="utf-8")
        import_document(other, read_document(str(path)), NOW)
        assert rows(other) == rows(one)
        assert export_json(other) == first
        assert not import_document(one, read_document(str(path)), NOW).is_written
        undo(one, NOW)
        assert not any(rows(one).values())


def test_a_byte_order_mark_is_no_obstacle(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(everything()), encoding="utf-8-sig")
    assert import_document(store, read_document(str(path)), NOW).added == LINES


def test_texts_are_made_harmless_on_their_way_in(store: Store, bring: Bring) -> None:
    hostile = everything()
    hostile["habits"][0]["name"] = " e\u0301cran\x1b[31m\u202e\x00 "
    hostile["notes"][0]["text"] = "one\r\ntwo\x07\n"
    hostile["actions"][0]["title"] = "a\nb\ud800"
    hostile["settings"]["day_ends_at"] = "3h"
    bring(hostile)
    again = json.loads(export_json(store))
    assert again["habits"][0]["name"] == "écran[31m"
    assert again["notes"][0]["text"] == "one\ntwo"
    assert again["actions"][0]["title"] == "a b"
    assert again["settings"]["day_ends_at"] == "03:00"


def test_a_damaged_cell_is_told_and_not_exported(store: Store) -> None:
    furnish(store)
    store.connection.execute("UPDATE plan_line SET squares = 'x' WHERE kind = 'habit'")
    with pytest.raises(Unreadable):
        export_json(store)


# Beside what is here


def test_twice_adds_nothing(store: Store, bring: Bring) -> None:
    bring(everything())
    before = content(store)
    report = bring(everything())
    assert not report.is_written
    assert (report.read, report.added, report.doubles, report.sentences) == (LINES, 0, LINES, ())
    assert (report.habits_added, report.habits_met) == (0, 3)
    assert content(store) == before


def test_one_undo_takes_it_back(store: Store, bring: Bring) -> None:
    furnish(store)
    before = rows(store)
    bring(everything())
    assert rows(store) != before
    (change,) = undo(store, NOW)
    assert change.sentence == "the import of export.json"
    assert rows(store) == before


def test_a_dry_run_says_the_same_and_writes_nothing(store: Store, bring: Bring) -> None:
    furnish(store)
    before = content(store)
    dry = bring(everything(), dry_run=True)
    assert not dry.is_written
    assert content(store) == before
    wet = bring(everything())
    assert dry[:7] == wet[:7]
    assert dry.sentences == wet.sentences


def test_only_what_is_new_is_added(store: Store, bring: Bring) -> None:
    bring(everything())
    later = everything()
    later["ticks"].append(dict(later["ticks"][1], id="t9"))
    later["habits"][0]["goals"].append({"from_week": "2028-W01", "kind": "quota", "target": 1})
    report = bring(later)
    assert (report.added, report.doubles) == (2, LINES)
    assert len(last_changes(store, 10)) == 2
    assert json.loads(export_json(store))["habits"] == later["habits"]


def test_what_is_here_stays_as_it_is(store: Store, bring: Bring) -> None:
    bring(everything())
    before = content(store)
    other = everything()
    other["settings"]["ritual_day"] = "5"
    other["habits"][0]["name"] = "Other"
    other["habits"][0]["goals"][0]["target"] = 3
    other["ticks"][0]["amount"] = 7
    other["days_off"][0]["reason"] = "else"
    other["actions"][0]["title"] = "Else"
    other["plans"][0]["held_from"] = 50
    other["plans"][0]["lines"][0]["squares"] = []
    report = bring(other)
    assert (report.added, report.doubles, report.is_written) == (0, LINES - 8, False)
    assert report.sentences == ("8 lines differ and stay as they are here.",)
    assert content(store) == before


def test_one_line_differs(bring: Bring) -> None:
    bring(everything())
    other = everything()
    other["settings"]["ritual_day"] = "5"
    assert bring(other).sentences == ("1 line differs and stays as it is here.",)


def test_a_plan_that_is_here_gets_no_line_more(store: Store, bring: Bring) -> None:
    bring(everything())
    other = everything()
    other["plans"][1]["lines"] = [{"item_id": "walk", "kind": "habit", "position": 1}]
    report = bring(other)
    assert (report.added, report.sentences) == (0, ("1 line differs and stays as it is here.",))
    assert json.loads(export_json(store))["plans"] == everything()["plans"]


def test_no_line_of_a_note_is_lost(store: Store, bring: Bring) -> None:
    bring(everything())
    calls = store.find_habit("ronan")
    store.set_note(calls, date(2026, 11, 2), "mine\ndeux", NOW)
    report = bring(everything())
    assert (report.added, report.is_written) == (1, True)
    assert report.sentences == ("1 note says something else here; what was missing stands below it.",)
    text = store.note(calls, date(2026, 11, 2))
    assert text.split("\n")[:2] == ["mine", "deux"]
    assert text.split("\n")[2:] == [everything()["notes"][0]["text"].split("\n")[2]]
    assert not bring(everything()).is_written
    undo(store, NOW)
    assert store.note(calls, date(2026, 11, 2)) == "mine\ndeux"


def test_habits_come_after_those_here_while_there_is_a_place(store: Store, bring: Bring) -> None:
    for name in ("One", "Two", "Three", "Four"):
        store.add_habit(Card(name), Goal(NOW.week, QUOTA, 5), NOW)
    there = everything()
    del there["settings"]
    for number, name in enumerate(("Five", "Six"), 10):
        there["habits"].append(dict(there["habits"][0], id=name, name=name, position=number))
    report = bring(there)
    assert [habit.name for habit in store.habits()] == [
        "One", "Two", "Three", "Four", there["habits"][0]["name"],
        "Marcher",
        "appeler « ronan » \U0001f4de", "Five", "Six",
    ]  # fmt: skip
    assert [(habit.position, habit.archived_on) for habit in store.habits()[-3:]] == [
        (7, date(2025, 6, 1)), (8, TODAY), (9, TODAY),
    ]  # fmt: skip
    assert (report.habits_added, report.habits_archived) == (5, 3)
    assert report.sentences == (
        "No free place for Five, Six: they arrive archived. `lundi habit restore` takes one up.",
    )
    assert examine(store).is_sound
    again = bring(there)
    assert (again.added, again.habits_met) == (0, 5)
    assert again.sentences == ("2 lines differ and stay as they are here.",)


def test_the_number_of_places_may_come_with_it(store: Store, bring: Bring) -> None:
    for name in ("One", "Two", "Three", "Four", "Five"):
        store.add_habit(Card(name), Goal(NOW.week, QUOTA, 5), NOW)
    assert bring(everything()).habits_archived == 1
    assert store.habits_at_most == 7


def test_into_a_file_without_habits_all_of_them_come(store: Store, bring: Bring) -> None:
    store.capture("An idea", NOW)
    there = everything()
    del there["settings"]
    there["habits"] += [dict(there["habits"][0], id=f"h{number}", position=number) for number in range(9)]
    report = bring(there)
    assert (report.habits_archived, report.sentences) == (1, ())
    assert len([habit for habit in store.habits() if habit.is_current]) == 10


def test_a_habit_of_a_taken_name_arrives_archived(store: Store, bring: Bring) -> None:
    store.add_habit(Card("Marcher"), Goal(NOW.week, QUOTA, 5), NOW)
    store.add_habit(Card("APPELER « ronan » \U0001f4de"), Goal(NOW.week, QUOTA, 5), NOW)
    report = bring(everything())
    name = everything()["habits"][0]["name"]
    assert report.sentences == (
        f"{name}, Marcher: there are habits of these names here already, so these arrive archived.",
    )
    assert report.habits_archived == 3
    assert not store.find_habit("Marcher").is_archived
    assert len([tick for tick in rows(store)["tick"] if tick[1] == "calls"]) == 2


def test_a_habit_brought_in_from_loop_on_both_sides_is_met_by_one(store: Store, bring: Bring) -> None:
    store.add_habit(Card("Here"), Goal(NOW.week, QUOTA, 5), NOW)
    store.connection.execute("UPDATE habit SET origin = ?", (everything()["habits"][2]["origin"],))
    bring(everything())
    assert [tuple(row) for row in store.connection.execute("SELECT name FROM habit WHERE origin IS NOT NULL")] == [
        ("Here",)
    ]


def test_two_means_two_beside_what_is_chosen_here(store: Store, bring: Bring) -> None:
    store.commit_week(["Mine", "Mine too"], NOW)
    there = everything()
    for action in there["actions"][:2]:
        action["week"] = str(NOW.week)
    report = bring(there)
    assert report.sentences == ("1 action arrives as an idea: its week has two here already.",)
    chosen = store.connection.execute(
        "SELECT title FROM action WHERE state = 'chosen' AND done_on IS NULL ORDER BY title"
    )
    assert [row["title"] for row in chosen] == ["Mine", "Mine too"]
    done = store.connection.execute("SELECT title FROM action WHERE state = 'chosen' AND done_on IS NOT NULL")
    assert [row["title"] for row in done] == ["Écrire à Maïwenn"]
    assert ("a1", "Imprimer", "idea") in [row[:3] for row in rows(store)["action"]]


def test_a_second_action_takes_the_free_place(store: Store, bring: Bring) -> None:
    store.commit_week(["Mine"], NOW)
    there = everything()
    there["actions"][0]["week"] = str(NOW.week)
    assert bring(there).sentences == ()


def test_one_campaign_is_under_way_beside_what_is_here(store: Store, bring: Bring) -> None:
    furnish(store)
    (here,) = store.connection.execute("SELECT target_id FROM focus").fetchone()
    report = bring(everything())
    assert "Encore: it arrives as a draft, for one campaign at a time is under way." in report.sentences
    assert store.connection.execute("SELECT target_id FROM focus").fetchone()[0] == here
    (draft,) = [campaign for campaign in read_campaigns(store) if campaign.id == "again"]
    assert (draft.state(TODAY), draft.first_end, draft.plan.ends_on) == (DRAFT, None, date(2026, 12, 11))
    assert (len(draft.measures), draft.measures[0].now, draft.parent_id) == (1, 2125, "first")
    assert examine(store).is_sound
    before = rows(store)
    assert not bring(everything()).is_written
    assert rows(store) == before


def test_of_two_campaigns_under_way_only_the_one_in_focus_is(store: Store, bring: Bring) -> None:
    there = everything()
    there["campaigns"].append({**there["campaigns"][0], "id": "third", "name": "Third"})
    there["campaigns"].append({**there["campaigns"][0], "id": "fourth", "name": "Fourth"})
    report = bring(there)
    assert report.sentences == ("Third, Fourth: they arrive as drafts, for one campaign at a time is under way.",)
    running = read_running(store)
    assert running is not None
    assert running.id == "again"
    assert examine(store).is_sound


def test_a_focus_on_a_campaign_that_is_closed_does_not_arrive(store: Store, bring: Bring) -> None:
    there = everything()
    there["focus"][0]["target_id"] = "first"
    report = bring(there)
    assert report.sentences == (
        "Encore: it arrives as a draft, for one campaign at a time is under way.",
        "1 line differs and stays as it is here.",
    )
    assert read_running(store) is None
    assert examine(store).is_sound


def test_a_campaign_that_was_closed_here_stays_closed(store: Store, bring: Bring) -> None:
    bring(everything())
    running = read_running(store)
    assert running is not None
    close_campaign(store, running, Ending(TODAY, STOP), NOW)
    report = bring(everything())
    assert (report.is_written, report.sentences) == (False, ("2 lines differ and stay as they are here.",))
    assert read_running(store) is None
    assert examine(store).is_sound


def test_what_stands_on_the_page_arrives_beside_it(store: Store, bring: Bring) -> None:
    """Two copies of one file: what was written later holds, whichever of them it was written in."""
    bring(everything())
    change_course(store, "theme-2026", "Other", NOW, Reason("another year", at_once=True))
    there = everything()
    there["course"].append(
        {"kind": "theme-2026", "from_day": "2026-11-17", "text": "There", "made_on": "2026-11-17", "why": "more"}
    )
    report = bring(there)
    assert (report.added, report.sentences) == (1, ())
    page = read_strategy(store, TODAY)
    assert page.text("theme-2026") == "Other"
    assert page.changes_in(2026) == 2


@pytest.mark.slow
def test_twenty_years_come_and_go(store: Store, elsewhere: Store, bring: Bring) -> None:
    for number in range(5):
        store.add_habit(Card(f"Habit {number}"), Goal(NOW.week, QUOTA, 5), NOW)
    for habit in store.habits():
        ticks = [
            (f"{habit.id}-{offset}", habit.id, day, day, f"{day}T09:10:00+01:00")
            for offset in range(7300)
            for day in [(TODAY - timedelta(offset)).isoformat()]
        ]
        with store.writing(NOW) as connection:
            connection.executemany(
                "INSERT INTO tick (id, habit_id, day, amount, entered_on, at) VALUES (?, ?, ?, 1000, ?, ?)", ticks
            )
    first = export_json(store)
    assert bring(first, into=elsewhere).added == 5 * 7302
    assert export_json(elsewhere) == first
