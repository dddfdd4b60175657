"""Five thousand events that nobody chose, on each kind of file, with seeds that stand here: nothing is left of them.

Other seeds: `python -m tests.wild all SEED 25000 FOLDER`. What one finds becomes a test of its own beside these.
"""

from __future__ import annotations

import pytest

from tests.wild.files import KINDS
from tests.wild.run import Run

SEEDS = dict(zip(KINDS, (3, 5, 7, 9), strict=True))
EVENTS = 5000


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
async def test_wild_events_leave_no_trace(tmp_path, kind):
    run = Run(tmp_path / "lundi.db", kind, SEEDS[kind])
    await run.go(EVENTS)
    assert run.problems == []
    assert run.events >= EVENTS
