"""What is asked about ideas: a new one, what is said of one, the pieces of a big one."""

from __future__ import annotations

from lundi.ideas.idea import FOR_WHOM, SIZES, TOO_BIG, Idea
from lundi.strategy.page import LINE
from lundi.time.days import Moment
from lundi.words.language import gettext as _
from lundi.words.language import ngettext
from lundi.words.text import filled_lines
from storage.ideas.intents import edit_idea, same_ideas, split_idea
from storage.store import Store
from storage.strategy.intents import read_strategy
from tui.ideas.picker import size_shown
from tui.kit.fields.area import Area
from tui.kit.fields.field import LINE_BREAK, Field, Texts
from tui.kit.place import Desk
from tui.kit.screens.dialog import Dialog, Kept

_CAPTURE = "idea"  # the form in which an idea is kept while it is typed
_PIECES = 4  # lines of them that are seen at a time


def capture(desk: Desk) -> Dialog:
    """One idea, or several where several lines are pasted (H08, F18); what waits already is said, and kept. What was
    typed and not saved yet when the program ended is there again."""

    def submit(texts: Texts) -> str | None:
        text = texts["text"].replace(LINE_BREAK, "\n")
        doubles = same_ideas(desk.store, filled_lines(text))

        return desk.perform(lambda store, now: store.capture(text, now), said=_kept(doubles))

    return Dialog(_("An idea, until Monday"), [Field("text", "")], submit, kept=Kept(desk, _CAPTURE))


def _kept(doubles: list[str]) -> str:
    if not doubles:
        return _("Kept until Monday.")
    said = ngettext(
        "Kept until Monday, though it is there already: {titles}.",
        "Kept until Monday, though they are there already: {titles}.",
        len(doubles),
    )
    return said.format(titles=" · ".join(doubles))


def edit(desk: Desk, idea: Idea) -> Dialog:
    """Words, for whom it is, size, line, and when it is enough (F11)."""
    whom = (("", _("not said")), *((value, _(words)) for value, words in FOR_WHOM.items()))
    fields = [
        Field("title", _("in a few words"), idea.title),
        Field("for_whom", _("for whom"), idea.for_whom, choices=whom),
        size_field(idea.minutes, (*SIZES, TOO_BIG)),
        *_line_fields(desk, idea),
        Field("enough", _("enough when"), idea.enough, _("two e-mails are sent")),
    ]

    def change(texts: Texts) -> str | None:
        line = texts.get("line", idea.line)
        changed = with_changes(idea, texts["title"], texts["for_whom"], minutes_of(texts), line, texts["enough"])
        if changed == idea:
            return None
        return desk.perform(lambda store, now: edit_idea(store, idea, changed, now))

    return Dialog(_("An idea"), fields, change, kept=Kept(desk, f"idea/{idea.id}"))


def _line_fields(desk: Desk, idea: Idea) -> list[Field]:
    """The line it is for: the chosen one, or one of the others, where there are any (F29)."""
    page = read_strategy(desk.store, desk.today)
    others = [one.name for one in page.shelf if one.kind == LINE]
    if idea.line and idea.line not in others:
        others.append(idea.line)
    if not others:
        return []
    chosen = page.chosen(LINE)
    choices = (("", chosen.name if chosen else _("not said")), *((name, name) for name in others))
    return [Field("line", _("line"), idea.line, choices=choices)]


def split(desk: Desk, idea: Idea) -> Dialog:
    """What is to be done first of something big, a piece a line; the rest stays (F10)."""

    def cut(store: Store, now: Moment, texts: Texts) -> None:
        split_idea(store, idea, texts["pieces"].splitlines(), now, minutes_of(texts))

    example = _("the page that clients see first")
    return Dialog(
        _("What is the first piece?"),
        [
            Field(
                "pieces",
                _("a piece a line"),
                entry=lambda text: Area(text, lines=_PIECES, example=example, id="pieces"),
            ),
            size_field(None, SIZES),
        ],
        lambda texts: desk.perform(lambda store, now: cut(store, now, texts)),
        hint=_("The rest stays an idea: {title}").format(title=idea.title),
        kept=Kept(desk, f"split/{idea.id}"),
    )


def with_changes(idea: Idea, title: str, for_whom: str, minutes: int | None, line: str, enough: str) -> Idea:
    """The same idea, with other things said of it."""
    return Idea(idea.id, title, idea.added_on, for_whom, minutes, idea.times_chosen, line, enough)


def minutes_of(texts: Texts) -> int | None:
    """What the field of a size says."""
    return int(texts["minutes"]) if texts["minutes"] else None


def size_field(minutes: int | None, sizes: tuple[int, ...]) -> Field:
    """A size of the few there are, or the one it has."""
    offered = sorted({*sizes, *([minutes] if minutes else [])})
    choices = (("", _("not said")), *((str(size), size_shown(size)) for size in offered))
    return Field("minutes", _("how long"), str(minutes or ""), choices=choices)
