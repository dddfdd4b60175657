"""A dialog at the foot of the screen: what is typed into it is kept until it is accepted, or dropped."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from lundi.record import record, replaced
from lundi.words.errors import LundiError
from lundi.words.language import gettext as _
from storage.file.unfinished import forget_unfinished, keep_unfinished, read_unfinished
from tui.kit.drawing.prose import Remark
from tui.kit.drawing.sized import Ground
from tui.kit.fields.field import Field, FormRow, ManyLines, Texts, entry_of
from tui.kit.place import Desk
from tui.kit.screens.fitted import FittedModal
from tui.kit.screens.form import Form
from tui.kit.unfinished_texts import KeepsTexts, UnfinishedTexts

_FEW_FIELDS = 5  # more stand without a blank line between them


class Foot(VerticalScroll, Ground, can_focus=False, inherit_bindings=False):
    """What a dialog stands in: it scrolls to the field with the focus, and leaves the arrow keys to the dialog."""


Submit = Callable[[Texts], "str | Screen[None] | None"]


@record
class Kept:
    """Where what is typed is kept until it is saved: in the file, under the name of a form ('note/<habit>/<day>')."""

    desk: Desk
    form: str


class Dialog(FittedModal, Form, KeepsTexts):  # Textual looks for styles along the first bases
    """A few lines to fill in. Enter goes to the next one and saves from the last; Esc closes without a trace."""

    BINDINGS = [
        Binding("escape", "cancel", show=False),
        # Before the letters that follow them are given to a field: keys may come quicker than they bubble up.
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
        kept: Kept | None,
        describe: Callable[[Texts], str] | None = None,
        lead: Widget | None = None,
        begin_at: str = "",
    ) -> None:
        """The submit gets the texts by field id, and returns a refusal for the dialog to show, or None, or the
        screen that comes after it; what it raises is shown as well. It gets none that the check of a field refuses:
        that field has the focus then.

        What is typed is kept as it says, however the program ends, and is there again when the same is asked the next
        time; None for a dialog whose texts somebody else keeps, or nobody can. With a describe, its words for the
        texts stand under the fields and follow every change of theirs. A lead stands between the title and the fields.
        The cursor begins at the first field, or at another one.
        """
        super().__init__()
        self._title, self._submit, self._hint, self._kept = title, submit, hint, kept
        self._describe, self._lead, self._begin_at = describe, lead, begin_at
        self._in_file: Texts = {}  # what was kept
        if kept is not None:
            with kept.desk.told():  # what can't be read now is said, and waits in the file
                self._in_file = read_unfinished(kept.desk.store, kept.form)
        self._fields = [_as_left(field, self._in_file) for field in fields]
        self._was_left = self._fields != fields
        self._said_of: Texts | None = None  # the texts that what is said under them is about
        self.unfinished = UnfinishedTexts(self, self._keep, self.refuse)

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
        self.unfinished.begin(self.texts)
        if self._was_left:
            self._say(_("As you left it; it isn't saved yet. `esc` drops it."))
        first = self.query_one(f"#{self._begin_at}") if self._begin_at else self.entries[0]
        self.set_focus(first, scroll_visible=False)

    @property
    def fields(self) -> list[Field]:
        return self._fields

    @property
    def entries(self) -> list[Widget]:
        return [self.query_one(f"#{field.id}") for field in self._fields]

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
        if self._said_of is not None and self.texts != self._said_of:  # it is about what was typed before
            self._said_of = None
            self.query_one(".refusal", Remark).say("")
        self.call_after_refresh(self._keep_in_sight)
        if self.is_typed_into:
            self.unfinished.follow(self.texts)

    def _keep_in_sight(self) -> None:
        """What is said may take more lines than before, and push the field out of a small screen."""
        if self.focused is not None:
            self.query_one(".refusal").scroll_visible(animate=False, immediate=True)  # if it is about this field
            self.focused.scroll_visible(animate=False, immediate=True)

    # Keeping

    @property
    def is_typed_into(self) -> bool:
        """Keys that come after it was closed aren't typed into it."""
        return self._kept is not None and self.is_mounted and self in self.app.screen_stack

    def _keep(self, texts: Texts) -> None:
        if self._kept is not None:
            keep_unfinished(self._kept.desk.store, self._kept.form, texts, self._kept.desk.now)
            self._in_file = texts

    def _forget(self) -> None:
        """What was kept is done with; where the file can't be written, that is said."""
        if self._kept is not None and self._in_file:
            with self._kept.desk.told():
                forget_unfinished(self._kept.desk.store, self._kept.form, self._kept.desk.now)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """It is saved or dropped: nothing more is kept."""
        self.unfinished.done_with()
        return super().dismiss(result)

    # Keys

    async def action_next(self) -> None:
        if not await self.settled():
            return
        if isinstance(self.focused, ManyLines):
            self.focused.break_line()
        elif self.focused is self.entries[-1]:
            self.call_later(self.save)  # a second Enter of the same breath finds it still there, and does nothing
        else:
            self.step(1)

    async def action_save(self) -> None:
        if await self.settled():
            self.call_later(self.save)

    def save(self) -> None:
        """Submit what is typed, where every field takes its own."""
        if not (self.is_there and self.understood(self.entries)):
            return
        texts = self.texts
        finishing = self._kept.desk.store.finishing(self._kept.form) if self._kept is not None else nullcontext()
        try:
            with finishing:
                outcome = self._submit(texts)
        except LundiError as error:
            outcome = error.sentence
        if isinstance(outcome, str):
            self.refuse(outcome)
            return
        self._forget()  # where nothing was to be written
        self.dismiss()
        if outcome is not None:
            self.app.push_screen(outcome)

    def refuse(self, sentence: str) -> None:
        """Say under all fields what was refused, and why; what is typed stays."""
        self._refuse(sentence, list(self.query(FormRow))[-1])

    def refuse_text(self, entry: Widget, sentence: str) -> None:
        assert isinstance(entry.parent, FormRow)
        self._refuse(sentence, entry.parent)

    def _refuse(self, sentence: str, above: FormRow) -> None:
        self.query_one(Foot).move_child(self.query_one(".refusal"), after=above)
        self._say(sentence, refused=True)

    def _say(self, sentence: str, *, refused: bool = False) -> None:
        """Say a sentence until something else is typed."""
        self._said_of = self.texts
        shown = self.query_one(".refusal", Remark)
        shown.say(sentence, refused=refused)
        shown.scroll_visible(animate=False)
        self.call_after_refresh(self._keep_in_sight)  # where it stands is known then

    def action_cancel(self) -> None:
        if self.is_active:
            self._forget()
            self.dismiss()


def _as_left(field: Field, kept: Texts) -> Field:
    """A field with what was typed into it and not saved; as it is where that can't be chosen any more."""
    left = kept.get(field.id, field.value)
    if left == field.value or (field.choices and left not in {value for value, _words in field.choices}):
        return field
    return replaced(field, value=left, replaces=False)
