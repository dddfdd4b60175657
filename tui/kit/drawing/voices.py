"""The voices of the design: text, muted, faint, bold; one accent; the levels of the year.

They are looked up here, by theme, and not as component classes: two dozen of those on every drawn widget took more
time before the first paint than everything else that lundi does.
"""

from __future__ import annotations

from rich.style import Style
from textual.theme import Theme

from tui.kit.drawing.themes import DARK

_STRONG = {"strong": "text", "accent-strong": "accent", "warm-strong": "warm"}


_known: dict[str, dict[str, Style]] = {}  # by the theme's name: a Theme can't be hashed


def voices(theme: Theme) -> dict[str, Style]:
    """The style of every voice in a theme; 'page', 'cursor', 'band' and 'band-…' have a background, the others none."""
    if theme.name not in _known:
        _known[theme.name] = _voices(theme)
    return _known[theme.name]


def _voices(theme: Theme) -> dict[str, Style]:
    roles = {**DARK.variables, **theme.variables}
    panel = theme.panel or theme.surface or theme.background
    colours = {
        "text": theme.foreground,
        "accent": theme.accent or theme.primary,
        "warm": theme.secondary,
        "success": theme.success,
        "warning": theme.warning,
        **{name.removeprefix("lundi-"): colour for name, colour in roles.items() if name.startswith("lundi-")},
    }
    plain = {name: Style(color=colour) for name, colour in colours.items()}
    strong = {name: Style(color=colours[weak], bold=True) for name, weak in _STRONG.items()}
    return {
        **plain,
        "surface": Style(color=colours["text"], bgcolor=theme.surface or theme.background),
        "page": Style(color=colours["text"], bgcolor=theme.background),
        **strong,
        "struck": Style(color=colours["faint"], strike=True),
        "cursor": Style(color=theme.background, bgcolor=colours["accent"], bold=True),
        "band": Style(color=colours["text"], bgcolor=panel),
        "band-accent": Style(color=colours["accent"], bgcolor=panel, bold=True),
        "band-dot": Style(color=colours["dot"], bgcolor=panel),
    }
