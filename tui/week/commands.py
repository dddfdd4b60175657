"""The keys of the Week, in three groups: others that work everywhere stand between them in the footer."""

from __future__ import annotations

from lundi.words.language import N_
from tui.kit.commands import EMPTY, FILLED, Command

WEEK = "week"

TICKING = (
    Command("add_habit", "a", N_("add a habit"), N_("add a habit"), WEEK, EMPTY),
    Command("tick", "space", N_("tick"), N_("tick the day under the cursor; an action too"), WEEK, FILLED),
    Command("untick", "backspace", N_("one less"), N_("take a tick back"), WEEK),
    Command("tick_smallest", "m", N_("smallest"), N_("tick the smallest version"), WEEK),
)
NOTING = (Command("note", "n", N_("note"), N_("write a note on the day under the cursor"), WEEK, FILLED),)
CHANGING = (
    Command("edit_habit", "e", N_("edit"), N_("change the habit under the cursor, or its rhythm"), WEEK),
    Command("move_habit(-1)", "K,shift+up", N_("higher"), N_("move the habit up"), WEEK),
    Command("move_habit(1)", "J,shift+down", N_("lower"), N_("move the habit down"), WEEK),
    Command("settle_habit", "S", N_("settle"), N_("settle a habit that goes by itself"), WEEK),
    Command("archive_habit", "d", N_("archive"), N_("archive the habit under the cursor"), WEEK),
    Command("show_put_away", "A", N_("put away"), N_("settled and archived habits, to take up again"), WEEK),
    Command("excuse", "s", N_("excuse"), N_("excuse the day afterwards, with a reason"), WEEK),
    Command("day_off", "o", N_("day off"), N_("take the day off, beforehand"), WEEK),
    Command("week_off", "O", N_("week off"), N_("take the week off"), WEEK),
    Command("storm_week", "w", N_("storm week"), N_("a storm week: one tick is the whole"), WEEK),
    Command(
        "move(-1, 0)", "up,k", N_("move"), N_("move; past Monday or Sunday to another week"), WEEK, shown_as="↑ ↓ ← →"
    ),
    Command("move(1, 0)", "down,j", "", "", WEEK),
    Command("move(0, -1)", "left,h", "", "", WEEK),
    Command("move(0, 1)", "right,l", "", "", WEEK),
    Command("open_day", "enter", N_("that day"), N_("what happened that day"), WEEK),
    Command("today", "t", N_("today"), N_("go back to today"), WEEK),
)
COMMANDS = (*TICKING, *NOTING, *CHANGING)
