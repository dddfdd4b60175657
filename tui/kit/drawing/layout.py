"""How much room there is, and what is done with it."""

from __future__ import annotations

from textual.geometry import Size
from textual.screen import Screen

_WIDE, _TALL = 120, 34
_LIST_ONLY = 60
SMALLEST = Size(40, 12)


def is_roomy(size: Size) -> bool:
    """Whether rows may stand two lines apart, with a margin column beside them."""
    return size.width >= _WIDE and size.height >= _TALL


def is_too_small(size: Size) -> bool:
    """Whether there is room for one sentence only."""
    return size.width < SMALLEST.width or size.height < SMALLEST.height


def is_list_only(size: Size) -> bool:
    """Whether the seven days don't fit beside the names."""
    return size.width < _LIST_ONLY


def fit(screen: Screen[None]) -> None:
    """Give a screen the classes of the terminal's size. Where that is done before it has widgets, their styles needn't
    be worked out again."""
    before, size = screen.classes, screen.app.size
    screen.set_class(is_roomy(size), "-roomy", update=False)
    screen.set_class(is_list_only(size), "-list-only", "-narrow", update=False)
    if screen.classes != before:
        screen.update_node_styles(animate=False)
