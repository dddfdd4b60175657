"""The first run: eight small screens over the Week, on a file in which nothing was written yet."""

from __future__ import annotations

from typing import Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding

from lundi import changes
from lundi.habits.starters import starters
from lundi.record import replaced
from lundi.time.days import Moment
from lundi.words import language
from lundi.words.language import gettext as _
from storage.file.unfinished import read_unfinished
from storage.habits.first_run import finish
from storage.habits.sequences import FIRST_RUN_FORM
from storage.store import Store
from tui.first_run.habits import CARD, card_fields, card_of, card_sentence
from tui.first_run.parts import Smallest
from tui.first_run.questions import HABITS, LAST, question
from tui.kit.drawing.progress import Progress
from tui.kit.drawing.question_parts import Example
from tui.kit.fields.choice import Choice
from tui.kit.fields.field import Texts
from tui.kit.fields.pick_list import SomeOf
from tui.kit.place import Desk
from tui.kit.screens.dialog import Dialog
from tui.kit.screens.question_page import Question
from tui.kit.screens.sequence import Sequence, step_in

_CARD = "card"  # of what is kept: the habit whose card is open


class Home(Desk, Protocol):
    """The screen that it opens over."""

    async def speak_anew(self) -> None:
        """Another language is in use."""


class FirstRunScreen(Sequence):
    """Eight questions; with the last one the smallest habit may be done at once."""

    BINDINGS = [
        Binding("space", "tick(True)", show=False),
        Binding("backspace", "tick(False)", show=False),
    ]

    desk: Home

    def __init__(self, desk: Home) -> None:
        """Goes on where it was left. Unreadable when the file can't be read."""
        self._spoken = language.current()  # beneath
        kept = read_unfinished(desk.store, FIRST_RUN_FORM)
        number = step_in(kept, LAST)
        if number == 0:
            _speak(kept.get("0.language", ""))
        super().__init__(desk, FIRST_RUN_FORM, number, LAST)

    def ask(self, number: int) -> Question:
        asked = question(number, self.desk.store, self.desk.now, self.kept)
        if number < LAST:
            return asked
        shown = Smallest(self.desk.store, self.desk.today, id="smallest")
        return replaced(asked, below=lambda: [shown])

    @property
    def change(self) -> tuple[str, dict[str, str | int]]:
        return changes.FIRST_ANSWER, {"label": self.asked.label}

    def head(self) -> ComposeResult:
        yield Progress(self.last)

    def arrive(self) -> None:
        super().arrive()
        self.query_one(Progress).number = self.number
        if open_card := self.extra.get(_CARD):
            self.call_after_refresh(self._ask_card, open_card)

    def follow(self) -> None:
        super().follow()
        for picker in self.body.query(SomeOf):
            said = card_sentence(starters()[picker.row], self.extra, self.desk.now)
            self.query_one("#remark", Example).say(said)

    @on(Choice.Changed)
    def _language_changed(self) -> None:
        """It is seen at once."""
        if self.number or self.is_turning:  # Enter came quicker
            return
        _speak(self.texts["language"])
        self.say_anew(question(0, self.desk.store, self.desk.now, {"0.language": self.texts["language"]}))

    @on(SomeOf.Full)
    def _fourth_chosen(self) -> None:
        self.refuse(_("Three are plenty to begin with. Take one off first, or add this one later."))

    def answer(self, store: Store, now: Moment) -> None:
        if self.number == 0:
            _speak(self.texts["language"])
        super().answer(store, now)

    async def end(self) -> None:
        if self.performed(finish):
            self.dismiss()

    async def left(self) -> None:
        if language.current() != self._spoken:
            await self.desk.speak_anew()

    async def action_step(self, step: int) -> None:
        if self.number != HABITS or step < 0:
            await super().action_step(step)
        elif await self.settled():
            self._ask_card(starters()[self.query_one(SomeOf).row].id)

    # The card of a habit, and its first tick

    def _ask_card(self, starter_id: str) -> None:
        """After what, where, when, and the smallest version. What is typed into it is kept like anything else."""
        starter = next((one for one in starters() if one.id == starter_id), None)
        if starter is None or not self.is_active:
            return
        draft = {name: self.extra[f"{_CARD}.{name}"] for name in CARD if f"{_CARD}.{name}" in self.extra}
        cards = {field: text for field, text in self.extra.items() if field.partition(".")[0] != _CARD}

        def describe(texts: Texts) -> str:
            self.extra = {**cards, _CARD: starter.id, **{f"{_CARD}.{name}": texts[name] for name in CARD}}
            self.texts_changed()
            return card_sentence(starter, card_of(starter, texts), self.desk.now)

        def submit(texts: Texts) -> None:
            cards.update(card_of(starter, texts))
            picker = self.query_one(SomeOf)
            if starter.id not in picker.chosen:
                picker.action_pick()

        def closed(_nothing: None) -> None:
            self.extra = {**cards, _CARD: "", **dict.fromkeys((f"{_CARD}.{name}" for name in CARD), "")}
            self.unfinished.typed = self.texts
            self.follow()
            self.unfinished.keep()

        is_begun = self.extra.get(_CARD) == starter.id
        fields = card_fields(starter, card_of(starter, draft) if is_begun else cards)
        self.app.push_screen(Dialog(starter.name, fields, submit, kept=None, describe=describe), closed)

    def action_tick(self, is_more: bool) -> None:
        """The smallest version of the smallest habit, once, or not."""
        for shown in self.body.query(Smallest):
            self._tick(shown, is_more=is_more)

    def _tick(self, shown: Smallest, *, is_more: bool) -> None:
        habit, day = shown.habit, self.desk.today
        if habit is None or shown.is_done == is_more:
            return

        def change(store: Store, now: Moment) -> None:
            if is_more:
                store.tick(habit, day, now, smallest=True)
            else:
                store.untick(habit, day, now)

        if self.performed(change):
            shown.read(self.desk.store, day)
            self.say(_("Done: the first square is in Tracking.") if is_more else "")


def _speak(chosen: str) -> None:
    """A language that came with the call rules."""
    if not language.given_by() and chosen in language.LANGUAGES:
        language.use(chosen)
