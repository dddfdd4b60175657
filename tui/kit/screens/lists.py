"""A list to choose from, over a place; with a search, one that follows what is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from lundi.record import record
from lundi.words.errors import LundiError
from lundi.words.language import gettext as _
from tui.kit.commands import key_named
from tui.kit.drawing.prose import Remark
from tui.kit.fields.ahead import Ahead
from tui.kit.fields.field import OneLine
from tui.kit.screens.fitted import FittedModal

_PATIENCE = 0.1  # seconds without a letter until a search begins


@record
class Entry:
    """One line of a list."""

    id: str
    text: str
    beside: str = ""  # said faintly, after the text


STAYS, CLOSES = "stays", "closes"


@record
class Act:
    """What a key does in a list."""

    key: str  # Textual's name; the first act's is enter
    word: str
    # Gets the id of the entry under the cursor; returns a refusal to show, or None, or the screen that comes after the
    # list. What it raises is shown as well.
    do: Callable[[str], str | Screen[None] | None]
    after: str = CLOSES  # the list then STAYS and is read again, or CLOSES
    needs_entry: bool = True  # without one the id is ''


class Entries(OptionList):
    """Textual's, of which a page may be turned before it is laid out, and that may be others by the time a click is
    heard of."""

    def on_click(self, event: events.Click) -> None:
        option = event.style.meta.get("option")
        if option is not None and option >= self.option_count:
            event.prevent_default()

    def action_page_up(self) -> None:
        with suppress(KeyError):
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        with suppress(KeyError):
            super().action_page_down()  # type: ignore[no-untyped-call]


class ListScreen(FittedModal):
    """↑ and ↓ move, Esc closes; what else a key does, the acts say."""

    BINDINGS = [
        Binding("escape", "close", show=False),
        # Before the list's own, which come a moment later: the next key may act on the entry under the cursor.
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "move(10)", show=False, priority=True),
        Binding("pageup", "move(-10)", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        read: Callable[[], Sequence[Entry]],
        acts: Sequence[Act],
        *,
        empty: str,
        search: Callable[[str], Sequence[Entry]] | None = None,
        lead: Widget | None = None,
        leave: str = "",
    ) -> None:
        """Read gives the entries, again after each act that leaves the list open. Empty is what stands there without
        any ({text} is what was searched). A lead stands between the title and the list. Leave is the word for Esc,
        where that isn't 'close'."""
        super().__init__()
        self._title, self._read, self._acts = title, read, acts
        self._empty, self._search, self._lead, self._leave = empty, search, lead, leave
        self._ahead = Ahead()
        for number, act in enumerate(acts):
            # Before the letters that follow them are given to somebody else: keys may come quicker than they bubble up.
            self._bindings.bind(act.key, f"act({number})", show=False, priority=True)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog list"):
            yield Static(self._title, classes="title", markup=False)
            if self._lead is not None:
                yield self._lead
            if self._search is not None:
                yield OneLine("", id="search")
            yield Entries(markup=False, compact=True)
            yield Remark(classes="hint")
            yield Remark(classes="refusal")
            yield Static(self._keys(), classes="keys", markup=False)

    def _keys(self) -> str:
        acts = [f"{key_named(act.key)} {act.word}" for act in self._acts]
        return "   ".join([*acts, " ".join((key_named("escape"), self._leave or _("close")))])

    def on_mount(self) -> None:
        self.query_one(OptionList).can_focus = self._search is None
        self._reread()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """What was opened over the list may have changed what it lists."""
        self.reread()

    def reread(self) -> None:
        """List what there is now; what is looked for stays as it was found."""
        if self._search is None and self.is_mounted:
            self._reread()

    def _reread(self) -> None:
        try:
            self._show(self._read(), "")
        except LundiError as error:
            self._refuse(error.sentence)

    def _refuse(self, sentence: str) -> None:
        self.query_one(".refusal", Remark).say(sentence, refused=True)

    def on_input_changed(self, event: Input.Changed) -> None:
        if self._search is not None:
            text, search = event.value, self._search
            self.set_timer(_PATIENCE, lambda: self._search_for(text, search))

    def _search_for(self, text: str, search: Callable[[str], Sequence[Entry]]) -> None:
        if self.is_active and self.query_one(Input).value == text:  # nothing was typed since
            try:
                entries = search(text) if text.strip() else self._read()
            except LundiError as error:
                self._refuse(error.sentence)
            else:
                self._show(entries, text)

    def _show(self, entries: Sequence[Entry], text: str) -> None:
        options = self.query_one(OptionList)
        chosen, place = self._chosen, options.highlighted or 0
        options.clear_options()
        options.add_options(
            Option(Content(entry.text) + Content.styled(f"   {entry.beside}", "$lundi-faint"), entry.id)
            for entry in entries
        )
        options.display = bool(entries)
        if entries:
            ids = [entry.id for entry in entries]
            options.highlighted = ids.index(chosen) if chosen in ids else min(place, len(ids) - 1)
        is_empty = not entries and (self._search is None or bool(text.strip()))
        self.query_one(".hint", Remark).say(self._empty.format(text=text) if is_empty else "")

    @property
    def _chosen(self) -> str:
        """The id of the entry under the cursor, '' without one."""
        options = self.query_one(OptionList)
        if options.highlighted is None or not options.display or not options.option_count:
            return ""
        return str(options.get_option_at_index(options.highlighted).id)

    def on_key(self, event: events.Key) -> None:
        """A letter that is no key of the list goes to the first entry that begins so."""
        if self._search is None and event.is_printable and event.character is not None:
            event.stop()
            texts = [str(option.prompt) for option in self.query_one(OptionList).options]
            if (place := self._ahead.first(texts, event.character)) is not None:
                self.query_one(OptionList).highlighted = place

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click on an entry."""
        event.stop()
        self.action_act(0)

    def action_move(self, step: int) -> None:
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            options.highlighted = max(0, min(options.option_count - 1, options.highlighted + step))

    def action_act(self, number: int) -> None:
        if self._search is None:
            self._act(number)
        else:
            self.query_one(Input).call_later(self._act_on_search, number)

    def _act_on_search(self, number: int) -> None:
        """Once the field has taken what was typed before."""
        if self.is_active and self._search is not None and (text := self.query_one(Input).value).strip():
            self._search_for(text, self._search)
        self._act(number)

    def _act(self, number: int) -> None:
        act = self._acts[number]
        if not self.is_active or (act.needs_entry and not self._chosen):
            return
        self._refuse("")
        try:
            outcome = act.do(self._chosen)
        except LundiError as error:
            outcome = error.sentence
        if isinstance(outcome, str):
            self._refuse(outcome)
        elif act.after == CLOSES:
            self.action_close()
            if outcome is not None:
                self.app.push_screen(outcome)
        elif self.is_active:
            self._reread()

    def action_close(self) -> None:
        if self.is_active:
            self.dismiss()
