"""What a change of course asks besides its text: why, and from which day on (F01, H44)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual.screen import Screen

from lundi.strategy.page import VISION, Entry, StrategyPage, holds_from, is_change_of_course
from lundi.time.formats import day_from
from lundi.words.errors import LundiError
from lundi.words.language import gettext as _
from lundi.words.text import clean, clean_lines
from storage.strategy.intents import Reason, read_strategy
from tui.kit.fields.field import Field, Texts
from tui.kit.place import Desk

_MONDAY, _AT_ONCE = "monday", "at-once"


def asked(desk: Desk, make: Callable[[StrategyPage], Screen[None]]) -> str | None:
    """Open a screen made from the page as it is now; what the file refuses comes back as its sentence."""
    try:
        desk.open(make(read_strategy(desk.store, desk.today)))
    except LundiError as error:
        return error.sentence
    return None


def needs_reason(page: StrategyPage, kind: str) -> bool:
    """Whether another text for a kind would be a change of course."""
    before = page.entries.get(kind)
    return before is not None and is_change_of_course(before, Entry(kind, page.today, f"{before.text}+", page.today))


def reason_fields(page: StrategyPage, kind: str) -> list[Field]:
    """Why, and from Monday or at once; nothing where no change of course can come of it. At the quarterly check a
    change holds at once anyway."""
    if not needs_reason(page, kind):
        return []
    waiting = page.waiting.get(kind)
    why = Field("why", _("why"), waiting.why if waiting else "", _("what I have seen that makes me change"))
    if page.is_check_week:
        return [why]
    monday = _from_day(page, kind, "+", at_once=False)
    choices = ((_MONDAY, _("from {day} on").format(day=day_from(monday, page.today))), (_AT_ONCE, _("at once")))
    return [why, Field("from", _("holds"), choices=choices)]


def reason_of(texts: Texts) -> Reason:
    """The reason that was typed."""
    return Reason(texts.get("why", ""), texts.get("from") == _AT_ONCE)


def when_it_holds(page: StrategyPage, kind: str, texts: Texts) -> str:
    """From which day on what is typed would hold; '' while it says what stands there."""
    if not needs_reason(page, kind) or _is_unchanged(page, kind, texts["text"]):
        return ""
    if page.is_check_week:
        return _("This is the week of the quarterly check: a change of course holds at once.")
    if reason_of(texts).at_once:
        return _("A change of course, which holds from today on.")
    day = day_from(_from_day(page, kind, texts["text"], at_once=False), page.today)
    return _("A change of course: it waits until {day} before it holds, and can be left there.").format(day=day)


def _is_unchanged(page: StrategyPage, kind: str, text: str) -> bool:
    before = page.text(kind)
    return (clean_lines(text) if kind == VISION else clean(text)) == before


def _from_day(page: StrategyPage, kind: str, text: str, *, at_once: bool) -> date:
    before = page.entries.get(kind)
    return holds_from(page, before, Entry(kind, page.today, text, page.today), at_once=at_once)
