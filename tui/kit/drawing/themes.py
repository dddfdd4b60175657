"""Two themes of our own. The roles and their contrasts are measured in the design notes."""

from __future__ import annotations

from textual.theme import Theme

from lundi import settings

DARK = Theme(
    name="lundi-dark",
    dark=True,
    background="#15171b",
    surface="#1b1e23",
    panel="#262a31",
    foreground="#e6e3dc",
    primary="#5fafd7",
    accent="#5fafd7",
    secondary="#e0af84",
    success="#87af87",
    warning="#d7875f",
    error="#e57c7c",
    variables={
        "lundi-muted": "#b0b5bd",
        "lundi-faint": "#9197a1",
        "lundi-mid": "#666d79",
        "lundi-dot": "#5a606b",
        "lundi-rule": "#3a3f48",
        "lundi-level0": "#4e4e4e",
        "lundi-level1": "#2c6c96",
        "lundi-level2": "#1a8cb6",
        "lundi-level3": "#5fafd7",
        "lundi-level4": "#afd7ff",
    },
)

LIGHT = Theme(
    name="lundi-light",
    dark=False,
    background="#faf8f3",
    surface="#f3f2ee",
    panel="#e9e7e2",
    foreground="#24272d",
    primary="#005f87",
    accent="#005f87",
    secondary="#9a4f12",
    success="#2a6a2a",
    warning="#a8480f",
    error="#a02c2c",
    variables={
        "lundi-muted": "#4d535c",
        "lundi-faint": "#60666e",
        "lundi-mid": "#8f8b82",
        "lundi-dot": "#b5afa2",
        "lundi-rule": "#cdc8bc",
        "lundi-level0": "#bcbcbc",
        "lundi-level1": "#6fa0cf",
        "lundi-level2": "#4f7da8",
        "lundi-level3": "#005f87",
        "lundi-level4": "#002a5c",
    },
)


def by_setting(value: str) -> Theme:
    """The theme that a setting means: 'dark' or 'light'."""
    return LIGHT if value == settings.LIGHT else DARK


THEMES = {theme.name: theme for theme in (DARK, LIGHT)}
DEFAULTS = dict(DARK.variables)  # a theme that isn't ours has none of these roles
