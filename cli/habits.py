"""lundi habit list, add, edit, settle, archive, restore, move."""

from __future__ import annotations

from argparse import Namespace

from cli.commands import HABIT_ALIASES
from cli.context import Context
from cli.output import print_json
from cli.parsing import Parser
from cli.words import joined
from lundi.habits.card import parse_minutes, parse_review, practised, rhythm, sentence
from lundi.habits.habit import EVERY, Goal, Habit
from lundi.habits.rhythms import every, quota, weekdays
from lundi.time.days import Moment, parse_week
from lundi.time.formats import day_short, week_short
from lundi.time.weeks import Week
from lundi.words.errors import NotUnderstood
from lundi.words.language import gettext as _
from lundi.words.names import nearest_of
from lundi.words.text import clean
from storage.habits.intents import Card
from storage.habits.mission import read_mission
from storage.store import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def run(context: Context, _command: str, words: list[str]) -> int:
    """Run one of the commands on habits; without one, list them."""
    name = HABIT_ALIASES.get(words[0], words[0]) if words else "list"
    if name in ("-h", "--help"):
        name, words = "list", ["list", "--help"]
    if name.startswith("-"):
        name, words = "list", ["list", *words]
    if name not in _COMMANDS:
        known = ", ".join(_COMMANDS)
        if meant := nearest_of(name, [*_COMMANDS, *HABIT_ALIASES]):
            sentence = _("I do not know `lundi habit {word}`. Did you mean {nearest}? There is {known}.")
            raise NotUnderstood(sentence.format(word=name, nearest=meant, known=known))
        raise NotUnderstood(_("I do not know `lundi habit {word}`. There is {known}.").format(word=name, known=known))
    return _COMMANDS[name](context, words[1:])


def _list(context: Context, words: list[str]) -> int:
    parser = Parser("habit list", _("Habits, archived ones last. Also: add, edit, settle, archive, restore, move."))
    parser.add_argument("--json", action="store_true", help=_("for programs"))
    values = parser.read(words)
    with context.look() as store:
        now = context.now(store)
        habits = store.habits() if store else []
    if values.json:
        print_json({"habits": [_json(habit, now.week) for habit in habits]})
        return 0
    if not habits:
        print(_("No habit yet. `lundi habit add` makes one."))
    for habit in habits:
        print(f"{habit.id[:8]}  {habit.name}")
        print(f"          {sentence(habit, now.week)}")
        print("          " + practised(habit, now.week))
        if habit.settled_on:
            print("          " + _("settled {day}").format(day=day_short(habit.settled_on)))
        if habit.archived_on:
            print("          " + _("archived {day}").format(day=day_short(habit.archived_on)))
    return 0


def _add(context: Context, words: list[str]) -> int:
    parser = _card_parser("habit add", _("Take up a habit, five at most."))
    values = parser.read(words)
    with context.look() as found:  # words that aren't understood create no file
        now = context.now(found)
    start = parse_week(values.start.strip(), now.day) if values.start else now.week
    goal = _goal(values, start)
    if goal is None:
        raise _no_rhythm()
    if goal.kind != EVERY and start > now.week:
        raise NotUnderstood(_("A new habit begins this week; only --every can be due --from a later one."))
    goal = Goal(min(start, now.week), goal.kind, goal.target, goal.days, goal.every, goal.due_from)
    card = Card(
        joined(values.name),
        values.minimum or "",
        values.after or "",
        values.where or "",
        parse_minutes(values.minutes or ""),
        values.when or "",
        parse_review(values.review, now.day) if values.review else None,
    )
    with context.open() as store:
        store.add_habit(card, goal, context.now_for_writing(store))
    print(_("{name}: {rhythm}").format(name=clean(card.name), rhythm=rhythm(goal)))
    return 0


def _edit(context: Context, words: list[str]) -> int:
    parser = _card_parser("habit edit", _("Change a habit; a new rhythm counts from a Monday on."))
    parser.add_argument("--name", dest="new_name", metavar=_("TEXT"), help=_("a new name"))
    values = parser.read(words)
    if all(value is None for option, value in vars(values).items() if option != "name"):
        raise NotUnderstood(_("Change what? Example: lundi habit edit calls --per-week 3"))
    with context.existing() as store:
        habit, now = store.find_habit(joined(values.name)), context.now_for_writing(store)
        start = parse_week(values.start.strip(), now.day, coming=True) if values.start else now.week
        goal = _goal(values, store.goal_week(start, now))
        if goal is None and values.start:
            raise _no_rhythm()
        card = Card(
            habit.name if values.new_name is None else values.new_name,
            habit.minimum if values.minimum is None else values.minimum,
            habit.after if values.after is None else values.after,
            habit.place if values.where is None else values.where,
            habit.minutes if values.minutes is None else parse_minutes(values.minutes),
            habit.usual_time if values.when is None else values.when,
            parse_review(values.review, now.day) if values.review else None,
        )
        store.edit_habit(habit, card, goal, now)
    if goal is None:
        print(_("Changed: {name}").format(name=clean(card.name)))
    else:
        print(
            _("{name}: {rhythm}, from {week} on").format(
                name=clean(card.name), rhythm=rhythm(goal), week=week_short(goal.from_week)
            )
        )
    return 0


