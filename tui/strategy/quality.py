"""The quality list of the chosen line: what is to be right before anything is promoted (X10)."""

from __future__ import annotations

from lundi.strategy.page import QualityItem
from lundi.words.language import gettext as _
from lundi.words.marks import MET, PLANNED
from storage.strategy.intents import read_strategy
from storage.strategy.shelf import write_quality
from tui.kit.fields.field import Field
from tui.kit.place import Desk
from tui.kit.screens.dialog import Dialog, Kept
from tui.kit.screens.lists import STAYS, Act, Entry, ListScreen


def quality_list(desk: Desk) -> ListScreen:
    """What is right and what not yet; space says which."""
    listed: dict[str, QualityItem] = {}

    def read() -> list[Entry]:
        page = read_strategy(desk.store, desk.today)
        listed.clear()  # only now: what can't be read leaves the list as it is
        listed.update((item.id, item) for item in page.quality)
        return [
            Entry(
                item.id,
                f"{MET if item.is_right else PLANNED} {item.text}",
                _("as it should be") if item.is_right else _("not yet"),
            )
            for item in listed.values()
        ]

    def turn(item_id: str) -> str | None:
        item = listed[item_id]
        return desk.perform(lambda store, now: write_quality(store, item, item.text, not item.is_right, now))

    def take_away(item_id: str) -> str | None:
        item = listed[item_id]
        return desk.perform(lambda store, now: write_quality(store, item, "", item.is_right, now))

    return ListScreen(
        _("What is to be right before it is promoted"),
        read,
        [
            Act("enter", _("edit"), lambda item_id: desk.open(_dialog(desk, listed[item_id])), STAYS),
            Act("space", _("as it should be, or not yet"), turn, STAYS),
            Act("a", _("add"), lambda _id: desk.open(_dialog(desk, None)), STAYS, needs_entry=False),
            Act("d", _("take away"), take_away, STAYS),
        ],
        empty=_("Nothing here yet: what would you mend before you tell anybody? `a` adds it.").replace("`", ""),
    )


def _dialog(desk: Desk, item: QualityItem | None) -> Dialog:
    """One thing that is to be right."""
    text, is_right = (item.text, item.is_right) if item else ("", False)
    return Dialog(
        _("It is right when…"),
        [Field("text", "", text, _("everybody gets an answer the same day"))],
        lambda texts: desk.perform(lambda store, now: write_quality(store, item, texts["text"], is_right, now)),
        kept=Kept(desk, f"quality/{item.id if item else ''}"),
    )
