"""The questions of the Monday ritual about habits: each asked once, never silent, and harmless to leave (F21)."""

from __future__ import annotations

from collections.abc import Callable

from lundi.habits import changes
from lundi.habits.card import rhythm, sentence
from lundi.habits.habit import LONGEST_NAME, Habit
from lundi.habits.history import OFF, STORM
from lundi.habits.misses import AFTER_SOMETHING, OTHER_HOUR, REASONS, SMALLER
from lundi.record import replaced
from lundi.ritual.habit_questions import GOING, REPEATED, REVIEW, SETTLE, HabitQuestion
from lundi.ritual.look_back import LIGHTEN
from lundi.time.days import Moment
from lundi.words.language import N_, ngettext
from lundi.words.language import gettext as _
from storage.habits.intents import Card
from storage.habits.mission import read_mission
from storage.ritual.habit_questions import keep_trying
from storage.store import Store
from tui.kit.intents import Change, Perform
from tui.kit.place import Desk
from tui.kit.screens.asking import Answer, Answered, Question, change_of, nothing, opening
from tui.kit.screens.dialog import Dialog
from tui.kit.screens.giving_up import GivingUp
from tui.kit.screens.lists import Act, Entry, ListScreen
from tui.ritual.asked.thinking import Thinking
from tui.week.habit_card import edit_habit

# What the reasons for missing it propose: the field of the card to begin at, the answer, and what is said beside it.
_PROPOSED = {
    SMALLER: ("minimum", N_("Smaller"), N_("what would be enough?")),
    OTHER_HOUR: ("usual_time", N_("At another hour"), N_("the card opens at the hour")),
    AFTER_SOMETHING: ("after", N_("After something else"), N_("the card opens at what comes before it")),
}


def ask(desk: Desk, question: HabitQuestion, answered: Answered) -> Question | Thinking:
    """The screen of a question; it calls back once it is answered, or left for another Monday, and closed."""
    if question.kind == REVIEW:
        return _review(desk, question.habit, answered)
    if question.kind == REPEATED:
        return _repeated(desk, question, answered)
    if question.kind == SETTLE:
        return _settle(desk, question.habit, answered)
    if question.kind == GOING:
        return _going(desk, question, answered)
    return Thinking(desk, question.habit, answered)


def lighten(desk: Desk, load: str, answered: Answered) -> Question:
    """What is proposed after three weeks under 60 % (LIGHTEN, H15), or after four that took more than was planned
    (LIGHTER, F24)."""
    week = desk.now.week
    storm = Answer(
        _("A storm week"),
        change_of(lambda store, now: store.mark_week(week, STORM, now), _("A storm week: one of each, of any size.")),
        _("one of each, the smallest version counts"),
    )
    if load == LIGHTEN:
        fewer = Answer(_("Fewer habits"), lambda one: one.open(_fewer(desk, one)), _("choose which one rests"))
        return Question(
            desk,
            _("Make this week lighter?"),
            _("Three weeks running asked for more than there was room for. What is lighter is done more easily."),
            [Answer(_("Leave it as it is"), nothing), fewer, storm],
            answered,
        )
    off = Answer(
        _("A week off"),
        change_of(lambda store, now: store.mark_week(week, OFF, now), _("A week off: it counts as nothing at all.")),
        _("it counts as nothing at all"),
    )
    return Question(
        desk,
        _("A lighter week?"),
        _("Four weeks running took more than was planned. Resting keeps the habits alive."),
        [Answer(_("Leave it as it is"), nothing), storm, off],
        answered,
    )


def _review(desk: Desk, habit: Habit, answered: Answered) -> Question:
    def keep(store: Store, now: Moment) -> None:
        store.keep_habit(habit, now)

    kept = _("Kept for 13 weeks: {name}").format(name=habit.name)
    return Question(
        desk,
        _("{name}: keep it?").format(name=habit.name),
        sentence(habit, desk.now.week),
        [
            Answer(_("Keep it"), change_of(keep, kept), _("for 13 weeks, until the next review")),
            Answer(
                _("Change it"),
                opening(lambda perform: _card(desk, habit, _also(perform, habit))),
                _("another rhythm, another hour, something smaller"),
            ),
            _settling(habit),
            Answer(_("Stop it"), _archiving(desk, habit), _("archived, with all its history")),
        ],
        answered,
    )


def _also(perform: Perform, habit: Habit) -> Perform:
    """A change of the card looks at the habit again in 13 weeks, unless the card says when."""

    def with_review(change: Change, said: str = "") -> str | None:
        def both(store: Store, now: Moment) -> None:
            with store.intent(changes.HABIT_EDITED, now, {"name": habit.name}):
                change(store, now)
                present = next(one for one in store.habits() if one.id == habit.id)
                if present.review_day <= now.day:
                    store.keep_habit(present, now)

        return perform(both, said)

    return with_review


