"""Asking for a habit: taking one up, changing one."""

from __future__ import annotations

from lundi.card import parse_minutes, parse_review, practised, sentence
from lundi.days import Moment, parse_week
from lundi.errors import LundiError, NotUnderstood
from lundi.formats import day_numeric
from lundi.habits import EVERY, Goal, Habit
from lundi.language import gettext as _
from lundi.rhythms import parse_rhythm, written
from lundi.weeks import Week
from storage.habits import Card
from storage.store import Store
from tui.intents import Perform
from tui.screens.dialog import Dialog, Field, Texts


def new_habit(now: Moment, perform: Perform) -> Dialog:
    """The card of a new habit."""

    def add(store: Store, moment: Moment, texts: Texts) -> None:
        if not texts["name"].strip():
            raise NotUnderstood(_("A habit needs a name, even a short one."))
        store.add_habit(_card(texts, moment), parse_rhythm(texts["rhythm"], moment.week), moment)

    def describe(texts: Texts) -> str:
        return _sentence(texts, None, now) or _("Only the first two are needed.")

    fields = _fields(name="", rhythm="", card=Card(""), review=_("13 (weeks from today), or a day"))
    return Dialog(
        _("A habit"),
        fields,
        lambda texts: perform(lambda store, moment: add(store, moment, texts)),
        describe=describe,
    )


def edit_habit(habit: Habit, goal_week: Week, now: Moment, perform: Perform) -> Dialog:
    """The card of a habit as it is; a new rhythm counts from a Monday on, that of the goal week unless another one is
    typed."""
    goal = habit.goal_in(goal_week)
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

    fields = _fields(name=habit.name, rhythm=before, card=Card.of(habit), review="")
    fields[2:2] = [Field("from", _("a new one from"), str(goal_week), _("2026-W48, 1w, or a day"))]
    fields[-1] = Field("review", _("review"), review)
    return Dialog(
        habit.name,
        fields,
        lambda texts: perform(lambda store, moment: edit(store, moment, texts)),
        describe=describe,
    )


def _fields(*, name: str, rhythm: str, card: Card, review: str) -> list[Field]:
    return [
        Field("name", _("what"), name, _("Calls")),
        Field("rhythm", _("how often"), rhythm, _("5 (a week), mon thu, or 1/4 (every four weeks)")),
        Field("minimum", _("smallest version"), card.minimum, _("one voice message")),
        Field("after", _("after what"), card.after, _("the nine o'clock coffee")),
        Field("place", _("where"), card.place, _("in the office")),
        Field("usual_time", _("when"), card.usual_time, _("at ten")),
        Field("minutes", _("minutes"), str(card.minutes or ""), "10"),
        Field("review", _("review"), "", review),
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
