"""What is asked before something is chosen: the first piece of it, or what becomes of it."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from lundi.ideas import changes
from lundi.ideas.idea import SIZES, Idea
from lundi.time.days import Moment
from lundi.words.language import gettext as _
from storage.ideas.intents import choose_idea, make_smaller, split_idea
from storage.store import Store
from tui.ideas.asks import minutes_of, size_field
from tui.kit.fields.field import Field, Texts
from tui.kit.place import Desk
from tui.kit.screens.dialog import Dialog, Kept
from tui.kit.screens.lists import Act, Entry, ListScreen

_DO, _SMALLER, _LET_GO = "do", "smaller", "let-go"
Decision = Callable[[], Screen[None] | None]  # carries it out, or returns the screen that asks for more


def first_piece(desk: Desk, idea: Idea) -> Dialog:
    """What is done this week of something too big; the rest stays (F10)."""

    def choose(store: Store, now: Moment, texts: Texts) -> None:
        with store.intent(changes.CHOSEN, now, {"title": texts["title"]}):
            (piece_id,) = split_idea(store, idea, [texts["title"]], now, minutes_of(texts))
            choose_idea(store, Idea(piece_id, texts["title"], now.day), now)

    return Dialog(
        _("What is the first piece?"),
        [
            Field("title", _("in a few words"), example=_("the page that clients see first")),
            size_field(None, SIZES),
        ],
        lambda texts: desk.perform(lambda store, now: choose(store, now, texts)),
        hint=_("The rest stays an idea: {title}").format(title=idea.title),
        kept=Kept(desk, f"first-piece/{idea.id}"),
    )


def smaller(desk: Desk, idea: Idea) -> Dialog:
    """Other words and another size for what was carried twice; that is done this week (H09)."""

    def choose(store: Store, now: Moment, texts: Texts) -> None:
        with store.intent(changes.CHOSEN, now, {"title": texts["title"]}):
            make_smaller(store, idea, texts["title"], minutes_of(texts), now)
            choose_idea(store, idea, now)

    return Dialog(
        _("Make it smaller: what would be enough?"),
        [Field("title", _("in a few words"), idea.title), size_field(SIZES[0], SIZES)],
        lambda texts: desk.perform(lambda store, now: choose(store, now, texts)),
        kept=Kept(desk, f"smaller/{idea.id}"),
    )


def decide(idea: Idea, do: Decision, shrink: Decision, let_go: Decision) -> ListScreen:
    """What was carried twice isn't chosen a third time without a decision (H09)."""
    decisions = {_DO: do, _SMALLER: shrink, _LET_GO: let_go}
    return ListScreen(
        _("Left undone {count} times: {title}").format(count=idea.times_chosen, title=idea.title),
        lambda: [
            Entry(_DO, _("Do it this week")),
            Entry(_SMALLER, _("Make it smaller"), _("other words, another size")),
            Entry(_LET_GO, _("Let it go")),
        ],
        [Act("enter", _("decide"), lambda decision: decisions[decision]())],
        empty="",
    )
