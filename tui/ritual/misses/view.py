"""What was missed in a week that is looked back on, and what is said of it at once."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.binding import Binding
from textual.message import Message

from lundi.habits import changes
from lundi.habits.habit import Habit
from lundi.habits.misses import Miss
from lundi.ritual.look_back import LookBack
from lundi.time.days import Moment
from lundi.time.weeks import Week
from lundi.words.amounts import ONE
from storage.file.undo import undo
from storage.habits.reviews import write_miss
from storage.ritual.look_back import read_look_back
from storage.store import Store
from tui.kit.intents import Change
from tui.kit.place import Desk
from tui.ritual.misses.rows import MissList


class MissesView(MissList):
    """Every key is a change of its own: a reason, what was done after all, what is excused."""

    BINDINGS = [Binding("u", "undo", show=False, priority=True)]

    class LookedBack(Message):
        """The week looks otherwise now."""

        def __init__(self, back: LookBack) -> None:
            super().__init__()
            self.back = back

    class Refused(Message):
        """Why something can't be."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, desk: Desk, back: LookBack) -> None:
        super().__init__()
        self._desk, self._week = desk, back.week
        self.set_reactive(MissList.missed, back.missed)

    def action_undo(self) -> None:
        """Take back what was said last."""
        self._change(lambda store, now: undo(store, now))

    @on(MissList.ReasonGiven)
    def _reason_given(self, message: MissList.ReasonGiven) -> None:
        message.stop()
        miss = Miss(self._week, message.habit.id, message.reason)
        self._change(lambda store, now: write_miss(store, miss, message.habit.name, now))

    @on(MissList.Done)
    def _done_after_all(self, message: MissList.Done) -> None:
        message.stop()
        self._change(lambda store, now: _fill(store, message.habit, self._week, message.days, now))

    @on(MissList.Excused)
    def _excused(self, message: MissList.Excused) -> None:
        message.stop()
        self._change(lambda store, now: _excuse(store, message.habit, self._week, message.days, now))

    def _change(self, change: Change) -> None:
        """Carry out what was said of the week, and look back on it anew."""
        refusal = self._desk.perform(change)
        if refusal is not None:
            self.post_message(self.Refused(refusal))
            return
        with self._desk.told():
            back = read_look_back(self._desk.store, self._week, self._desk.today)
            self.missed = back.missed
            self.post_message(self.LookedBack(back))


def _fill(store: Store, habit: Habit, week: Week, days: tuple[date, ...], now: Moment) -> None:
    """It was done on these days after all: a tick each, as one change."""
    with store.intent(changes.TICK, now, {**_about(habit, days), "amount": ONE * len(days)}):
        for day in days:
            store.tick(habit, day, now)
        _drop_reason(store, habit, week, now)


def _excuse(store: Store, habit: Habit, week: Week, days: tuple[date, ...], now: Moment) -> None:
    """Nothing was to be expected of it on these days, as one change."""
    with store.intent(changes.EXCUSED, now, _about(habit, days)):
        for day in dict.fromkeys(days):
            store.excuse(habit, day, "", now)
        _drop_reason(store, habit, week, now)


def _drop_reason(store: Store, habit: Habit, week: Week, now: Moment) -> None:
    """What isn't missed any more has no reason either: no obstacle stands for it (D26)."""
    if all(missed.habit.id != habit.id for missed in read_look_back(store, week, now.day).missed):
        write_miss(store, Miss(week, habit.id, ""), habit.name, now)


def _about(habit: Habit, days: tuple[date, ...]) -> dict[str, str | int]:
    return {"name": habit.name, "day": days[-1].isoformat()}
