"""Fields of a dialog or a page: what is filled in, its label beside it and an example under it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import events
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Input

from lundi.record import record
from lundi.words.errors import LundiError
from tui.kit.drawing.layout import is_list_only
from tui.kit.drawing.lines import Line, Lines, fitted, wrapped
from tui.kit.drawing.sized import Sized
from tui.kit.fields.choice import Choice

LINE_BREAK = " ⏎ "  # stands for one where several lines are edited in one

Texts = dict[str, str]  # by field id


@record
class Field:
    """One line to fill in, or to choose on."""

    id: str
    label: str
    value: str = ""
    example: str = ""
    choices: tuple[tuple[str, str], ...] = ()  # value and words of each; none for a text
    hint: str = ""  # said while it has the focus
    replaces: bool = False  # what is typed first takes the value's place
    entry: Callable[[str], Widget] | None = (
        None  # makes a widget of its own kind of the value, with this id and a `value`
    )
    check: Callable[[str], object] = lambda _text: None  # raises the LundiError that a text deserves


def first_refused(fields: Iterable[Field], texts: Texts) -> tuple[str, str] | None:
    """The id of the first field whose check refuses its text, and why; None where all of them take theirs."""
    for field in fields:
        try:
            field.check(texts[field.id])
        except LundiError as error:
            return field.id, error.sentence
    return None


class OneLine(Input, Sized):
    """A field of one line that loses nothing of a paste of several."""

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        text = LINE_BREAK.join(line for line in event.text.splitlines() if line.strip())
        self.replace(text, *self.selection)  # what is selected, which may be nothing, gives way as it does to a key


class ManyLines:
    """What a field of several lines does instead of going to the next field."""

    @property
    def value(self) -> str:
        raise NotImplementedError

    def break_line(self) -> None:
        raise NotImplementedError

    def move_line(self, step: int) -> None:
        raise NotImplementedError


def entry_of(field: Field, placeholder: str = "") -> Widget:
    """The widget in which a field is filled in; the placeholder stands in an empty line."""
    if field.entry is not None:
        return field.entry(field.value)
    if field.choices:
        return Choice(field.choices, field.value, id=field.id)
    return OneLine(field.value, placeholder=placeholder, id=field.id, select_on_focus=field.replaces)


class FieldRow(Lines):
    """An entry with its label at the left and its example under it, which are drawn: a page of fields is few widgets
    that way. The columns of the label are the left margin of the entry."""

    def __init__(self, entry: Widget, label: str, example: str = "") -> None:
        super().__init__(entry, id=f"row-{entry.id}", classes="field" if label else "field -alone")
        entry.add_class("entry", update=False)
        self._entry, self._label, self._example = entry, label, example

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return Widget.get_content_height(self, container, viewport, width) + len(self._examples(width))

    def line_count(self, width: int) -> int:
        return self.size.height

    def draw(self, y: int, line: Line) -> None:
        entry = self._entry.outer_size.height
        if y < entry:
            room = max(1, self._entry.styles.margin.left - 1)
            labels = wrapped(self._label, room)
            shown = " ".join(labels[y:]) if y == entry - 1 else "".join(labels[y : y + 1])
            line.put(0, fitted(shown, room), self.voice("faint"))
        elif y - entry < len(examples := self._examples(line.width)):
            line.put(self._example_column, examples[y - entry], self.voice("faint"))

    @property
    def _example_column(self) -> int:
        """Under the entry, or with little room under the label."""
        return 0 if self._label and is_list_only(self.app.size) else self._entry.styles.margin.left + 1

    def _examples(self, width: int) -> list[str]:
        return wrapped(self._example, max(1, width - self._example_column))


class FormRow(FieldRow):
    """The same in a dialog."""

    GROUND = "surface"
