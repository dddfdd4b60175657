"""Asking for a habit: taking one up, changing one."""

from __future__ import annotations

from collections.abc import Callable

from lundi.habits.card import parse_minutes, parse_review, practised, sentence
from lundi.habits.habit import ACT, EVERY, LETTERS, Goal, Habit
from lundi.habits.rhythms import parse_rhythm, written
from lundi.time.days import Moment, parse_week
from lundi.time.formats import day_numeric
from lundi.time.weeks import Week
from lundi.words.errors import LundiError, NotUnderstood
from lundi.words.language import gettext as _
from storage.habits.intents import Card
from storage.store import Store
from tui.kit.fields.field import Field, Texts
from tui.kit.fields.options import Options
from tui.kit.intents import Perform
from tui.kit.place import Desk
from tui.kit.screens.dialog import Dialog, Kept

Add = Callable[[Store, Card, Goal, Moment], object]


def new_habit(desk: Desk, add_it: Add = Store.add_habit) -> Dialog:
    """The card of a new habit, and what adds it."""
    now = desk.now

    def add(store: Store, moment: Moment, texts: Texts) -> None:
        add_it(store, _card(texts, moment), parse_rhythm(texts["rhythm"], moment.week), moment)

    def describe(texts: Texts) -> str:
        return _sentence(texts, None, now) or _("Only the first two are needed.")

    fields = _fields(now, name="", rhythm="", card=Card(""), example=_("13 (weeks from today), or a day"))
    return Dialog(
        _("A habit"),
        fields,
        lambda texts: desk.perform(lambda store, moment: add(store, moment, texts)),
        kept=Kept(desk, "habit"),
        describe=describe,
    )


def edit_habit(
    habit: Habit,
    goal_week: Week,
    desk: Desk,
    perform: Perform | None = None,
    *,
    begin_at: str = "name",
    proposed: Card | None = None,
) -> Dialog:
    """The card of a habit as it is, or as it is proposed; the cursor begins at a field. A new rhythm counts from a
    Monday on, that of the goal week unless another one is typed."""
    now, goal = desk.now, habit.goal_in(goal_week)
    review = day_numeric(habit.review_day)
    before = written(goal)

    def edit(store: Store, moment: Moment, texts: Texts) -> None:
        changed: Goal | None = None
        other_week = texts["from"].strip() != str(goal_week)
        if texts["rhythm"].strip() != before or other_week:
            week = store.goal_week(parse_week(texts["from"], moment.day, coming=True), moment)
            if texts["rhythm"].strip() != before:
                changed = parse_rhythm(texts["rhythm"], week)
            elif goal.kind == EVERY:  # the same rhythm, due in other weeks
                changed = Goal(week, EVERY, goal.target, every=goal.every, due_from=week)
            else:
                raise NotUnderstood(_("The rhythm is the same: nothing would change from that week on."))
        store.edit_habit(habit, _card(texts, moment, unchanged=review), changed, moment)

    def describe(texts: Texts) -> str:
        return "\n".join(filter(None, (_sentence(texts, goal, now), practised(habit, now.week))))

    card = proposed or Card.of(habit)
    fields = _fields(now, name=card.name, rhythm=before, card=card, review=review)
    fields[2:2] = [Field("from", _("a new one from"), str(goal_week), _("2026-W48, 1w, or a day"))]
    return Dialog(
        habit.name,
        fields,
        lambda texts: (perform or desk.perform)(lambda store, moment: edit(store, moment, texts)),
        kept=Kept(desk, f"habit/{habit.id}"),
        describe=describe,
        begin_at=begin_at,
    )


def _named(name: str) -> None:
    if not name.strip():
        raise NotUnderstood(_("A habit needs a name, even a short one."))


def _fields(now: Moment, *, name: str, rhythm: str, card: Card, review: str = "", example: str = "") -> list[Field]:
    def reviewed(text: str) -> None:
        if text.strip() not in ("", review):
            parse_review(text, now.day)

    def at_a_rhythm(text: str) -> None:
        if not rhythm or text.strip() != rhythm:
            parse_rhythm(text, now.week)

    letters = tuple((letter, _(words)) for letter, words in LETTERS.items())
    letter = card.letter or ACT
    return [
        Field("name", _("what"), name, _("Calls"), check=_named),
        Field(
            "rhythm",
            _("how often"),
            rhythm,
            _("5 (a week), mon thu, or 1/4 (every four weeks)"),
            check=at_a_rhythm,
        ),
        Field("minimum", _("smallest version"), card.minimum, _("one voice message")),
        Field("after", _("after what"), card.after, _("the nine o'clock coffee")),
        Field("place", _("where"), card.place, _("in the office")),
        Field("usual_time", _("when"), card.usual_time, _("at ten")),
        Field("minutes", _("minutes"), str(card.minutes or ""), "10", check=parse_minutes),
        Field("letter", _("feeds"), letter, choices=letters, entry=lambda value: Options(letters, value, id="letter")),
        Field("review", _("review"), review, example, check=reviewed),
    ]


def _card(texts: Texts, now: Moment, unchanged: str = "") -> Card:
    review = texts["review"].strip()
    return Card(
        texts["name"],
        texts["minimum"],
        texts["after"],
        texts["place"],
        parse_minutes(texts["minutes"]),
        texts["usual_time"],
        parse_review(review, now.day) if review and review != unchanged else None,
        texts["letter"],
    )


def _sentence(texts: Texts, goal: Goal | None, now: Moment) -> str:
    """The card as one sentence (H17), as far as it can be read yet."""
    if not texts["name"].strip():
        return ""
    try:
        goal = parse_rhythm(texts["rhythm"], now.week)
    except LundiError:
        if goal is None:
            return ""
    return sentence(
        Habit(
            "",
            texts["name"].strip(),
            0,
            now.day,
            (goal,),
            minimum=texts["minimum"].strip(),
            after=texts["after"].strip(),
            place=texts["place"].strip(),
            usual_time=texts["usual_time"].strip(),
        ),
        now.week,
    )
