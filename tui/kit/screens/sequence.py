"""A sequence of questions that goes on where it was left: nothing that was typed is ever lost."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.binding import Binding
from textual.widgets import Input

from lundi.time.days import Moment
from lundi.words.errors import LundiError
from storage.file.unfinished import forget_unfinished, keep_unfinished, read_unfinished
from storage.habits.sequences import STEP
from storage.store import Store
from tui.kit.fields.area import Area
from tui.kit.fields.choice import Choice
from tui.kit.fields.field import Texts
from tui.kit.fields.pick_list import PickList
from tui.kit.place import Desk
from tui.kit.screens.question_page import Kept, Question, QuestionPage
from tui.kit.unfinished_texts import KeepsTexts, UnfinishedTexts


def step_in(kept: Kept, last: int) -> int:
    """The question to go on with, of what is kept; 0 where that says none."""
    step = kept.get(STEP, "")
    return min(last, int(step)) if step.isdecimal() else 0


class Sequence(QuestionPage, KeepsTexts):
    """Enter goes on, Esc leaves for later, page up goes back. What is typed is kept, and written with Enter."""

    BINDINGS = [
        Binding("enter", "next", show=False, priority=True),
        Binding("pageup", "back", show=False, priority=True),
        Binding("escape", "later", show=False, priority=True),
    ]

    def __init__(self, desk: Desk, form: str, number: int, last: int) -> None:
        """Goes on with a question; the form is the name under which what is typed is kept. Unreadable when the file
        can't be read."""
        self.desk, self.form = desk, form
        self.kept = read_unfinished(desk.store, form)
        super().__init__(self.ask(number), number, last)
        self.unfinished = UnfinishedTexts(self, lambda texts: self._keep(self.number, texts), self.refuse)
        self._asked: Texts = {}  # the texts as they were when the question came

    # What a sequence says of itself

    def ask(self, number: int) -> Question:
        """A question, with what the file has of its answer already, or what was typed over it since (`kept`); to be
        overridden. Unreadable when the file can't be read."""
        raise NotImplementedError

    def typed_for(self, number: int) -> Texts:
        """What was typed for a question and not answered yet, by field."""
        return {field.partition(".")[2]: text for field, text in self.kept.items() if field.startswith(f"{number}.")}

    def number_after(self) -> int:
        """The question that comes next."""
        return self.number + 1

    def number_before(self) -> int | None:
        """The question that came before; None where this is the first."""
        return self.number - 1 if self.number else None

    @property
    def has_typed(self) -> bool:
        """Whether something was typed for this question that isn't answered yet."""
        return self.unfinished.typed != self._asked or bool(self.typed_for(self.number))

    @property
    def beside_the_step(self) -> Kept:
        """What else is kept with the step, wherever it goes on; to be overridden."""
        return {}

    @property
    def change(self) -> tuple[str, dict[str, str | int]]:
        """What the answer is called in the journal, and its detail; to be overridden."""
        raise NotImplementedError

    def write(self, store: Store, texts: Texts, now: Moment) -> None:
        """Write the answer and where to go on, as a part of one change."""
        answered = self.asked.answer(store, texts, now)
        typed = [field for field in read_unfinished(store, self.form) if field.startswith(f"{self.number}.")]
        forget_unfinished(store, self.form, now, typed)
        keep_unfinished(store, self.form, {**self._goes_on_with(self.number_after()), **answered}, now)

    def _goes_on_with(self, number: int) -> dict[str, str]:
        return {STEP: str(number), **self.beside_the_step}

    async def end(self) -> None:
        """The last question is answered by Enter; to be overridden."""
        raise NotImplementedError

    # What is typed

    @property
    def has_before(self) -> bool:
        return self.number_before() is not None

    @property
    def is_typed_into(self) -> bool:
        return self.is_mounted and not self.is_turning

    def arrive(self) -> None:
        super().arrive()
        self._asked = self.texts
        self.unfinished.begin(self._asked)

    @on(Input.Changed)
    @on(Area.Changed)
    @on(PickList.Changed)
    @on(Choice.Changed)
    def texts_changed(self) -> None:
        """Something else is typed or chosen."""
        if self.is_turning:
            return
        texts = self.texts
        if texts != self.unfinished.typed:  # else a key has come meanwhile, and what it led to may have been said
            self.say("")
        self.unfinished.follow(texts)
        self.follow()

    def refuse(self, sentence: str) -> None:
        """Say what was refused, and why; what is typed stays."""
        self.say(sentence, refused=True)

    def _keep(self, number: int, texts: Texts) -> None:
        """Keep the texts of this question, and the one to go on with."""
        typed = {f"{self.number}.{field}": text for field, text in texts.items()}
        keep_unfinished(self.desk.store, self.form, {**self._goes_on_with(number), **typed}, self.desk.now)

    async def settled(self) -> bool:
        is_there = await super().settled()
        if is_there:
            self.unfinished.typed = self.texts
        return is_there

    # From question to question

    async def action_next(self) -> None:
        """To the next field where something is filled in, or with the answer to the next question."""
        if not await self.settled() or self.goes_to_next_field():
            return
        if self.number == self.last:
            await self.end()
        elif self.answered():
            await self.turn_to(self.number_after())

    def answered(self) -> bool:
        """Whether what is typed is understood and written as the answer; where it isn't, why is said."""
        return self.understood(self.entries) and self.performed(self.answer)

    def performed(self, change: Callable[[Store, Moment], object]) -> bool:
        """Whether the file took a change; where it didn't, that is said, and what is typed stays."""
        refusal = self.desk.perform(change)
        if refusal is not None:
            self.refuse(refusal)
        return refusal is None

    def answer(self, store: Store, now: Moment) -> None:
        """Write the answer as one change and go on, or neither; what was typed for this question is done with."""
        name, detail = self.change
        with store.intent(name, now, detail):
            self.write(store, self.texts, now)

    async def turn_to(self, number: int) -> None:
        """Another question, as the file has it and as it was typed. What the file refuses is said."""
        self.unfinished.done_with()
        try:
            self.kept = read_unfinished(self.desk.store, self.form)
            asked = self.ask(number)
        except LundiError as error:
            self.refuse(error.sentence)
        else:
            await self.show(asked, number)

    async def action_back(self) -> None:
        if await self.settled():
            await self.go_back()

    async def go_back(self) -> None:
        if (number := self.number_before()) is not None:
            await self.go_to(number)

    async def go_to(self, number: int) -> None:
        """Another question, unanswered as this one is; what is typed is kept."""
        try:
            self._keep(number, self.unfinished.unkept)
        except LundiError as error:
            self.refuse(error.sentence)
        else:
            await self.turn_to(number)

    async def action_later(self) -> None:
        """To the place beneath; the next time goes on here."""
        if await self.settled():
            try:
                self.unfinished.keep_in_file()
            except LundiError as error:
                self.desk.say(error.sentence, refused=True)
            self.dismiss()
            await self.left()

    async def left(self) -> None:
        """It was left for later; to be overridden."""
