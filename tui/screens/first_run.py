"""The first run: eight small screens over the Week, on a file in which nothing was written yet."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from textual import on
from textual.binding import Binding
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from lundi import changes, language
from lundi.days import Moment
from lundi.errors import LundiError
from lundi.language import gettext as _
from lundi.starters import starters
from storage.first_run import FORM, finish
from storage.store import Store
from storage.unfinished import forget_unfinished, keep_unfinished, read_unfinished
from tui.screens.dialog import Dialog, Texts
from tui.screens.first_run_habits import CARD, card_fields, card_of, card_sentence
from tui.screens.first_run_page import QuestionPage
from tui.screens.first_run_parts import Example, Smallest
from tui.screens.first_run_questions import HABITS, LAST, question
from tui.views.place import Desk
from tui.widgets.area import Area
from tui.widgets.choice import Choice
from tui.widgets.pick_list import PickList, SomeOf

_PATIENCE = 0.3  # seconds without a key until what is typed is kept
_STEP, _CARD = "step", "card"  # of what is kept: the question, and the habit whose card is open


class Home(Desk, Protocol):
    """The screen that it opens over."""

    async def speak_anew(self) -> None:
        """Another language is in use."""


class FirstRunScreen(QuestionPage):
    """Enter goes on, Esc leaves for later, page up goes back. What is typed is kept, and written with Enter."""

    BINDINGS = [
        Binding("enter", "next", show=False, priority=True),
        Binding("pageup", "back", show=False, priority=True),
        Binding("escape", "later", show=False, priority=True),
        Binding("ctrl+q", "quit", show=False, priority=True),
        Binding("space", "tick(True)", show=False),
        Binding("backspace", "tick(False)", show=False),
    ]

    def __init__(self, desk: Home) -> None:
        """Goes on where it was left. Unreadable when the file can't be read."""
        self._desk = desk
        self._spoken = language.current()  # beneath
        self._kept = read_unfinished(desk.store, FORM)
        step = self._kept.get(_STEP, "0")
        number = min(LAST, int(step)) if step.isdecimal() else 0
        if number == 0:
            _speak(self._kept.get("0.language", ""))
        super().__init__(question(number, desk.store, desk.now, self._kept), number, LAST)
        self._timer: Timer | None = None
        self._typed: Texts = {}  # the texts as they are
        self._seen: Texts = {}  # as they were when they were kept last, or as the file has them

    def on_unmount(self) -> None:
        """However the program ends, what is typed is kept; it is the cause that is told then, and not this."""
        with suppress(LundiError):
            self._keep_in_file()

    def more_widgets(self) -> list[Widget]:
        if self.number < LAST:
            return []
        return [Smallest(self._desk.store, self._desk.today, id="smallest")]

    def arrive(self) -> None:
        super().arrive()
        self._typed = self._seen = self.texts
        if open_card := self.extra.get(_CARD):
            self.call_after_refresh(self._ask_card, open_card)

    def follow(self) -> None:
        super().follow()
        for picker in self.body.query(SomeOf):
            said = card_sentence(starters()[picker.row], self.extra, self._desk.now)
            self.query_one("#remark", Example).say(said)

    # What is typed

    @on(Input.Changed)
    @on(Area.Changed)
    @on(PickList.Changed)
    def _texts_changed(self) -> None:
        if self.is_turning:
            return
        self._typed = self.texts
        self.say("")
        self.follow()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PATIENCE, self._keep)

    @on(Choice.Changed)
    def _language_changed(self) -> None:
        """It is seen at once."""
        if self.number or self.is_turning:  # Enter came quicker
            return
        _speak(self.texts["language"])
        self.say_anew(question(0, self._desk.store, self._desk.now, {"0.language": self.texts["language"]}))
        self._texts_changed()

    @on(SomeOf.Full)
    def _fourth_chosen(self) -> None:
        self._refuse(_("Three are plenty to begin with. Take one off first, or add this one later."))

    def _refuse(self, sentence: str) -> None:
        self.say(sentence, refused=True)

    def _keep(self) -> bool:
        """Keep what is typed, so that nothing is lost of it; where the file refuses, the next try may succeed."""
        try:
            self._keep_in_file()
        except LundiError as error:
            self._refuse(error.sentence)
            return False
        return True

    def _keep_in_file(self) -> None:
        if self._typed != self._seen:
            typed = {f"{self.number}.{field}": text for field, text in self._typed.items()}
            keep_unfinished(self._desk.store, FORM, {_STEP: str(self.number), **typed}, self._desk.now)
            self._seen = self._typed

    async def settled(self) -> bool:
        is_there = await super().settled()
        if is_there:
            self._typed = self.texts
        return is_there

    # From question to question

    async def action_next(self) -> None:
        """To the next field where something is filled in, or with the answer to the next question."""
        if not await self.settled() or self.goes_to_next_field():
            return
        if self.number == LAST:
            if self._performed(finish):
                self.dismiss()
        elif self._performed(self._answer):
            await self._turn_to(self.number + 1)

    def _performed(self, change: Callable[[Store, Moment], object]) -> bool:
        """Whether the file took a change; where it didn't, that is said, and what is typed stays."""
        refusal = self._desk.perform(change)
        if refusal is not None:
            self._refuse(refusal)
        return refusal is None

    def _answer(self, store: Store, now: Moment) -> None:
        """Write the answer as one change and go on, or neither; what was typed for this question is done with."""
        texts = self.texts
        if self.number == 0:
            _speak(texts["language"])
        with store.intent(changes.FIRST_ANSWER, now, {"label": self.asked.label}):
            answered = self.asked.answer(store, texts, now)
            typed = [field for field in read_unfinished(store, FORM) if field.startswith(f"{self.number}.")]
            forget_unfinished(store, FORM, now, typed)
            keep_unfinished(store, FORM, {_STEP: str(self.number + 1), **answered}, now)

    async def _turn_to(self, number: int) -> None:
        """Another question, as the file has it and as it was typed. What the file refuses is said."""
        if self._timer is not None:
            self._timer.stop()
        self._seen = self._typed  # kept, or answered
        try:
            self._kept = read_unfinished(self._desk.store, FORM)
            asked = question(number, self._desk.store, self._desk.now, self._kept)
        except LundiError as error:
            self._refuse(error.sentence)
        else:
            await self.show(asked, number)

    async def action_step(self, step: int) -> None:
        if self.number != HABITS or step < 0:
            await super().action_step(step)
        elif await self.settled():
            self._ask_card(starters()[self.query_one(SomeOf).row].id)

    async def action_back(self) -> None:
        if await self.settled():
            await self.go_back()

    async def go_back(self) -> None:
        if self.number == 0 or not self._keep():
            return
        try:
            keep_unfinished(self._desk.store, FORM, {_STEP: str(self.number - 1)}, self._desk.now)
        except LundiError as error:
            self._refuse(error.sentence)
        else:
            await self._turn_to(self.number - 1)

    async def action_later(self) -> None:
        """To the Week; the next start goes on here."""
        if await self.settled():
            try:
                self._keep_in_file()
            except LundiError as error:
                self._desk.say(error.sentence, refused=True)
            self.dismiss()
            if language.current() != self._spoken:
                await self._desk.speak_anew()

    async def action_quit(self) -> None:
        await self.settled()
        self._keep()
        await self.run_action("app.quit")

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
            self._texts_changed()
            return card_sentence(starter, card_of(starter, texts), self._desk.now)

        def submit(texts: Texts) -> None:
            cards.update(card_of(starter, texts))
            picker = self.query_one(SomeOf)
            if starter.id not in picker.chosen:
                picker.action_pick()

        def closed(_nothing: None) -> None:
            self.extra = {**cards, _CARD: "", **dict.fromkeys((f"{_CARD}.{name}" for name in CARD), "")}
            self._typed = self.texts
            self.follow()
            self._keep()

        is_begun = self.extra.get(_CARD) == starter.id
        fields = card_fields(starter, card_of(starter, draft) if is_begun else cards)
        self.app.push_screen(Dialog(starter.name, fields, submit, describe=describe), closed)

    def action_tick(self, is_more: bool) -> None:
        """The smallest version of the smallest habit, once, or not."""
        for shown in self.body.query(Smallest):
            self._tick(shown, is_more=is_more)

    def _tick(self, shown: Smallest, *, is_more: bool) -> None:
        habit, day = shown.habit, self._desk.today
        if habit is None or shown.is_done == is_more:
            return

        def change(store: Store, now: Moment) -> None:
            if is_more:
                store.tick(habit, day, now, smallest=True)
            else:
                store.untick(habit, day, now)

        if self._performed(change):
            shown.read(self._desk.store, day)
            self.say(_("Done: the first square is in Tracking.") if is_more else "")


def _speak(chosen: str) -> None:
    """A language that came with the call rules."""
    if not language.given_by() and chosen in language.LANGUAGES:
        language.use(chosen)
