"""Lines and channels: choosing the one, and the shelf of the others with the days to look at them again."""

from __future__ import annotations

from datetime import date

from rich.cells import cell_len

from lundi.strategy.page import CHANNEL, LINE, Choice, StrategyPage, label
from lundi.time.days import Moment, parse_coming_day
from lundi.time.formats import day_from, day_numeric
from lundi.words.errors import NotUnderstood
from lundi.words.language import gettext as _
from lundi.words.text import clean, fold
from storage.store import Store
from storage.strategy.intents import choose, read_strategy
from storage.strategy.shelf import change_choice, put_away_choice, shelve
from tui.kit.fields.field import Field, Texts
from tui.kit.place import Desk
from tui.kit.screens.dialog import Dialog, Kept
from tui.kit.screens.lists import STAYS, Act, Entry, ListScreen
from tui.strategy.reason import asked, reason_fields, reason_of, when_it_holds


def choices_list(desk: Desk) -> ListScreen:
    """The chosen line and channel, then the shelf (D23, F30)."""
    listed: dict[str, Choice] = {}

    def read() -> list[Entry]:
        page = read_strategy(desk.store, desk.today)
        chosen = [choice for kind in (LINE, CHANNEL) if (choice := page.chosen(kind))]
        listed.clear()
        listed.update((choice.id, choice) for choice in (*chosen, *page.shelf))
        longest = max(cell_len(label(kind)) for kind in (LINE, CHANNEL))
        return [
            Entry(
                one.id,
                f"{label(one.kind):<{longest}}  {one.name}",
                _chosen_since(page, one) or _on_the_shelf(page, one),
            )
            for one in listed.values()
        ]

    def edit(choice_id: str) -> str | None:
        return asked(desk, lambda page: edit_dialog(desk, page, listed[choice_id]))

    def pick(choice_id: str) -> str | None:
        choice = listed[choice_id]

        def make(page: StrategyPage) -> Dialog:
            return choose_dialog(desk, page, choice.kind, choice.name)

        return asked(desk, make)

    def put_away(choice_id: str) -> str | None:
        return desk.perform(lambda store, now: put_away_choice(store, listed[choice_id], now))

    return ListScreen(
        _("One line, one channel; the others wait"),
        read,
        [
            Act("enter", _("edit"), edit, STAYS),
            Act("space", _("choose"), pick, STAYS),
            Act("a", _("add"), lambda _id: asked(desk, lambda _page: add_dialog(desk)), STAYS, needs_entry=False),
            Act("d", _("take away"), put_away, STAYS),
        ],
        empty=_("No line and no channel yet. `a` adds one; `space` chooses it.").replace("`", ""),
    )


def _chosen_since(page: StrategyPage, choice: Choice) -> str:
    """'chosen, since Mon 1 Sept', and that another one waits to take its place; '' for one on the shelf."""
    entry = page.entries.get(choice.kind)
    if entry is None or entry.text != choice.id:
        return ""
    return _("chosen, since {day}").format(day=day_from(entry.from_day, page.today))


def _on_the_shelf(page: StrategyPage, choice: Choice) -> str:
    waiting = page.waiting.get(choice.kind)
    if waiting is not None and waiting.text == choice.id:
        return _("to be confirmed, from {day} on").format(day=day_from(waiting.from_day, page.today))
    if choice.look_again_on is None:
        when = _("not now")
    elif choice in page.due:
        when = _("look at it again now")
    else:
        when = _("look again {day}").format(day=day_from(choice.look_again_on, page.today))
    return f"{when}   {choice.why}" if choice.why else when


def choose_dialog(desk: Desk, page: StrategyPage, kind: str, name: str = "") -> Dialog:
    """Choose the one line or channel by its name; the channel asks for the first thing to make on it (D24). A name to
    begin with is that of one on the shelf."""
    present = page.chosen(kind)
    waiting = page.waiting.get(kind)
    value = name or (page.shown(kind, waiting.text) if waiting else "") or page.text(kind)
    example = _("window cleaning") if kind == LINE else _("word of mouth, breakfasts, a podcast, the shop window…")
    fields = [Field("text", label(kind), value, example, replaces=True)]
    if kind == CHANNEL:
        fields.append(Field("first", _("first thing to make"), "", _("twenty cards: one number, one sentence")))
    fields += reason_fields(page, kind)
    if present is not None:
        fields.append(Field("again", _("former, again on"), "", _("a day, or nothing")))
    shelf = ", ".join(one.name for one in page.shelf if one.kind == kind)

    def describe(texts: Texts) -> str:
        said = [when_it_holds(page, kind, texts)]
        if present is not None and clean(texts["text"]) and fold(clean(texts["text"])) != fold(present.name):
            said.append(_("{name} goes to the shelf then.").format(name=present.name))
        elif shelf:
            said.append(_("On the shelf: {names}").format(names=shelf))
        if kind == CHANNEL:
            said.append(_("The first thing to make becomes an idea; it may stay empty."))
        return "\n".join(filter(None, said))

    def submit(texts: Texts) -> str | None:
        reason = reason_of(texts)
        again = texts.get("again", "")
        return desk.perform(
            lambda store, now: choose(
                store,
                kind,
                texts["text"],
                now,
                reason,
                texts.get("first", ""),
                look_again_on=_day(again, now.day),
            ),
        )

    title = _("One line gets everything, for now. Which?") if kind == LINE else _("One channel. Which?")
    return Dialog(title, fields, submit, kept=Kept(desk, f"course/{kind}"), describe=describe)


def add_dialog(desk: Desk) -> Dialog:
    """Put a line or a channel on the shelf (F30)."""
    kinds = tuple((kind, label(kind)) for kind in (LINE, CHANNEL))
    fields = [Field("kind", _("what"), LINE, choices=kinds), *_shelf_fields("", "", "")]

    def submit(texts: Texts) -> str | None:
        return desk.perform(
            lambda store, now: shelve(
                store, texts["kind"], texts["name"], _day(texts["again"], now.day), texts["why"], now
            )
        )

    return Dialog(_("Not now, and when to look again"), fields, submit, kept=Kept(desk, "shelf"))


def edit_dialog(desk: Desk, page: StrategyPage, choice: Choice) -> Dialog:
    """Rename a line or a channel, and say when and why to look at it again."""
    again = day_numeric(choice.look_again_on) if choice.look_again_on else ""

    def submit(texts: Texts) -> str | None:
        def change(store: Store, now: Moment) -> None:
            unchanged = texts["again"].strip() == again
            day = choice.look_again_on if unchanged else _day(texts["again"], now.day)
            change_choice(store, choice, texts["name"], day, texts["why"], now)

        return desk.perform(change)

    fields = _shelf_fields(choice.name, again, choice.why)
    return Dialog(choice.name, fields, submit, kept=Kept(desk, f"shelf/{choice.id}"))


def _shelf_fields(name: str, again: str, why: str) -> list[Field]:
    return [
        Field("name", _("name"), name, _("spreadsheet workshop")),
        Field("again", _("look again on"), again, _("a day: 4/1, 2027-01-04; or nothing")),
        Field("why", _("why not now"), why, _("it takes every Thursday")),
    ]


def _day(text: str, today: date) -> date | None:
    """A day to come, None for nothing. NotUnderstood otherwise."""
    if not text.strip():
        return None
    day = parse_coming_day(text, today)
    if day < today:
        raise NotUnderstood(_("{day} has gone by. Which day to come?").format(day=day_from(day, today)))
    return day
