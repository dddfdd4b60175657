"""The one table of commands: bindings, footer, page of keys and palette come from it."""

from __future__ import annotations

from lundi.words.language import N_
from tui import places
from tui.campaign.commands import COMMANDS as CAMPAIGN
from tui.ideas.commands import COMMANDS as IDEAS
from tui.kit.commands import ALWAYS, EVERYWHERE, PLANNABLE, Command
from tui.strategy.commands import COMMANDS as STRATEGY
from tui.tracking.commands import COMMANDS as TRACKING
from tui.week.commands import CHANGING, NOTING, TICKING

COMMANDS = (
    *TRACKING,
    *STRATEGY,
    *CAMPAIGN,
    *IDEAS,
    *TICKING,
    Command("capture", "i", N_("idea"), N_("keep an idea until Monday"), EVERYWHERE, ALWAYS),
    *NOTING,
    Command("undo", "u", N_("undo"), N_("take the last change back"), EVERYWHERE, ALWAYS),
    Command("redo", "ctrl+y", N_("redo"), N_("take that undo back")),
    Command("show_ritual", "r", N_("ritual"), N_("the Monday ritual: look back, choose two, commit"), footer=PLANNABLE),
    *CHANGING,
    Command("show_changes", "U", N_("changes"), N_("the last 20 changes")),
    Command("find", "slash", N_("find"), N_("find in habits, notes, actions and ideas")),
    Command("show_settings", "comma", N_("settings"), N_("language, theme, the day's end, the ritual's day")),
    Command("show_rules", "R", N_("rules"), N_("the rules of the game: what counts, a held week, a season")),
    Command("palette", "ctrl+p", N_("commands"), N_("every command by its name")),
    Command(
        "show_next_step",
        "full_stop,semicolon",
        N_("where to begin"),
        N_("where to begin: one thing to do now, and why"),
        EVERYWHERE,
        ALWAYS,
    ),
    Command("show_keys", "question_mark", N_("keys"), N_("this page"), EVERYWHERE, ALWAYS),
    *(
        Command(f"show_place({place.name!r})", place.keys, place.word, place.tooltip, shown_as=place.key)
        for place in places.PLACES
    ),
    Command("quit", "q,ctrl+q", N_("quit"), N_("quit; everything is saved already")),
)


def commands_of(scope: str) -> list[Command]:
    """What works in a place: its own commands and those that work everywhere, in the table's order."""
    return [command for command in COMMANDS if command.scope in (scope, EVERYWHERE)]


def footer_of(scope: str, conditions: frozenset[str]) -> list[Command]:
    """What the footer shows of a place under these conditions; no key that would do nothing."""
    return [command for command in commands_of(scope) if conditions.intersection(command.footer.split())]
