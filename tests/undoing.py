"""One intent is one batch, one undo and one redo: what every one of them is held to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lundi.time.days import Moment
from lundi.words.errors import LundiError
from storage.file.undo import redo, undo
from storage.store import Store

Dump = Callable[..., dict[str, list[tuple[object, ...]]]]


def batches(store: Store) -> int:
    """How many batches the journal holds."""
    return int(store.connection.execute("SELECT count(*) FROM batch").fetchone()[0])


def check_undo(store: Store, dump: Dump, now: Moment, act: Callable[[], object]) -> str:
    """Do it, take it back, do it again, take it back, and leave it done; returns its sentence."""
    before, count = dump(store.connection), batches(store)
    act()
    after = dump(store.connection)
    assert after != before
    assert batches(store) == count + 1
    (undone,) = undo(store, now)
    assert dump(store.connection) == before
    assert redo(store, now).sentence == undone.sentence
    assert dump(store.connection) == after
    undo(store, now)
    assert dump(store.connection) == before
    redo(store, now)
    return undone.sentence


def check_refusal(
    store: Store, dump: Dump, kind: type[LundiError], match: str | None, act: Callable[[], object]
) -> str:
    """It is refused with a sentence, and nothing is written, not even into the journal; returns the sentence."""
    before, count = dump(store.connection), batches(store)
    with pytest.raises(kind, match=match) as refused:
        act()
    assert dump(store.connection) == before
    assert batches(store) == count
    return refused.value.sentence


def check_nothing(store: Store, dump: Dump, act: Callable[[], object]) -> None:
    """It changes nothing, and no undo knows it."""
    before, count = dump(store.connection), batches(store)
    act()
    assert dump(store.connection) == before
    assert batches(store) == count
