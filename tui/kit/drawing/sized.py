"""Widgets that are laid out once where Textual's own are laid out twice, and drawn no more than needed."""

from __future__ import annotations

from textual.containers import Container, Vertical, VerticalScroll
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import ContentSwitcher


class Sized(Widget):
    """A widget whose first size is its last.

    Textual asks for another layout and paints once more when a widget's virtual size changes, so also after the first
    layout of all. A scrollbar that is needed then asks for itself.
    """

    virtual_size = Reactive(Size(0, 0), repaint=False)


class Ground(Sized):
    """What other widgets stand on: all its lines look the same, and one of them is drawn."""

    def render_lines(self, crop: Region) -> list[Strip]:
        return super().render_lines(Region(crop.x, crop.y, crop.width, 1)) * crop.height


class Box(Container, Ground):
    """A container of such widgets."""


class Column(Vertical, Ground):
    """The same, one under the other."""


class Scroll(VerticalScroll, Ground):
    """What scrolls with the keys, and has no bar: that it would be needed changes nothing of the layout."""

    show_vertical_scrollbar = Reactive(False, repaint=False)


class Switcher(ContentSwitcher, Ground):
    """A container that shows one at a time."""
