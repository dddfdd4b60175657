"""What the dashboard looks like. After a change that is meant: pytest tests/tui/test_looks.py --snapshot-update"""

from __future__ import annotations

from datetime import datetime

import pytest

from lundi.time.days import moment
from lundi.words import language
from storage.habits.first_run import finish as finish_first_run
from storage.ritual.progress import finish as finish_ritual
from storage.sample.year import sample_now, write_sample
from storage.store import Store
from tui.app import LundiApp

SMALLEST, SMALL, ROOMY = (40, 12), (80, 24), (120, 36)
TWO = ["space", "down", "space"]
PLACES: dict[str, list[str]] = {"week": [], "strategy": ["2"], "campaign": ["3"], "tracking": ["4"]}


@pytest.fixture(autouse=True)
def _plain(monkeypatch):
    """Colours as a terminal with all of them has them, and no blinking cursor."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


@pytest.fixture
def app():
    """The dashboard on the sample year in a language, or on an empty file, as a new one is asked or not; the ritual was
    put off, unless it is asked for."""
    stores = []

    def make(lang="en", theme="lundi-dark", *, empty=False, asked=False, ritual=False, now: datetime | None = None):
        language.use(lang)
        stores.append(Store.open())
        wall = now or sample_now()
        if not empty:
            write_sample(stores[-1])
        elif not asked:
            finish_first_run(stores[-1], moment(wall, stores[-1].day_end))  # its questions were answered already
        if not ritual:
            finish_ritual(stores[-1], moment(wall, stores[-1].day_end))
        return LundiApp(stores[-1], lambda: wall, theme)

    yield make
    for store in stores:
        store.close()


@pytest.mark.parametrize("size", [SMALL, ROOMY], ids=["80x24", "120x36"])
@pytest.mark.parametrize(("lang", "theme"), [("fr", "lundi-dark"), ("en", "lundi-light")], ids=["fr-dark", "en-light"])
@pytest.mark.parametrize("place", PLACES)
def test_place(snap_compare, app, place, lang, theme, size):
    assert snap_compare(app(lang, theme), press=PLACES[place], terminal_size=size)


def test_week_in_english_in_the_dark(snap_compare, app):
    assert snap_compare(app("en"), press=["down", "space"], terminal_size=SMALL)


def test_empty(snap_compare, app):
    assert snap_compare(app("fr", empty=True), terminal_size=SMALL)


def test_dialog_with_a_refusal(snap_compare, app):
    async def refused(pilot):
        await pilot.press("a", "tab", "x", "ctrl+s")
        for field in pilot.app.screen.query("Input"):
            field.cursor_blink = False

    assert snap_compare(app("fr"), run_before=refused, terminal_size=ROOMY)


def test_the_keys(snap_compare, app):
    assert snap_compare(app("fr"), press=["question_mark"], terminal_size=ROOMY)


async def _still(pilot):
    """No cursor that blinks."""
    for field in pilot.app.screen.query("Input"):
        field.cursor_blink = False


@pytest.mark.parametrize(
    ("keys", "lang", "theme", "size"),
    [
        pytest.param(["e"], "fr", "lundi-dark", SMALL, id="card-80"),
        pytest.param(["e"], "en", "lundi-light", ROOMY, id="card-120"),
        pytest.param(["e"], "fr", "lundi-dark", SMALLEST, id="card-40"),
        pytest.param(["comma", "down"], "fr", "lundi-dark", SMALL, id="settings-80"),
        pytest.param(["space", "m", "U", "down"], "en", "lundi-dark", SMALL, id="changes-80"),
        pytest.param(["d", "enter", "S", "A"], "fr", "lundi-light", SMALL, id="put-away-80"),
        pytest.param([], "fr", "lundi-dark", SMALLEST, id="week-40"),
        pytest.param(["4"], "fr", "lundi-dark", SMALLEST, id="tracking-40"),
        pytest.param(["2"], "fr", "lundi-dark", SMALLEST, id="strategy-40"),
        pytest.param(["3"], "fr", "lundi-dark", SMALLEST, id="campaign-40"),
        pytest.param(["2", "e"], "fr", "lundi-dark", SMALL, id="strategy-edit-80"),
        pytest.param(["2", "g"], "en", "lundi-light", ROOMY, id="lines-120"),
        pytest.param(["3", "b"], "fr", "lundi-dark", SMALL, id="review-80"),
        pytest.param(["3", "b"], "en", "lundi-light", ROOMY, id="review-120"),
        pytest.param(["3", "c"], "fr", "lundi-dark", ROOMY, id="past-120"),
        pytest.param(["3", "c"], "en", "lundi-light", SMALL, id="past-80"),
        pytest.param(["d"], "fr", "lundi-dark", SMALL, id="giving-up-80"),
        pytest.param(["question_mark"], "en", "lundi-dark", SMALL, id="keys-80"),
        pytest.param(["full_stop"], "fr", "lundi-dark", SMALL, id="next-step-80"),
        pytest.param(["full_stop"], "en", "lundi-light", ROOMY, id="next-step-120"),
        pytest.param(["full_stop"], "fr", "lundi-dark", SMALLEST, id="next-step-40"),
        pytest.param(["R"], "fr", "lundi-dark", SMALL, id="rules-80"),
        pytest.param(["R"], "en", "lundi-light", ROOMY, id="rules-120"),
    ],
)
def test_over_the_places_and_in_little_room(snap_compare, app, keys, lang, theme, size):
    assert snap_compare(app(lang, theme), press=keys, run_before=_still, terminal_size=size)


@pytest.mark.parametrize(
    ("keys", "lang", "theme", "size"),
    [
        pytest.param([], "fr", "lundi-dark", SMALL, id="look-back-80"),
        pytest.param([], "en", "lundi-light", ROOMY, id="look-back-120"),
        pytest.param([], "fr", "lundi-dark", SMALLEST, id="look-back-40"),
        pytest.param(["enter"], "fr", "lundi-dark", SMALL, id="course-80"),
        pytest.param(["enter", "4"], "fr", "lundi-dark", ROOMY, id="course-120"),
        pytest.param(["enter", "enter", *"repasser", "enter", *"plus"], "fr", "lundi-dark", SMALL, id="empty-head-80"),
        pytest.param(["enter"] * 2, "en", "lundi-dark", ROOMY, id="empty-head-120"),
        pytest.param([*["enter"] * 3, *TWO], "fr", "lundi-dark", SMALL, id="choose-80"),
        pytest.param([*["enter"] * 3, "right", "space"], "en", "lundi-light", ROOMY, id="choose-120"),
        pytest.param([*["enter"] * 3, "down"], "fr", "lundi-dark", SMALLEST, id="choose-40"),
        pytest.param(["ctrl+e", *TWO, "enter"], "en", "lundi-dark", SMALL, id="commit-80"),
        pytest.param(["ctrl+e", *TWO, "enter"], "fr", "lundi-dark", ROOMY, id="commit-120"),
        pytest.param(["enter"] * 4, "fr", "lundi-dark", SMALL, id="habit-question-80"),
        pytest.param([*["enter"] * 4, "escape"], "en", "lundi-dark", ROOMY, id="habit-question-120"),
        pytest.param(["ctrl+e", *TWO, "enter", "enter"], "fr", "lundi-dark", SMALL, id="end-80"),
    ],
)
def test_ritual(snap_compare, app, keys, lang, theme, size):
    """As it opens by itself, on a Monday without a plan."""
    it = app(lang, theme, ritual=True, now=datetime(2026, 11, 23, 8, 30))
    assert snap_compare(it, press=keys, run_before=_still, terminal_size=size)


@pytest.mark.parametrize("size", [SMALL, ROOMY], ids=["80x24", "120x36"])
def test_fresh_start(snap_compare, app, size):
    assert snap_compare(app("fr", ritual=True, now=datetime(2026, 12, 9, 9, 10)), terminal_size=size)


@pytest.mark.parametrize("size", [SMALL, ROOMY], ids=["80x24", "120x36"])
@pytest.mark.parametrize("presses", [1, 4, 6], ids=["mission", "channel", "habits"])
def test_first_run(snap_compare, app, presses, size):
    assert snap_compare(
        app("fr", empty=True, asked=True), press=["enter"] * presses, run_before=_still, terminal_size=size
    )


def test_the_strip_after_silent_days(snap_compare, app):
    assert snap_compare(app("fr", now=datetime(2026, 11, 23, 9, 10)), terminal_size=SMALL)


def test_too_small(snap_compare, app):
    assert snap_compare(app("fr"), terminal_size=(30, 8))
