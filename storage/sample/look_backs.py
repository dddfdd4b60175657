"""What the sample year wrote when looking back: weeks and their numbers, why habits were missed, what is thought of."""

from __future__ import annotations

import sqlite3

from storage.sample.data import FIRST_WEEK, Data, SampleData, id_of, insert_row

_TEXTS = ("proud", "worked", "did_not", "better")
_NUMBERS = ("contacts", "meetings")
_NOT_TYPED = "-"


def write_look_backs(connection: sqlite3.Connection, sample: SampleData) -> None:
    """Reviews of the weeks that have a text or a number, misses with their reasons, thoughts."""
    data = sample.data
    written: dict[int, Data] = {review["week"]: review for review in data["reviews"]}
    typed = zip(*(map(_number, data["numbers"][name].split()) for name in _NUMBERS), strict=True)
    for offset, numbers in enumerate(typed, FIRST_WEEK):
        if offset in written or any(number is not None for number in numbers):
            texts = {name: sample.some_text(written.get(offset, {}), name) for name in _TEXTS}
            typed_in = dict(zip(_NUMBERS, numbers, strict=True))
            insert_row(connection, "review", week=str(sample.week_zero + offset), **texts, **typed_in)
    for miss in data["misses"]:
        insert_row(connection, "miss", **_key(sample, miss), reason=miss["reason"])
    for thought in data["thoughts"]:
        insert_row(connection, "thought", **_key(sample, thought), answer=thought["answer"])


def _key(sample: SampleData, row: Data) -> dict[str, str]:
    return {"week": str(sample.week_zero + row["week"]), "habit_id": id_of("habit", row["habit"])}


def _number(token: str) -> int | None:
    return None if token == _NOT_TYPED else int(token)
