"""Documents that are no export of ours, or not as one has to be: refused before anything is written."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lundi.words.errors import LundiError, NotUnderstood, Refused, Unavailable, Unreadable
from storage.exchange.files import write_files
from storage.exchange.json_reader import LARGEST, read_document
from tests.json_exports import Document, everything


def refusal(path: Path) -> LundiError:
    with pytest.raises(LundiError) as refused:
        read_document(str(path))
    assert 1 <= len(refused.value.sentence.splitlines()) <= 2
    assert refused.value.sentence.isprintable() or "\n" in refused.value.sentence
    return refused.value


def changed(place: str, value: object) -> Document:
    """The document with everything, with something else at one place."""
    document = everything()
    *steps, last = place.replace("[", ".[").split(".")
    target: Any = document
    for step in steps:
        target = target[int(step[1:-1])] if step.startswith("[") else target[step]
    if value is MISSING:
        del target[last]
    else:
        target[int(last[1:-1]) if last.startswith("[") else last] = value
    return document


MISSING = object()
A_DAY, A_WEEK, AN_INSTANT = "a day from 1900 to 2999", "a week from 1900 to 2999", "an instant is expected"
A_FIGURE = "a number is expected, 1000000000 at most"
AN_AMOUNT, AN_ID, WEEKDAY_LIST = "an amount above 0", "an id is expected", "weekdays in their order"
NOT_DAYS = ["", "2026-02-30", "20261116", "2026-W47-1", "16/11/2026", "2026-11-16T09:00", "1899-12-31", "3000-01-01",
            "0001-01-01", "+002026-11-16", "２０２６-11-16", " 2026-11-16", "\ud800",
            20261116, None, True, [], {}]  # fmt: skip
NOT_WEEKS = ["", "2026-W54", "2027-W53", "2026-w47", "2026-W7", "1899-W52", "3000-W01", "2026-11-16", 47, None]
NOT_INSTANTS = ["", "2026-11-18", "2026-11-18T09:10", "2026-11-18 09:10:00", "2026-11-18T09:10:00Z", "09:10",
                "2026-11-18T25:00:00", "0001-01-01T00:00:00", "2026-11-18T09:10:00+01:00\x00", 0, None]  # fmt: skip
NOT_IDS = ["", " ", "a b", "a\x00b", "a\nb", "é", "x" * 65, "../x", "\ud800", "\u202ex", 7, None, ["a"]]
NOT_AMOUNTS = [0, -1, -0.001, 0.0001, 1e-9, 1e10, 10**12, 10**400, True, "1", None, [1]]
NOT_FIGURES = [0.0001, 1e-9, 1e10, -1e10, 10**400, True, "1", None, [1]]
NOT_WEEKDAYS = ["135", [0], [8], [3, 1], [1.5], [True], ["1"], {"1": 1}, None, 1]

MISFITS = [
    *[("ticks[1].day", value, A_DAY) for value in NOT_DAYS],
    *[("habits[0].goals[1].from_week", value, A_WEEK) for value in NOT_WEEKS],
    *[("ticks[0].at", value, AN_INSTANT) for value in NOT_INSTANTS],
    *[("habits[2].id", value, AN_ID) for value in NOT_IDS],
    *[("ticks[2].amount", value, AN_AMOUNT) for value in NOT_AMOUNTS],
    *[("measures[0].target", value, A_FIGURE) for value in NOT_FIGURES],
    *[("measures[0].values[1].value", value, A_FIGURE) for value in NOT_FIGURES],
    *[("plans[0].lines[0].squares", value, WEEKDAY_LIST) for value in NOT_WEEKDAYS],
    *[("plans[0].held_from", value, "a whole number from 1 to 100") for value in (0, 101, 85.0, "85", True, None)],
    ("lundi", 0, "a whole number from 1"),
    ("lundi", True, "a whole number from 1"),
    ("lundi", "1", "a whole number from 1"),
    ("habits", {}, "a list is expected"),
    ("habits", None, "a list is expected"),
    ("settings", [], "an object is expected"),
    ("habits[1]", [], "an object is expected"),
    ("habits[1]", "calls", "an object is expected"),
    ("habits[1].goals", [], "at least one entry"),
    ("habits[1].goals", MISSING, "at least one entry"),
    ("habits[1].goals", {}, "a list is expected"),
    ("habits[1].name", MISSING, "habits[1].name is missing."),
    ("habits[0].goals[2].kind", MISSING, "is missing"),
    ("ticks[0].habit_id", MISSING, "is missing"),
    ("habits[1].colour", "red", "does not know this key"),
    ("habits[0].goals[0].habit_id", "calls", "does not know this key"),
    ("plans[0].lines[1].week", "2026-W45", "does not know this key"),
    ("journal", [], "does not know this key"),
    ("settings.telemetry", "on", "does not know this key"),
    ("settings.theme", "blue", "'blue' is no theme"),
    ("settings.theme", "x" * 101, "longer than 100"),
    ("settings.language", "de", "no language of lundi"),
    ("settings.day_ends_at", "13:00", "no hour of the night"),
    ("settings.ritual_day", "8", "no weekday"),
    ("settings.held_from", "0", "no whole number"),
    ("settings.habits_at_most", 7, "a text is expected"),
    ("habits[0].name", "", "a text that is not empty"),
    ("habits[0].name", " \x00\u200b\ud800", "a text that is not empty"),
    ("habits[0].name", "x" * 1001, "longer than 1000"),
    ("habits[0].name", None, "a text is expected"),
    ("habits[0].minimum", None, "a text is expected"),
    ("habits[0].minutes", 0, "a whole number from 1 to 1440"),
    ("habits[0].minutes", 1441, "a whole number from 1 to 1440"),
    ("habits[0].position", -1, "a whole number from 0"),
    ("habits[0].goals[0].kind", "daily", "one of these is expected: quota, weekdays, every."),
    ("habits[0].goals[0].kind", ["quota"], "one of these is expected"),
    ("habits[0].goals[0].target", 100, "a whole number from 1 to 99"),
    ("habits[0].goals[0].days", [1], "only a goal of the kind 'weekdays'"),
    ("habits[0].goals[0].every", 2, "only a goal of the kind 'every'"),
    ("habits[0].goals[0].due_from", "2026-W01", "only a goal of the kind 'every'"),
    ("habits[0].goals[1].days", [], "the weekdays of this goal"),
    ("habits[0].goals[1].days", MISSING, "the weekdays of this goal"),
    ("habits[0].goals[1].target", 2, "as many as there are different days"),
    ("habits[0].goals[2].every", 53, "a whole number from 1 to 52"),
    ("habits[0].pauses[0].to_day", "2025-02-28", "not before from_day"),
    ("actions[0].state", "done", "one of these is expected: idea, chosen, dropped."),
    ("actions[0].week", MISSING, "a chosen action needs its week"),
    ("actions[0].title", "\x1b\x07", "a text that is not empty"),
    ("ticks[1].smallest", 1, "true or false"),
    ("ticks[0].habit_id", "nobody", "nothing in this document has that id"),
    ("ticks[0].habit_id", "a1", "nothing in this document has that id"),
    ("notes[0].habit_id", "nobody", "nothing in this document has that id"),
    ("excuses[0].habit_id", "nobody", "nothing in this document has that id"),
    ("plans[0].lines[0].item_id", "a1", "nothing in this document has that id"),
    ("plans[0].lines[1].item_id", "nobody", "nothing in this document has that id"),
    ("notes[0].text", "\n \n", "a text that is not empty"),
    ("notes[0].text", ["one"], "a text is expected"),
    ("weeks[0].kind", "holiday", "one of these is expected: off, storm."),
    ("habits[1].id", "calls", "is there twice"),
    ("ticks[2].id", "t1", "is there twice"),
    ("habits[0].goals[1].from_week", "2025-W02", "is there twice"),
    ("days_off[1].day", "2026-12-25", "is there twice"),
    ("plans[1].week", "2026-W45", "is there twice"),
    ("plans[0].lines[2].item_id", "a1", "is there twice"),
    ("choices[0].kind", "person", "one of these is expected: line, channel."),
    ("choices[1].name", "", "a text that is not empty"),
    ("course[3].kind", "theme-26", "nothing of that kind stands on the strategy's page"),
    ("course[3].kind", "", "nothing of that kind stands on the strategy's page"),
    ("course[1].text", "soon", "a whole number from 1900 to 2999 is expected, as a text"),
    ("course[1].text", "02026", "a whole number from 1900 to 2999 is expected, as a text"),
    ("course[1].text", MISSING, "a whole number from 1900 to 2999 is expected, as a text"),
    ("course[7].text", "5", "a whole number from 2 to 4 is expected, as a text"),
    ("course[7].text", 4, "a text is expected"),
    ("course[3].text", "one\ntwo", "a text of one line"),
    ("course[4].text", "x" * 20_001, "longer than 20000"),
    ("course[0].text", "nowhere", "nothing in this document has that id"),
    ("course[2].text", "first", "nothing in this document has that id"),
    ("quality_list[0].is_right", 1, "true or false"),
    ("campaigns[0].parent_id", "nobody", "nothing in this document has that id"),
    ("campaigns[0].parent_id", "calm", "nothing in this document has that id"),
    ("campaigns[0].line_id", "again", "nothing in this document has that id"),
    ("campaigns[0].habits[0].habit_id", "nobody", "nothing in this document has that id"),
    ("campaigns[0].ends_on", "2026-09-13", "not before starts_on"),
    ("campaigns[0].ends_on", None, "a campaign that was started needs this day"),
    ("campaigns[0].starts_on", MISSING, "a campaign that was started needs this day"),
    ("campaigns[0].verdict", "stop", "a verdict when it is closed, and only then"),
    ("campaigns[1].verdict", MISSING, "a verdict when it is closed, and only then"),
    ("campaigns[1].verdict", "win", "one of these is expected: , stop"),
    ("campaigns[1].started_on", None, "needs the day it was started"),
    ("campaigns[1].spent", -1, "a whole number from 0"),
    ("campaigns[1].spent", 0.5, "a whole number from 0"),
    ("campaigns[1].new_clients", True, "a whole number from 0"),
    ("campaigns[0].name", "x" * 1001, "longer than 1000"),
    ("focus[0].kind", "study", "one of these is expected: campaign."),
    ("focus[0].target_id", "nobody", "nothing in this document has that id"),
    ("measures[0].campaign_id", "nobody", "nothing in this document has that id"),
    ("measures[0].values[1].day", "2026-09-18", "is there twice"),
    ("programmes[0].campaign_id", "calls", "nothing in this document has that id"),
    ("programmes[0].every", 0, "a whole number from 1 to 52"),
    ("irritants[0].line_id", "again", "nothing in this document has that id"),
    ("habits[0].letter", "X", "one of these is expected: C, S, P, A, T."),
    ("plans[0].seconds", -1, "a whole number from 0"),
    ("reviews[1].week", "2026-W44", "is there twice"),
    ("reviews[1].confidence", 6, "a whole number from 1 to 5"),
    ("reviews[1].contacts", -1, "a whole number from 0"),
    ("reviews[1].sales", 240.5, "a whole number from 0"),
    ("misses[0].habit_id", "nobody", "nothing in this document has that id"),
    ("misses[0].reason", "lazy", "one of these is expected: know, wish, time, aim, other."),
    ("misses[0].reason", MISSING, "is missing"),
    ("thoughts[0].habit_id", "a1", "nothing in this document has that id"),
    ("thoughts[0].answer", 0, "a whole number from 1 to 5"),
    ("quarterly_checks[0].verdict", "stay", "one of these is expected: keep, adjust, change."),
    ("quarterly_checks[1].why", "", "another course needs its reason"),
    ("one_off_tries[0].text", "", "a text that is not empty"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "value", "said"), MISFITS)
def test_what_does_not_fit_is_refused_by_its_place(tmp_path: Path, place: str, value: object, said: str) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(changed(place, value)), encoding="utf-8")
    error = refusal(path)
    assert type(error) is Unreadable
    first, second = error.sentence.splitlines()
    entry = place.rpartition(".")[0] if "twice" in said else place
    assert first.startswith(f"{entry}: ") or first == f"{place} is missing."
    assert said in first
    assert second == f"Nothing was written. The document: {path}"


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1e99999999999999999999", "9" * 5000]
)
@pytest.mark.parametrize("place", ["ticks[0].amount", "habits[0].position", "plans[0].held_from", "habits[0].minutes"])
def test_a_number_that_is_none_is_refused_by_its_place(tmp_path: Path, place: str, number: str) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(changed(place, "HERE")).replace('"HERE"', number), encoding="utf-8")
    assert refusal(path).sentence.startswith(f"{place}: ")


def test_a_key_that_is_there_twice_is_refused_by_its_place(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    text = json.dumps(everything())
    for old, place in (
        ('"id": "t2",', "ticks[1].id"),
        ('"ritual_day": "2"', "settings.ritual_day"),
        ('"lundi": 5', "lundi"),
    ):
        path.write_text(text.replace(old, f"{old.rstrip(',')}, {old}"), encoding="utf-8")
        assert refusal(path).sentence.splitlines()[0] == f"{place}: this key is there twice."


def test_a_hostile_key_is_quoted_harmlessly(tmp_path: Path) -> None:
    path = tmp_path / "export\x1b[2J\u202e.json"
    path.write_text(json.dumps({"lundi": 1, "a\x1b[31m\u202e{place}\n" + "x" * 1000: 1}), encoding="utf-8")
    first, second = refusal(path).sentence.splitlines()
    assert first.startswith("a[31m{place} xxx")
    assert len(first) < 100
    assert second.endswith("export[2J.json")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no export of lundi"),
        (b"\n\n", "no export of lundi"),
        (b"hello", "no export of lundi"),
        (b"[]", "no export of lundi"),
        (b'"lundi"', "no export of lundi"),
        (b"null", "no export of lundi"),
        (b"{}", "no export of lundi"),
        (b'{"habits": []}', "no export of lundi"),
        (b'{"lundi": 1, "habits": [\n{"id": "a"', "From line 2, column 11 on this is no JSON"),
        (b'{"lundi": 1}}', "From line 1, column 13 on this is no JSON"),
        (b"{'lundi': 1}", "From line 1, column 2 on this is no JSON"),
        (b'{"lundi": 1, "a": "\xff"}', "no export of lundi"),
        ('{"lundi": 1}'.encode("utf-16"), "no export of lundi"),
        (b'{"lundi": 1, "habits": ' + b"[" * 200_000, "no export of lundi"),
        (b'{"lundi": 1, "habits": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_001, "no export of lundi"),
        (b'{"lundi": 6, "brains": []}', "comes from a newer lundi (format 6). Update lundi."),
    ],
)  # fmt: skip
def test_what_is_no_document_of_ours_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "export.json"
    path.write_bytes(content)
    error = refusal(path)
    assert type(error) is Unreadable
    assert said in error.sentence
    assert str(path) in error.sentence


def test_other_files_are_refused(tmp_path: Path, sample: Path) -> None:
    assert type(refusal(tmp_path / "missing.json")) is NotUnderstood
    assert type(refusal(tmp_path)) is Unreadable
    assert "no export of lundi" in refusal(sample).sentence
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert type(refusal(tmp_path / "pipe")) is Unreadable
    large = tmp_path / "large.json"
    with open(large, "wb") as file:
        file.truncate(LARGEST + 1)
    assert "larger than 64 MiB" in refusal(large).sentence


def test_nothing_in_it_is_refused_as_nothing(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    for nothing in ({"lundi": 1}, {section: [] for section in everything()} | {"lundi": 1, "settings": {}}):
        path.write_text(json.dumps(nothing), encoding="utf-8")
        error = refusal(path)
        assert type(error) is Refused
        assert "There is nothing in" in error.sentence


def test_every_part_of_a_document_is_looked_at(tmp_path: Path) -> None:
    """Whatever stands in the place of any value: read, or refused by a sentence."""
    path = tmp_path / "export.json"
    said = []
    for steps in list(places(everything())):
        for value in (None, True, -1, 10**30, 0.5, "", "\x00", [], [[]], {}, {"a": 1}):
            document = copy.deepcopy(everything())
            target: Any = document
            for step in steps[:-1]:
                target = target[step]
            target[steps[-1]] = value
            path.write_text(json.dumps(document), encoding="utf-8")
            try:
                read_document(str(path))
            except (Unreadable, Refused) as error:
                said.append(error.sentence)
    assert len(said) > 1000
    assert all(1 <= len(sentence.splitlines()) <= 2 and "{" not in sentence for sentence in said)


def places(value: object, *steps: Any) -> Iterator[tuple[Any, ...]]:
    """The steps to every value inside one."""
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, member in members:
        yield (*steps, step)
        yield from places(member, *steps, step)


# Files


def test_files_are_written_whole_and_for_their_owner_alone(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    write_files({str(one): "a\né", str(two): "b"})
    assert (one.read_bytes(), two.read_bytes()) == ("a\né".encode(), b"b")
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}
    with pytest.raises(Refused):
        write_files({str(tmp_path / "three"): "c", str(one): "c"})
    assert sorted(os.listdir(tmp_path)) == ["one", "two"]
    assert one.read_bytes() == "a\né".encode()


def test_all_files_are_written_or_none(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        write_files({str(tmp_path / "one"): "a", str(tmp_path / ("two" * 100)): "b"})  # a name longer than a system has
    assert os.listdir(tmp_path) == []


def test_a_link_to_nowhere_is_something(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    with pytest.raises(Refused):
        write_files({str(link): "a"})
    assert os.listdir(tmp_path) == ["link"]
