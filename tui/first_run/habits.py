"""The question for the first habits: one to three of the catalogue (H16), each with its card."""

from __future__ import annotations

import json

from lundi.habits.card import rhythm, sentence
from lundi.habits.habit import Habit
from lundi.habits.rhythms import parse_rhythm
from lundi.habits.starters import AT_MOST, Starter, starters
from lundi.time.days import Moment
from lundi.time.formats import duration
from lundi.words.language import N_
from lundi.words.language import gettext as _
from lundi.words.text import clean
from storage.first_run.answers import Begun, put_habits
from storage.habits.intents import Card
from storage.store import Store
from tui.kit.fields.field import Field, Texts
from tui.kit.fields.pick_list import Row, SomeOf
from tui.kit.screens.question_page import Kept, Question

CAMPAIGN, TAKEN_UP = "campaign", "taken-up"  # kept beside the answers: the ids of what they wrote
CARD = ("minimum", "after", "place", "usual_time")  # what is said of a habit, by the names of its card


def habits_question(store: Store, now: Moment, kept: Kept, typed: Texts) -> Question:
    """Which habits, with the cards of those that were taken up already, or what was typed over them since."""
    known: dict[str, str] = json.loads(kept.get(TAKEN_UP) or "{}")
    present = {habit.id: habit for habit in store.habits()}
    taken_up = {one: present[habit_id] for one, habit_id in known.items() if habit_id in present}
    cards = {f"{one}.{name}": getattr(habit, name) for one, habit in taken_up.items() for name in CARD}
    cards |= {field: text for field, text in typed.items() if field != "habits"}

    def answer(store: Store, texts: Texts, now: Moment) -> Kept:
        chosen = texts["habits"].split()
        wanted = [Begun(one.id, _card(one, texts), one.rhythm) for one in starters() if one.id in chosen]
        return {TAKEN_UP: json.dumps(put_habits(store, wanted, known, kept.get(CAMPAIGN, ""), now))}

    current = " ".join(one for one, habit in taken_up.items() if habit.is_current)
    chosen = tuple(typed.get("habits", current).split())
    rows = [Row(one.id, one.name, rhythm(parse_rhythm(one.rhythm, now.week))) for one in starters()]
    return Question(
        _("Which habits carry it? One to three."),
        N_("habits"),
        [Field("habits", "", entry=lambda _text: SomeOf(rows, chosen, AT_MOST, id="habits"))],
        answer,
        left_empty=_("With none chosen, 'a' in the Week takes one up, any day."),
        keys=(("space", _("choose")), ("tab", _("its card"))),
        extra=cards,
    )


def card_of(starter: Starter, texts: Texts) -> Texts:
    """What was typed into the card of a starter, by the names under which all cards are kept."""
    return {f"{starter.id}.{name}": texts[name] for name in CARD}


def card_fields(starter: Starter, cards: Texts) -> list[Field]:
    """The fields of its card, as the cards have them."""
    said = _card(starter, cards)
    return [
        Field("minimum", _("smallest version"), said.minimum, _("one voice message")),
        Field("after", _("after what"), said.after, _("the nine o'clock coffee")),
        Field("place", _("where"), said.place, _("in the office")),
        Field("usual_time", _("when"), said.usual_time, _("at ten")),
    ]


def card_sentence(starter: Starter, cards: Texts, now: Moment) -> str:
    """The card as one sentence (H17), and how long the whole takes."""
    said = _card(starter, cards)
    habit = Habit(
        "",
        said.name,
        0,
        now.day,
        (parse_rhythm(starter.rhythm, now.week),),
        minimum=clean(said.minimum),
        after=clean(said.after),
        place=clean(said.place),
        usual_time=clean(said.usual_time),
    )
    return f"{sentence(habit, now.week)} {duration(starter.minutes)}."


def _card(starter: Starter, cards: Texts) -> Card:
    minimum, after, place, usual_time = (cards.get(f"{starter.id}.{name}") for name in CARD)
    return Card(
        starter.name,
        starter.minimum if minimum is None else minimum,
        after or "",
        place or "",
        starter.minutes,
        usual_time or "",
        letter=starter.letter,
    )
