"""A dialog at the foot of the screen, which keeps what was typed until it is accepted."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from lundi.language import gettext as _
from lundi.record import record


@record
class Field:
    """One line to fill in."""

    id: str
    label: str
    value: str = ""
    example: str = ""


LINE_BREAK = " ⏎ "  # stands for one where several lines are edited in one


class OneLine(Input):
    """A field of one line that loses nothing of a paste of several."""

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(LINE_BREAK.join(line for line in event.text.splitlines() if line.strip()))


Submit = Callable[[dict[str, str]], str | None]


class Dialog(ModalScreen[None]):
    """A few lines to fill in. Enter goes to the next one and saves from the last; Esc closes without a trace."""

    BINDINGS = [
        Binding("escape", "cancel", show=False),
        Binding("ctrl+s", "save", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]

    def __init__(self, title: str, fields: list[Field], submit: Submit, hint: str = "") -> None:
        """The submit gets the texts by field id, and returns a refusal for the dialog to show, or None."""
        super().__init__()
        self._title, self._fields, self._submit, self._hint = title, fields, submit, hint

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(self._title, classes="title", markup=False)
            for field in self._fields:
                with Horizontal(classes="field"):
                    if field.label:
                        yield Label(field.label, classes="label", markup=False)
                    yield OneLine(field.value, placeholder=field.example, id=field.id, compact=True)
            yield Static("", classes="refusal", markup=False)
            if self._hint:
                yield Static(self._hint, classes="hint", markup=False)
            yield Static(self._keys(), classes="keys", markup=False)

    def on_mount(self) -> None:
        self.query_one(".refusal").display = False
        self.query(Input).first().focus()

    def _keys(self) -> str:
        if len(self._fields) == 1:
            return _("enter save   esc cancel")
        return _("enter next   ctrl+s save   esc cancel")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        inputs = list(self.query(Input))
        place = inputs.index(event.input)
        if place + 1 < len(inputs):
            inputs[place + 1].focus()
        else:
            self.action_save()

    def on_key(self, event: events.Key) -> None:
        """Letters that came before the first field was there belong into it."""
        if event.is_printable and event.character is not None:
            event.stop()
            self.query(Input).first().insert_text_at_cursor(event.character)

    def action_save(self) -> None:
        if not self.is_current:  # a second Enter, quicker than the first one's closing
            return
        refusal = self._submit({str(field.id): field.value for field in self.query(Input)})
        if refusal is None:
            self.dismiss()
            return
        shown = self.query_one(".refusal", Static)
        shown.update(refusal.replace("`", ""))
        shown.display = True

    def action_cancel(self) -> None:
        if self.is_current:
            self.dismiss()
