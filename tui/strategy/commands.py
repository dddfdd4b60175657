"""The keys of Strategy."""

from __future__ import annotations

from lundi.words.language import N_
from tui.kit.commands import ALWAYS, FILLED, Command, scrolling

STRATEGY = "strategy"
WAITING, TURNING = "waiting", "turning"  # something is to be confirmed; the page may be turned

COMMANDS = (
    Command("edit", "e,enter", N_("edit"), N_("change what stands on the page"), STRATEGY, ALWAYS),
    Command("hold_at_once", "exclamation_mark", N_("at once"), N_("let what waits hold at once"), STRATEGY, WAITING),
    Command("show_changes_of_course", "c", N_("changes of course"), N_("changes of course"), STRATEGY, FILLED),
    Command("show_choices", "g", N_("lines"), N_("lines and channels, and those of 'not now'"), STRATEGY, ALWAYS),
    Command("turn_page", "y", N_("next year"), N_("go forward by a year; the page is kept"), STRATEGY, TURNING),
    Command("show_history", "v", N_("history"), N_("what stood here before"), STRATEGY, FILLED),
    *scrolling(STRATEGY),
)
