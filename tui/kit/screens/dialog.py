"""A dialog at the foot of the screen, which keeps what was typed until it is accepted."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from lundi.words.errors import LundiError
from lundi.words.language import gettext as _
from tui.kit.drawing.prose import Remark
from tui.kit.drawing.sized import Ground
from tui.kit.fields.choice import Choice
from tui.kit.fields.field import Field, FormRow, ManyLines, Texts, entry_of, first_refused
from tui.kit.screens.fitted import FittedModal

_FEW_FIELDS = 5  # more stand without a blank line between them


class Foot(VerticalScroll, Ground, can_focus=False, inherit_bindings=False):
    """What a dialog stands in: it scrolls to the field with the focus, and leaves the arrow keys to the dialog."""


Submit = Callable[[Texts], "str | Screen[None] | None"]


class Dialog(FittedModal):
    """A few lines to fill in. Enter goes to the next one and saves from the last; Esc closes without a trace."""

    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("escape", "cancel", show=False),
        # Before the letters that follow them are given to a field: keys may come quicker than they bubble up.
        Binding("tab", "step(1)", show=False, priority=True),
        Binding("shift+tab", "step(-1)", show=False, priority=True),
        Binding("down", "line(1)", show=False, priority=True),
        Binding("up", "line(-1)", show=False, priority=True),
        Binding("enter", "next", show=False, priority=True),
        Binding("ctrl+s", "save", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        fields: list[Field],
        submit: Submit,
        hint: str = "",
        *,
        describe: Callable[[Texts], str] | None = None,
        lead: Widget | None = None,
    ) -> None:
        """The submit gets the texts by field id, and returns a refusal for the dialog to show, or None, or the
        screen that comes after it; what it raises is shown as well. It gets none that the check of a field refuses:
        that field has the focus then.

        With a describe, its words for the texts stand under the fields and follow every change of theirs. A lead
        stands between the title and the fields.
        """
        super().__init__()
        self._title, self._fields, self._submit, self._hint = title, fields, submit, hint
        self._describe, self._lead = describe, lead
        self._refused: Texts | None = None  # what was typed when it was refused

    def compose(self) -> ComposeResult:
        with Foot(classes="dialog" if len(self._fields) <= _FEW_FIELDS else "dialog -dense"):
            yield Static(self._title, classes="title", markup=False)
            if self._lead is not None:
                yield self._lead
            for field in self._fields:
                yield FormRow(entry_of(field, field.example), field.label)
            yield Remark(classes="refusal")
            yield Remark(classes="hint")
            yield Static(self._keys(), classes="keys", markup=False)

    def on_mount(self) -> None:
        self.changed()
        self.set_focus(self._entries[0], scroll_visible=False)

    @property
    def _entries(self) -> list[Widget]:
        return [self.query_one(f"#{field.id}") for field in self._fields]

    @property
    def texts(self) -> Texts:
        """What is there now."""
        return {str(entry.id): entry.value for entry in self._entries if isinstance(entry, Input | Choice | ManyLines)}

    def _keys(self) -> str:
        if any(field.entry is not None and not field.choices for field in self._fields):
            return _("enter new line   tab next   ctrl+s save   esc cancel")
        if len(self._fields) == 1:
            return _("enter save   esc cancel")
        if any(field.choices for field in self._fields):
            return _("enter next   ← → choose   ctrl+s save   esc cancel")
        return _("enter next   ctrl+s save   esc cancel")

    def on_input_changed(self) -> None:
        self.changed()

    def on_choice_changed(self) -> None:
        self.changed()

    def on_text_area_changed(self) -> None:
        self.changed()

    def on_descendant_focus(self) -> None:
        self.changed()

    def changed(self) -> None:
        """Say what the texts mean now, or what the field with the focus is about."""
        about = next((field.hint for field in self._fields if self.focused and field.id == self.focused.id), "")
        said = self._describe(self.texts) if self._describe is not None else about or self._hint
        self.query_one(".hint", Remark).say(said)
        if self._refused is not None and self.texts != self._refused:  # it is about what was typed before
            self._refused = None
            self.query_one(".refusal", Remark).say("")
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """What is said may take more lines than before, and push the field out of a small screen."""
        if self.focused is not None:
            self.query_one(".refusal").scroll_visible(animate=False, immediate=True)  # if it is about this field
            self.focused.scroll_visible(animate=False, immediate=True)

    def on_key(self, event: events.Key) -> None:
        """Letters that came before a field had the focus belong into one."""
        field = self.focused or self._entries[0]
        if event.is_printable and event.character is not None and isinstance(field, Input):
            event.stop()
            if self.focused is None and field.select_on_focus:  # it would select what has been typed, too
                field.clear()
                field.select_on_focus = False
            field.insert_text_at_cursor(event.character)

    def action_step(self, step: int) -> None:
        """To the next field, or the one before, round and round."""
        if self.focused is None:  # not there yet: after what was typed before
            self.call_later(self._step, step)
        else:
            self._step(step)

    def _step(self, step: int) -> None:
        entries = self._entries
        place = entries.index(self.focused) if self.focused in entries else 0
        self.set_focus(entries[(place + step) % len(entries)])

    def action_line(self, step: int) -> None:
        """A line up or down: in a field of several inside it, from any other to the next one."""
        if isinstance(self.focused, ManyLines):
            self.focused.call_later(self.focused.move_line, step)
        else:
            self.action_step(step)

    def action_next(self) -> None:
        if self.focused is None:
            self.call_later(self._next)
        elif isinstance(self.focused, ManyLines):
            self.focused.call_later(self.focused.break_line)
        else:
            self._next()

    def _next(self) -> None:
        if self.focused is self._entries[-1]:
            self.action_save()
        else:
            self._step(1)

    def action_save(self) -> None:
        self.call_later(self._save, list(self._fields))

    def _save(self, fields: list[Field]) -> None:
        """Once each field has taken what was typed into it."""
        if fields:
            self.query_one(f"#{fields[0].id}").call_later(self._save, fields[1:])
            return
        if not self.is_active:  # a second Enter, quicker than the first one's closing
            return
        texts = self.texts
        if (wrong := first_refused((field for field in self._fields if field.id in texts), texts)) is not None:
            name, sentence = wrong
            entry = self.query_one(f"#{name}")
            self.set_focus(entry)
            self.refuse(sentence, entry)
            return
        try:
            outcome = self._submit(texts)
        except LundiError as error:
            outcome = error.sentence
        if isinstance(outcome, str):
            self.refuse(outcome)
            return
        self.dismiss()
        if outcome is not None:
            self.app.push_screen(outcome)

    def refuse(self, sentence: str, entry: Widget | None = None) -> None:
        """Say what was refused, and why, under the entry that is meant or under all; what is typed stays."""
        self._refused = self.texts
        foot, shown = self.query_one(Foot), self.query_one(".refusal", Remark)
        above = list(self.query(FormRow))[-1] if entry is None else entry.parent
        assert isinstance(above, FormRow)
        foot.move_child(shown, after=above)
        shown.say(sentence, refused=True)
        shown.scroll_visible(animate=False)
        self.call_after_refresh(self._keep_in_sight)  # where it stands is known then

    def action_cancel(self) -> None:
        if self.is_active:
            self.dismiss()
