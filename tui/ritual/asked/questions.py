"""What the ritual asks over a step, one screen at a time, each once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.screen import Screen

from lundi.ritual.look_back import LookBack
from lundi.ritual.steps import COMMIT, EMPTY_HEAD, LOOK_BACK
from lundi.time.weeks import Week
from storage.habits.seasons import is_check_week
from storage.ideas.intents import read_old_ideas
from storage.ritual.habit_questions import read_habit_questions
from tui.kit.place import Desk
from tui.kit.screens.asking import Answered
from tui.ritual.asked import habits as habit_questions
from tui.ritual.asked.old_ideas import OldIdeas

Made = Callable[[Answered], Screen[None]]  # the screen that asks, calling back once it is answered or put off


def questions_over(step: int, desk: Desk, week: Week, back: LookBack) -> list[tuple[str, Made]]:
    """What there is to ask over a step of a week's ritual, each under a name: before anything else what low or full
    weeks ask for (H15, F24), in a season's last week ideas that are too old, and what is to be decided about habits
    (F21)."""
    if step == LOOK_BACK and back.load:
        return [("load", partial(habit_questions.lighten, desk, back.load))]
    if step == EMPTY_HEAD and is_check_week(desk.store, week) and read_old_ideas(desk.store, desk.today):
        return [("old-ideas", partial(OldIdeas, desk))]
    if step == COMMIT:
        return [
            (f"{question.kind}.{question.habit.id}", partial(habit_questions.ask, desk, question))
            for question in read_habit_questions(desk.store, week, desk.today)
        ]
    return []
