"""The keys of Tracking."""

from __future__ import annotations

from lundi.words.language import N_
from tui.kit.commands import FILLED, Command

TRACKING = "tracking"
EARLIER = "earlier"  # there is another year to turn to

COMMANDS = (
    Command("move(0, -1)", "left,h", "", "", TRACKING),
    Command(
        "move(0, 1)", "right,l", N_("day"), N_("move by a week, by a day with ↑ ↓"), TRACKING, FILLED, shown_as="← →"
    ),
    Command("move(-1, 0)", "up,k", "", "", TRACKING),
    Command("move(1, 0)", "down,j", "", "", TRACKING),
    Command("next_habit(1)", "tab", N_("habit"), N_("the next habit, then all again"), TRACKING, FILLED),
    Command("next_habit(-1)", "shift+tab", N_("habit"), N_("the habit before"), TRACKING),
    Command("open_day", "enter", N_("that day"), N_("what happened that day"), TRACKING, FILLED),
    Command("turn_year(-1)", "pageup", N_("year"), N_("the year before"), TRACKING, EARLIER, shown_as="page ↑↓"),
    Command("turn_year(1)", "pagedown", N_("year"), N_("the year after"), TRACKING),
    Command("today", "t", N_("today"), N_("go back to today"), TRACKING),
)
