"""Fields on a screen: what is typed into them, the way between them, and where a refused text stands."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual import events
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input

from tui.kit.fields.choice import Choice
from tui.kit.fields.field import Field, ManyLines, Texts, first_refused
from tui.kit.fields.pick_list import PickList
from tui.kit.screens.fitted import Fitted, settled


@runtime_checkable
class Movable(Protocol):
    """Something with rows of its own."""

    def move(self, step: int) -> bool:
        """A row up or down; whether there was one."""


class Form(Fitted):
    """Goes from field to field. Its keys wait until the field has taken what was typed before them."""

    AUTO_FOCUS = ""
    BINDINGS = [
        # Before the letters that follow them are given to a field: keys may come quicker than they bubble up.
        Binding("tab", "step(1)", show=False, priority=True),
        Binding("shift+tab", "step(-1)", show=False, priority=True),
        Binding("down", "line(1)", show=False, priority=True),
        Binding("up", "line(-1)", show=False, priority=True),
    ]

    @property
    def fields(self) -> list[Field]:
        """What is to be filled in; to be overridden."""
        raise NotImplementedError

    @property
    def entries(self) -> list[Widget]:
        """What may be filled in or moved through and is shown, from top to bottom; to be overridden."""
        raise NotImplementedError

    @property
    def is_there(self) -> bool:
        """Whether it takes what is typed: nothing is opened over it, and it isn't closed."""
        return self.is_active and self.is_mounted

    @property
    def texts(self) -> Texts:
        """What is there now, by field."""
        entries = (self.query_one(f"#{field.id}") for field in self.fields)
        kinds = Input | Choice | ManyLines | PickList
        return {str(one.id): one.value for one in entries if isinstance(one, kinds)}

    async def settled(self) -> bool:
        """Whether the screen is there to be answered, once the field has taken everything."""
        await settled(self.focused)
        return self.is_there

    def understood(self, entries: list[Widget]) -> bool:
        """Whether the checks take what stands in these; the first one that is refused has the focus then."""
        ids, texts = {entry.id for entry in entries}, self.texts
        wrong = first_refused((field for field in self.fields if field.id in ids and field.id in texts), texts)
        if wrong is not None:
            name, sentence = wrong
            entry = self.query_one(f"#{name}")
            self.set_focus(entry, scroll_visible=False)
            self.refuse_text(entry, sentence)
        return wrong is None

    def refuse_text(self, entry: Widget, sentence: str) -> None:
        """Say what is wrong with the text of an entry, which has the focus; to be overridden."""
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        """Letters that came before a field had the focus belong into one."""
        if not (event.is_printable and event.character is not None and self.is_there):
            return
        entry = self.focused or next(iter(self.entries), None)
        if isinstance(entry, Input):
            event.stop()
            if self.focused is None:
                if entry.select_on_focus:  # it would select what has been typed, too
                    entry.clear()
                    entry.select_on_focus = False
                self.set_focus(entry, scroll_visible=False)
            entry.insert_text_at_cursor(event.character)

    async def action_step(self, step: int) -> None:
        """To the next field or the one before, round and round."""
        if await self.settled():
            self.step(step)

    def step(self, step: int) -> None:
        entries = self.entries
        if entries:
            place = entries.index(self.focused) if self.focused in entries else 0
            self.set_focus(entries[(place + step) % len(entries)])

    async def action_line(self, step: int) -> None:
        """A line up or down: in a list or a field of several inside it, from any other to the next one."""
        if not await self.settled():
            return
        if isinstance(self.focused, ManyLines):
            self.focused.move_line(step)
        elif not (isinstance(self.focused, Movable) and self.focused.move(step)):
            self.step_by_line(step)

    def step_by_line(self, step: int) -> None:
        """Where there is no line in the field itself; to be overridden where it isn't round and round."""
        self.step(step)