def _repeated(desk: Desk, question: HabitQuestion, answered: Answered) -> Question:
    habit = question.habit

    def proposal(asked: str) -> Answer:
        field, text, beside = _PROPOSED[asked]
        proposed = _smaller(habit) if asked == SMALLER else None
        if proposed is not None:
            field, beside = "name", N_("its smallest version becomes the habit")
        return Answer(
            _(text),
            opening(lambda perform: _card(desk, habit, perform, begin_at=field, proposed=proposed)),
            _(beside),
        )

    said = ngettext(
        "{count} time '{reason}': the habit changes, not you.",
        "{count} times '{reason}': the habit changes, not you.",
        question.count,
    )
    return Question(
        desk,
        habit.name,
        said.format(count=question.count, reason=_(REASONS[question.reason])),
        [Answer(_("Leave it as it is"), nothing), *map(proposal, question.asks_for)],
        answered,
    )


def _smaller(habit: Habit) -> Card | None:
    """The card with its smallest version in the place of the habit; None where it has none that could be a name."""
    name = habit.minimum[:1].upper() + habit.minimum[1:]
    return replaced(Card.of(habit), name=name, minimum="") if 0 < len(name) <= LONGEST_NAME else None


def _settle(desk: Desk, habit: Habit, answered: Answered) -> Question:
    return Question(
        desk,
        _("{name}: settled by now?").format(name=habit.name),
        _("It is done without a thought by now. A settled habit can still be ticked, and leaves its place to another."),
        [Answer(_("Not yet"), nothing), _settling(habit)],
        answered,
    )


def _going(desk: Desk, question: HabitQuestion, answered: Answered) -> Question:
    habit = question.habit
    said = ngettext(
        "{count} week met since it began: it is more than a try.",
        "{count} weeks met since it began: it is more than a try.",
        question.count,
    )
    return Question(
        desk,
        _("{name}: under way now?").format(name=habit.name),
        said.format(count=question.count),
        [
            Answer(_("Still trying"), change_of(lambda store, now: keep_trying(store, habit, now))),
            Answer(
                _("Under way"),
                change_of(lambda store, now: store.go_on(habit, now), _("Under way: {name}").format(name=habit.name)),
            ),
        ],
        answered,
    )


def _settling(habit: Habit) -> Answer:
    said = _("Settled: {name}").format(name=habit.name)
    settle = change_of(lambda store, now: store.settle_habit(habit, now), said)
    return Answer(_("Settle it"), settle, _("it goes by itself, and leaves its place to another"))


def _archiving(desk: Desk, habit: Habit) -> Callable[[Question], str | None]:
    def give(question: Question) -> str | None:
        screen = _archive(desk, habit, question)
        if isinstance(screen, GivingUp):
            question.open(screen)
            return None
        return screen or question.finish()

    return give


def _archive(desk: Desk, habit: Habit, question: Question) -> str | GivingUp | None:
    """Archive it at once, which answers the question, or with a mission once that has been read (D06)."""

    def archive() -> str | None:
        said = _("Archived: {name}").format(name=habit.name)
        return question.perform(lambda store, now: store.archive_habit(habit, now), said)

    if not (mission := read_mission(desk.store)):
        return archive()

    def give_up() -> None:
        question.finish(archive())

    return GivingUp(_("Archive {name}?").format(name=habit.name), mission, _("enter archive   esc keep"), give_up)


def _fewer(desk: Desk, question: Question) -> ListScreen:
    """Which habit rests: archived, or settled where it goes by itself."""
    habits = {habit.id: habit for habit in desk.store.habits() if habit.is_current}
    week = desk.now.week

    def settle(habit_id: str) -> str | None:
        habit = habits[habit_id]
        said = _("Settled: {name}").format(name=habit.name)
        return question.perform(lambda store, now: store.settle_habit(habit, now), said)

    return ListScreen(
        _("Which habit rests?"),
        lambda: [Entry(habit.id, habit.name, rhythm(habit.goal_in(week))) for habit in habits.values()],
        [
            Act("enter", _("archive"), lambda habit_id: _archive(desk, habits[habit_id], question)),
            Act("S", _("settle"), settle),
        ],
        empty=_("No habit here yet. `a` adds one."),
    )


def _card(desk: Desk, habit: Habit, perform: Perform, begin_at: str = "name", proposed: Card | None = None) -> Dialog:
    now = desk.now
    goal_week = desk.store.goal_week(now.week, now)
    return edit_habit(habit, goal_week, desk, perform, begin_at=begin_at, proposed=proposed)
