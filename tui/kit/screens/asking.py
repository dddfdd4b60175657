"""A question with a few answers, one of them harmless: what the Monday ritual asks before it goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual import events
from textual.screen import Screen

from lundi.record import record
from lundi.words.language import gettext as _
from tui.kit.drawing.layout import is_list_only
from tui.kit.drawing.prose import Prose
from tui.kit.intents import Change, Perform
from tui.kit.place import Desk
from tui.kit.screens.lists import STAYS, Act, Entry, ListScreen

Answered = Callable[[], None]
_FEW_LINES = 2


class About(Prose):
    """What a question is about, between it and its answers."""

    GROUND = "surface"

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.set_reactive(Prose.sentence, sentence)

    def line_count(self, width: int) -> int:
        """On a small screen no more than leaves room for the answers."""
        return min(super().line_count(width), _FEW_LINES if is_list_only(self.app.size) else self.AT_MOST)


class Question(ListScreen):
    """Enter answers, the first answer being the harmless one; Esc is for another time. It calls back once, when it is
    closed with all that it opened."""

    def __init__(self, desk: Desk, title: str, about: str, answers: Sequence[Answer], answered: Answered) -> None:
        width = max(cell_len(answer.text) for answer in answers)
        entries = [
            Entry(str(number), answer.text + " " * (width - cell_len(answer.text)), answer.beside)
            for number, answer in enumerate(answers)
        ]
        super().__init__(
            title,
            lambda: entries,
            [Act("enter", _("answer"), self._answer, after=STAYS)],
            empty="",
            lead=About(about),
            leave=_("not now"),
        )
        self._desk, self._answers, self._answered = desk, answers, answered
        self._is_answered = False

    def _answer(self, number: str) -> str | None:
        """One answer is enough: a second Enter may be quicker than the screen closes."""
        return None if self._is_answered else self._answers[int(number)].give(self)

    def perform(self, change: Change, said: str = "") -> str | None:
        """Carry out a change that answers it; a refusal comes back as its sentence, and the question stays."""
        refusal = self._desk.perform(change, said)
        self._is_answered = self._is_answered or refusal is None
        return refusal

    def finish(self, refusal: str | None = None) -> str | None:
        """Close, or show a refusal."""
        if refusal is None:
            self.action_close()
        else:
            self._refuse(refusal)
        return refusal

    def open(self, screen: Screen[None]) -> None:
        """Ask for more over the question."""
        self._desk.open(screen)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """What was opened over it may have answered it. The list's own comes after this."""
        if self._is_answered:
            self.action_close()

    def action_close(self) -> None:
        if self.is_active:
            super().action_close()
            self._answered()


@record
class Answer:
    """One answer, and what it leads to."""

    text: str
    give: Callable[[Question], str | None]  # returns a refusal, or None
    beside: str = ""


def nothing(question: Question) -> str | None:
    """The harmless answer: all stays as it is."""
    return question.finish()


def change_of(change: Change, said: str = "") -> Callable[[Question], str | None]:
    """An answer that changes the file at once, and says so."""
    return lambda question: question.finish(question.perform(change, said))


def opening(make: Callable[[Perform], Screen[None]]) -> Callable[[Question], str | None]:
    """An answer that takes another screen; what it performs answers the question, and without it the question stays."""
    return lambda question: question.open(make(question.perform))
