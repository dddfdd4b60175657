"""Widgets that are laid out once where Textual's own are laid out twice."""

from __future__ import annotations

from textual.containers import Container, Horizontal, Vertical
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Label


class Sized(Widget):
    """A widget whose first size is its last.

    Textual asks for another layout and paints once more when a widget's virtual size changes, so also after the first
    layout of all. A scrollbar that is needed then asks for itself.
    """

    virtual_size = Reactive(Size(0, 0), repaint=False)


class Box(Container, Sized):
    """A container of such widgets."""


class Column(Vertical, Sized):
    """The same, one under the other."""


class Row(Horizontal, Sized):
    """The same, beside each other."""


class FieldLabel(Label, Sized):
    """What a field is called."""
