"""What bothered clients, and what was tried once: two lists."""

from __future__ import annotations

from datetime import date

from lundi.time.days import Moment, parse_day
from lundi.time.formats import day_numeric, day_short
from lundi.words.language import gettext as _
from lundi.words.marks import MET, PLANNED
from storage.campaign.lessons import mend_irritant, note_irritant, write_try
from storage.campaign.rows import Irritant, Try, read_irritants, read_tries
from storage.store import Store
from tui.kit.fields.field import Field, Texts
from tui.kit.place import Desk
from tui.kit.screens.dialog import Dialog, Kept
from tui.kit.screens.lists import STAYS, Act, Entry, ListScreen


def irritants(desk: Desk, line: str) -> ListScreen:
    """What bothered clients; space mends one, or opens it again (X13). A new one is of a line, by its name."""
    known: dict[str, Irritant] = {}

    def read() -> list[Entry]:
        present = read_irritants(desk.store)
        known.clear()  # only now: what can't be read leaves the list as it is
        known.update((one.id, one) for one in present)
        return [
            Entry(one.id, f"{MET if one.mended_on else PLANNED} {one.text}", _beside(one)) for one in known.values()
        ]

    def mend(irritant_id: str) -> str | None:
        return desk.perform(lambda store, now: mend_irritant(store, known[irritant_id], now))

    return ListScreen(
        _("What bothered clients"),
        read,
        [
            Act("space", _("mended, or open again"), mend, STAYS),
            Act("a", _("add"), lambda _id: desk.open(_new_irritant(desk, line)), STAYS, needs_entry=False),
        ],
        empty=_("Nothing noted. Ask the next client: what bothered you?"),
    )


def _beside(one: Irritant) -> str:
    if one.mended_on:
        return _("mended {day}").format(day=day_short(one.mended_on))
    return f"{day_short(one.day)}, {one.line}" if one.line else day_short(one.day)


def _new_irritant(desk: Desk, line: str) -> Dialog:
    return Dialog(
        _("What bothered a client?"),
        [Field("text", "", example=_("the invoice came three weeks late"))],
        lambda texts: desk.perform(lambda store, now: note_irritant(store, texts["text"], now, line)),
        kept=Kept(desk, "irritant"),
    )


def tries(desk: Desk) -> ListScreen:
    """One-off tries with what they taught; they count in no score (F14)."""
    known: dict[str, Try] = {}

    def read() -> list[Entry]:
        present = read_tries(desk.store)
        known.clear()
        known.update((one.id, one) for one in present)
        return [Entry(one.id, one.text, " · ".join(filter(None, (day_short(one.day), one.result, one.lesson))))
                for one in known.values()]  # fmt: skip

    def put_away(try_id: str) -> str | None:
        one = known[try_id]
        return desk.perform(lambda store, now: write_try(store, one, one.day, "", one.result, one.lesson, now))

    return ListScreen(
        _("One-off tries"),
        read,
        [
            Act("enter", _("change"), lambda try_id: desk.open(_try(desk, known[try_id])), STAYS),
            Act("a", _("add"), lambda _id: desk.open(_try(desk, None)), STAYS, needs_entry=False),
            Act("d", _("take away"), put_away, STAYS),
        ],
        empty=_("None yet. Something sporadic is fine: write down what it taught."),
    )


def _try(desk: Desk, tried: Try | None) -> Dialog:
    day = day_numeric(tried.day if tried else desk.today)

    def read_day(text: str) -> date:
        return parse_day(text or day, desk.today)

    def write(store: Store, now: Moment, texts: Texts) -> None:
        write_try(store, tried, read_day(texts["day"]), texts["text"], texts["result"], texts["lesson"], now)

    return Dialog(
        _("Something tried once"),
        [
            Field("text", _("what"), tried.text if tried else "", _("a word slipped into the invoices")),
            Field("result", _("result"), tried.result if tried else "", _("two calls")),
            Field("lesson", _("lesson"), tried.lesson if tried else "", _("people keep paper")),
            Field("day", _("day"), day, check=read_day),
        ],
        lambda texts: desk.perform(lambda store, now: write(store, now, texts)),
        hint=_("It counts in no score."),
        kept=Kept(desk, f"try/{tried.id if tried else ''}"),
    )
