"""A list to choose from, over a place; with a search, one that follows what is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from lundi.errors import LundiError
from lundi.record import record
from tui.screens.dialog import OneLine
from tui.widgets.prose import Remark

_PATIENCE = 0.1  # seconds without a letter until a search begins


@record
class Entry:
    """One line of a list."""

    id: str
    text: str
    beside: str = ""  # said faintly, after the text


class ListScreen(ModalScreen[None]):
    """↑ and ↓ move, Enter acts on an entry, Esc closes."""

    BINDINGS = [
        Binding("escape", "close", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("enter", "choose", show=False),
    ]

    def __init__(
        self,
        title: str,
        entries: Sequence[Entry],
        choose: Callable[[str], str | None],
        *,
        keys: str,
        empty: str,
        search: Callable[[str], Sequence[Entry]] | None = None,
    ) -> None:
        """Choose gets the id of an entry, and returns a refusal to show, or None to close. The keys are the last
        line; empty is what stands there without entries ({text} is what was searched)."""
        super().__init__()
        self._title, self._all, self._choose = title, entries, choose
        self._keys, self._empty, self._search = keys, empty, search

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog list"):
            yield Static(self._title, classes="title", markup=False)
            if self._search is not None:
                yield OneLine("", compact=True, id="search")
            yield OptionList(markup=False, compact=True)
            yield Remark(classes="hint")
            yield Remark(classes="refusal")
            yield Static(self._keys, classes="keys", markup=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).can_focus = self._search is None
        self._show(self._all, "")

    def on_input_changed(self, event: Input.Changed) -> None:
        if self._search is not None:
            text, search = event.value, self._search
            self.set_timer(_PATIENCE, lambda: self._search_for(text, search))

    def _search_for(self, text: str, search: Callable[[str], Sequence[Entry]]) -> None:
        if self.is_current and self.query_one(Input).value == text:  # nothing was typed since
            try:
                entries = search(text) if text.strip() else self._all
            except LundiError as error:
                self.query_one(".refusal", Remark).say(error.sentence, refused=True)
            else:
                self._show(entries, text)

    def _show(self, entries: Sequence[Entry], text: str) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            Option(Content(entry.text) + Content.styled(f"   {entry.beside}", "$lundi-faint"), entry.id)
            for entry in entries
        )
        options.display = bool(entries)
        if entries:
            options.highlighted = 0
        is_empty = not entries and (self._search is None or bool(text.strip()))
        self.query_one(".hint", Remark).say(self._empty.format(text=text) if is_empty else "")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_choose()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._search is not None and event.value.strip():
            self._search_for(event.value, self._search)
        self.action_choose()

    def action_move(self, step: int) -> None:
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            options.highlighted = max(0, min(options.option_count - 1, options.highlighted + step))

    def action_choose(self) -> None:
        options = self.query_one(OptionList)
        if not self.is_current or options.highlighted is None or not options.display:
            return
        refusal = self._choose(str(options.get_option_at_index(options.highlighted).id))
        if refusal is None:
            self.action_close()
            return
        self.query_one(".refusal", Remark).say(refusal, refused=True)

    def action_close(self) -> None:
        if self.is_current:
            self.dismiss()
