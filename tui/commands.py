"""The one table of commands: bindings, footer and help page come from it.

Words are English msgids here and are translated where they are shown.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

from lundi.record import record
from lundi.words.language import N_
from lundi.words.language import gettext as _

EVERYWHERE, WEEK, STRATEGY, CAMPAIGN, TRACKING = "everywhere", "week", "strategy", "campaign", "tracking"
IDEAS = "ideas"
ALWAYS, FILLED, EMPTY, EARLIER = "always", "filled", "empty", "earlier"
PLANNABLE = "plannable"  # of the Week, with something to plan
WAITING, TURNING = "waiting", "turning"  # of the strategy: something is to be confirmed; the page may be turned
DRAFT, RUNNING, SEVERAL = "draft", "running", "several"  # of the campaign that is shown; there are others beside it


@record
class Command:
    """Something that a key does."""

    action: str  # the Textual action (of the place, or with screen. of the main screen), and the id to rebind it by
    keys: str  # Textual's names; the first is the one that is shown
    word: str  # for the footer
    tooltip: str  # for the page of keys; '' where another command says it already
    scope: str = EVERYWHERE
    footer: str = ""  # the conditions under which the footer has it, apart by spaces; '' for never
    shown_as: str = ""  # instead of the first key


def _scrolling(scope: str) -> tuple[Command, ...]:
    """The keys of a place that is a page to read."""
    word, tooltip = N_("scroll"), N_("scroll, where the page is longer than the screen")
    return (
        Command("scroll(-1)", "up,k", word, tooltip, scope, shown_as="↑ ↓"),
        Command("scroll(1)", "down,j", "", "", scope),
        Command("scroll_page(-1)", "pageup", "", "", scope),
        Command("scroll_page(1)", "pagedown", "", "", scope),
    )


COMMANDS = (
    Command("move(0, -1)", "left,h", "", "", TRACKING),
    Command(
        "move(0, 1)", "right,l", N_("day"), N_("move by a week, by a day with ↑ ↓"), TRACKING, FILLED, shown_as="← →"
    ),
    Command("move(-1, 0)", "up,k", "", "", TRACKING),
    Command("move(1, 0)", "down,j", "", "", TRACKING),
    Command("next_habit(1)", "tab", N_("habit"), N_("the next habit, then all again"), TRACKING, FILLED),
    Command("next_habit(-1)", "shift+tab", N_("habit"), N_("the habit before"), TRACKING),
    Command("screen.open_day", "enter", N_("that day"), N_("what happened that day"), TRACKING, FILLED),
    Command("turn_year(-1)", "pageup", N_("year"), N_("the year before"), TRACKING, EARLIER, shown_as="page ↑↓"),
    Command("turn_year(1)", "pagedown", N_("year"), N_("the year after"), TRACKING),
    Command("today", "t", N_("today"), N_("go back to today"), TRACKING),
    # Strategy
    Command("edit", "e,enter", N_("edit"), N_("change what stands on the page"), STRATEGY, ALWAYS),
    Command("hold_at_once", "exclamation_mark", N_("at once"), N_("let what waits hold at once"), STRATEGY, WAITING),
    Command("show_changes_of_course", "c", N_("changes of course"), N_("changes of course"), STRATEGY, FILLED),
    Command("show_choices", "g", N_("lines"), N_("lines and channels, and those of 'not now'"), STRATEGY, ALWAYS),
    Command("turn_page", "y", N_("next year"), N_("go forward by a year; the page is kept"), STRATEGY, TURNING),
    Command("show_history", "v", N_("history"), N_("what stood here before"), STRATEGY, FILLED),
    *_scrolling(STRATEGY),
    # Campaign
    Command("begin", "a", N_("new campaign"), N_("begin a campaign"), CAMPAIGN, EMPTY),
    Command("edit", "e,enter", N_("edit"), N_("change the campaign's card"), CAMPAIGN, FILLED),
    Command("start", "s", N_("start"), N_("start the campaign"), CAMPAIGN, DRAFT),
    Command("measure", "m", N_("measures"), N_("write where the measures stand"), CAMPAIGN, FILLED),
    Command("define_measures", "M", N_("what to measure"), N_("say what is measured, one to three"), CAMPAIGN),
    Command(
        "show_clients_view", "v", N_("client's view"), N_("read the message with a client's eyes"), CAMPAIGN, FILLED
    ),
    Command("carry", "w", N_("habits"), N_("the habits that carry it"), CAMPAIGN, FILLED),
    Command("review", "b", N_("end review"), N_("the end review, also before the end"), CAMPAIGN, RUNNING),
    Command("show_past", "c", N_("past campaigns"), N_("past campaigns, side by side"), CAMPAIGN, ALWAYS),
    Command(
        "next_campaign(1)", "tab", N_("next"), N_("the next campaign: the one under way, drafts"), CAMPAIGN, SEVERAL
    ),
    Command("next_campaign(-1)", "shift+tab", N_("before"), N_("the campaign before"), CAMPAIGN),
    Command("lengthen", "L", N_("lengthen"), N_("give it a later end, once"), CAMPAIGN),
    Command("show_irritants", "g", N_("what bothered them"), N_("what bothered clients, open or mended"), CAMPAIGN),
    Command("show_tries", "o", N_("one-off tries"), N_("one-off tries and their lessons"), CAMPAIGN),
    Command("let_go", "d", N_("let go"), N_("let go of a draft"), CAMPAIGN),
    *_scrolling(CAMPAIGN),
    # Ideas
    Command("edit", "enter,e", N_("edit"), N_("change the idea, its size, its line, when it is enough"), IDEAS, FILLED),
    Command(
        "mark('me')",
        "m",
        N_("for whom"),
        N_("for me, for a client, for both; the same key again takes it away"),
        IDEAS,
        FILLED,
        shown_as="m c b",
    ),
    Command("mark('client')", "c", "", "", IDEAS),
    Command("mark('both')", "b", "", "", IDEAS),
    Command("resize", "z", N_("size"), N_("2, 30, 90 minutes, more, or not said"), IDEAS, FILLED),
    Command("add", "a", N_("add"), N_("add an idea; several pasted lines are several ideas"), IDEAS, ALWAYS),
    Command("split", "s", N_("split"), N_("take a first piece out; the rest stays"), IDEAS, FILLED),
    Command("let_go", "d", N_("let go"), N_("let the idea go"), IDEAS, FILLED),
    Command("turn_order", "o", N_("order"), N_("sort by for whom they are, or as they are offered"), IDEAS, FILLED),
    Command("move(-1)", "up,k", N_("move"), N_("move; page ↑ and page ↓ go further"), IDEAS, shown_as="↑ ↓"),
    Command("move(1)", "down,j", "", "", IDEAS),
    Command("move_page(-1)", "pageup", "", "", IDEAS),
    Command("move_page(1)", "pagedown", "", "", IDEAS),
    Command("screen.add_habit", "a", N_("add a habit"), N_("add a habit"), WEEK, EMPTY),
    Command("tick", "space", N_("tick"), N_("tick the day under the cursor; an action too"), WEEK, FILLED),
    Command("untick", "backspace", N_("one less"), N_("take a tick back"), WEEK),
    Command("tick_smallest", "m", N_("smallest"), N_("tick the smallest version"), WEEK),
    Command("capture", "i", N_("idea"), N_("keep an idea until Monday"), EVERYWHERE, ALWAYS),
    Command("screen.note", "n", N_("note"), N_("write a note on the day under the cursor"), WEEK, FILLED),
    Command("undo", "u", N_("undo"), N_("take the last change back"), EVERYWHERE, ALWAYS),
    Command("redo", "ctrl+y", N_("redo"), N_("take that undo back")),
    Command("show_ritual", "r", N_("ritual"), N_("the Monday ritual: look back, choose two, commit"), footer=PLANNABLE),
    Command("screen.edit_habit", "e", N_("edit"), N_("change the habit under the cursor, or its rhythm"), WEEK),
    Command("move_habit(-1)", "K,shift+up", N_("higher"), N_("move the habit up"), WEEK),
    Command("move_habit(1)", "J,shift+down", N_("lower"), N_("move the habit down"), WEEK),
    Command("settle_habit", "S", N_("settle"), N_("settle a habit that goes by itself"), WEEK),
    Command("archive_habit", "d", N_("archive"), N_("archive the habit under the cursor"), WEEK),
    Command("screen.show_put_away", "A", N_("put away"), N_("settled and archived habits, to take up again"), WEEK),
    Command("screen.excuse", "s", N_("excuse"), N_("excuse the day afterwards, with a reason"), WEEK),
    Command("day_off", "o", N_("day off"), N_("take the day off, beforehand"), WEEK),
    Command("week_off", "O", N_("week off"), N_("take the week off"), WEEK),
    Command("storm_week", "w", N_("storm week"), N_("a storm week: one tick is the whole"), WEEK),
    Command(
        "move(-1, 0)", "up,k", N_("move"), N_("move; past Monday or Sunday to another week"), WEEK, shown_as="↑ ↓ ← →"
    ),
    Command("move(1, 0)", "down,j", "", "", WEEK),
    Command("move(0, -1)", "left,h", "", "", WEEK),
    Command("move(0, 1)", "right,l", "", "", WEEK),
    Command("screen.open_day", "enter", N_("that day"), N_("what happened that day"), WEEK),
    Command("today", "t", N_("today"), N_("go back to today"), WEEK),
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
    # Digits need Shift on AZERTY: the unshifted key in the same place and F1-F8 do the same.
    Command("show_place('week')", "1,ampersand,f1", N_("Week"), N_("go to the Week"), shown_as="1"),
    Command("show_place('strategy')", "2,é,f2", N_("Strategy"), N_("go to the Strategy"), shown_as="2"),
    Command("show_place('campaign')", "3,quotation_mark,f3", N_("Campaign"), N_("go to the Campaign"), shown_as="3"),
    Command("show_place('tracking')", "4,apostrophe,f4", N_("Tracking"), N_("go to Tracking"), shown_as="4"),
    Command("show_place('ideas')", "6,minus,f6", N_("Ideas"), N_("go to the Ideas"), shown_as="6"),
    Command("quit", "q,ctrl+q", N_("quit"), N_("quit; everything is saved already")),
)

PLACES = (
    (WEEK, "1", N_("Week")),
    (STRATEGY, "2", N_("Strategy")),
    (CAMPAIGN, "3", N_("Campaign")),
    (TRACKING, "4", N_("Tracking")),
)
PLACES_APART = ((IDEAS, "6", N_("Ideas")),)  # not in the header: gone to on purpose
_KEY_NAMES = {
    "space": N_("space"),
    "backspace": N_("backspace"),
    "enter": N_("enter"),
    "tab": N_("tab"),
    "shift+tab": N_("shift+tab"),
    "pageup": N_("page ↑"),
    "pagedown": N_("page ↓"),
    "escape": N_("esc"),
    "question_mark": "?",
    "slash": "/",
    "comma": ",",
    "full_stop": ".",
    "exclamation_mark": "!",
    "plus": "+",
}


def bindings(scope: str) -> list[BindingType]:
    """Textual's bindings of one scope.

    They come before the letters that follow them: keys may come quicker than they bubble up, and what was meant for a
    dialog must not become commands.
    """
    return [
        Binding(command.keys, command.action, command.word, show=False, priority=True, id=f"{scope}.{command.action}")
        for command in COMMANDS
        if command.scope == scope
    ]


def commands_of(scope: str) -> list[Command]:
    """What works in a place: its own commands and those that work everywhere, in the table's order."""
    return [command for command in COMMANDS if command.scope in (scope, EVERYWHERE)]


def footer_of(scope: str, conditions: frozenset[str]) -> list[Command]:
    """What the footer shows of a place under these conditions; no key that would do nothing."""
    return [command for command in commands_of(scope) if conditions.intersection(command.footer.split())]


def conditions(*, empty: bool, earlier: bool = False) -> frozenset[str]:
    """Which keys do something: there is no habit yet, there is another year to turn to."""
    return frozenset({ALWAYS, EMPTY if empty else FILLED} | ({EARLIER} if earlier else set()))


def key_name(command: Command) -> str:
    """The key as people call it: 'space', 'espace', '?'."""
    if command.shown_as:
        return _(command.shown_as)
    return key_named(command.keys.split(",")[0])


def key_named(key: str) -> str:
    """The same of a key, by Textual's name for it."""
    return _(_KEY_NAMES.get(key, key))