def _archive(context: Context, words: list[str]) -> int:
    description = _("Put a habit away with its history.")
    return _on_one(context, "archive", description, words, Store.archive_habit, read_mission)


def _restore(context: Context, words: list[str]) -> int:
    return _on_one(context, "restore", _("Take an archived or settled habit up again."), words, Store.restore_habit)


def _settle(context: Context, words: list[str]) -> int:
    description = _("Let a habit go by itself: it can be ticked still, outside the plan and the five.")
    return _on_one(context, "settle", description, words, Store.settle_habit)


def _move(context: Context, words: list[str]) -> int:
    parser = Parser("habit move", _("Move a habit to a place of the list, counted from 1."))
    parser.add_argument("name", nargs="*", metavar=_("NAME PLACE"))
    values = parser.read(words)
    if len(values.name) < 2 or not values.name[-1].strip().isdecimal():
        raise NotUnderstood(_("Which habit, to which place? Example: lundi habit move calls 1"))
    with context.existing() as store:
        habit, now = store.find_habit(joined(values.name[:-1])), context.now_for_writing(store)
        store.move_habit(habit, int(values.name[-1]), now)
    print(_("{name}: place {place}").format(name=habit.name, place=int(values.name[-1])))
    return 0


_COMMANDS = {
    "list": _list,
    "add": _add,
    "edit": _edit,
    "settle": _settle,
    "archive": _archive,
    "restore": _restore,
    "move": _move,
}


def _on_one(
    context: Context,
    command: str,
    description: str,
    words: list[str],
    intent: Callable[[Store, Habit, Moment], None],
    last_word: Callable[[Store], str] = lambda _store: "",
) -> int:
    """The last word is printed after what was done, on a line of its own."""
    parser = Parser(f"habit {command}", description)
    parser.add_argument("name", nargs="*", metavar=_("NAME"))
    values = parser.read(words)
    with context.existing() as store:
        habit = store.find_habit(joined(values.name))
        intent(store, habit, context.now_for_writing(store))
        words_left = last_word(store)
    done = {"archive": _("Archived: {name}"), "restore": _("Restored: {name}"), "settle": _("Settled: {name}")}
    print(done[command].format(name=habit.name))
    if words_left:
        print(words_left)
    return 0


def _card_parser(command: str, description: str) -> Parser:
    parser = Parser(command, description)
    parser.add_argument("name", nargs="*", metavar=_("NAME"))
    parser.add_argument("--per-week", metavar="N", help=_("so many times a week, any day"))
    parser.add_argument("--days", metavar=_("DAYS"), help=_("on these weekdays: mon,thu"))
    parser.add_argument("--every", metavar="N", help=_("once every N weeks"))
    parser.add_argument("--from", dest="start", metavar=_("WEEK"), help=_("from that week on: 2026-W47, 1w"))
    parser.add_argument("--minimum", metavar=_("TEXT"), help=_("the smallest version that counts"))
    parser.add_argument("--after", metavar=_("TEXT"), help=_("after what"))
    parser.add_argument("--where", metavar=_("TEXT"), help=_("where"))
    parser.add_argument("--when", metavar=_("TEXT"), help=_("at what time: 'at ten'"))
    parser.add_argument("--minutes", metavar="N", help=_("how long it takes"))
    parser.add_argument("--review", metavar=_("WEEKS"), help=_("review it in so many weeks, 13 at most; or a day"))
    return parser


def _goal(values: Namespace, start: Week) -> Goal | None:
    given = [name for name in ("per_week", "days", "every") if getattr(values, name) is not None]
    if len(given) > 1:
        raise NotUnderstood(_("One rhythm at a time: --per-week, --days or --every."))
    if values.per_week is not None:
        return quota(values.per_week, start)
    if values.days is not None:
        return weekdays(values.days, start)
    return every(values.every, start) if values.every is not None else None


def _no_rhythm() -> NotUnderstood:
    return NotUnderstood(_("How often? --per-week 5, --days mon,thu or --every 4."))


def _json(habit: Habit, week: Week) -> dict[str, object]:
    return {
        "id": habit.id,
        "name": habit.name,
        "rhythm": rhythm(habit.goal_in(week)),
        "minimum": habit.minimum,
        "after": habit.after,
        "where": habit.place,
        "minutes": habit.minutes,
        "when": habit.usual_time,
        "review": habit.review_day.isoformat(),
        "settled": habit.settled_on.isoformat() if habit.settled_on else None,
        "archived": habit.archived_on.isoformat() if habit.archived_on else None,
    }
