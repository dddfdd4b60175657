"""The Monday ritual: five steps from last week's score to a committed plan."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from textual.binding import Binding

from lundi.habits.changes import LOOKED_BACK
from lundi.ideas.changes import IDEAS as WRITTEN_DOWN
from lundi.record import replaced
from lundi.ritual.changes import RITUAL
from lundi.ritual.steps import CHOOSE, COMMIT, COURSE, EMPTY_HEAD, LOOK_BACK, next_step, step_before, time_spent
from lundi.time.days import Moment
from lundi.week import changes
from lundi.words.text import clean, filled_lines
from storage.file.unfinished import keep_unfinished
from storage.ritual.progress import begin, fields_of, finish
from storage.store import Store
from tui.campaign.closing import open_review_of_running
from tui.ideas.asks import capture
from tui.kit.fields.area import Area
from tui.kit.fields.field import Texts
from tui.kit.place import Desk
from tui.kit.screens.question_page import Kept
from tui.ritual.asked.questions import questions_over
from tui.ritual.end import RitualEnd
from tui.ritual.pages import RitualPages
from tui.ritual.planning.grid import PlanGrid
from tui.ritual.planning.view import PlanningView
from tui.ritual.steps import IDEAS

_ANSWERED = "answered."  # begins what is kept of questions that were answered or put off


class RitualScreen(RitualPages):
    """Every step is a change of its own; what is typed and not answered yet is kept."""

    BINDINGS = [
        Binding("ctrl+e", "express", show=False, priority=True),
        Binding("i", "capture", show=False),  # where no text is typed
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._since = datetime.fromisoformat(desk.now.stamp)

    def on_mount(self) -> None:
        self.call_after_refresh(self._begun)

    def _begun(self) -> None:
        with self.desk.told():
            begin(self.desk.store, self.desk.now)

    def arrive(self) -> None:
        super().arrive()
        self.call_after_refresh(self._ask_first)

    # What is asked before a step

    def _ask_first(self) -> None:
        """The first question over the step that has just come which wasn't answered yet in this ritual. The end review
        of a campaign takes the place of its part of the course (F26)."""
        if self.is_turning or not self.is_active:
            return  # the next step asks for itself once it is there
        if self._progress.express or (self.number == COMMIT and self._is_planned):
            return
        with self.desk.told():
            if self.number == COURSE and self._course is not None and self._course.campaign_is_over:
                open_review_of_running(self.desk)
            for name, make in questions_over(self.number, self.desk, self._week, self._back):
                if _ANSWERED + name not in self.kept:
                    self.desk.open(make(partial(self._answered, name)))
                    return
        if self.number == COMMIT and self._planning is not None:
            self._planning.reread()  # a habit may have changed

    def _answered(self, name: str) -> None:
        """A question is answered or put off; the next one follows."""
        with self.desk.told():
            self.kept[_ANSWERED + name] = "1"
            keep_unfinished(self.desk.store, self.form, {_ANSWERED + name: "1"}, self.desk.now)
        self._ask_first()

    # From step to step

    def on_key(self) -> None:  # type: ignore[override]  # the page's own comes after it
        self._count_time()

    def texts_changed(self) -> None:
        self._count_time()
        super().texts_changed()

    def _count_time(self) -> None:
        """Add the time since the last key (C16)."""
        now = datetime.fromisoformat(self.desk.now.stamp)
        seconds = time_spent(self._progress.seconds, (now - self._since).total_seconds())
        self._progress, self._since = replaced(self._progress, seconds=seconds), now

    def number_after(self) -> int:
        return next_step(self.number, express=self._progress.express)

    def number_before(self) -> int | None:
        return step_before(self.number, express=self._progress.express)

    @property
    def beside_the_step(self) -> Kept:
        return fields_of(self._progress)

    @property
    def change(self) -> tuple[str, dict[str, str | int]]:
        ideas = filled_lines(self.texts.get(IDEAS, ""))
        if self.number == LOOK_BACK:
            return LOOKED_BACK, {"week": str(self._back.week)}
        if self.number == EMPTY_HEAD and ideas:
            return WRITTEN_DOWN, {"count": len(ideas), "title": ideas[0]}
        if self.number == COMMIT:
            return changes.COMMITTED, {"week": str(self._week)}
        return RITUAL, {"label": self.asked.label}

    def answered(self) -> bool:
        self._count_time()
        ideas = self._progress.ideas
        self._progress = replaced(self._progress, ideas=ideas + len(filled_lines(self.texts.get(IDEAS, ""))))
        if not super().answered():
            self._progress = replaced(self._progress, ideas=ideas)
            return False
        return True

    def write(self, store: Store, texts: Texts, now: Moment) -> None:
        super().write(store, texts, now)
        if self.number == COMMIT:
            finish(store, now)

    async def action_next(self) -> None:
        """In the emptied head to the next line, until one is left empty."""
        if self.number == EMPTY_HEAD and await self.settled() and isinstance(self.focused, Area):
            row, _column = self.focused.cursor_location
            if clean(str(self.focused.document.get_line(row))):
                self.focused.break_line()
                return
        if not self._put_down():
            await super().action_next()

    def goes_to_next_field(self) -> bool:
        """From the grid Enter commits: what will be 1 % better is optional."""
        return not isinstance(self.focused, PlanGrid) and super().goes_to_next_field()

    def _put_down(self) -> bool:
        """Whether a square was in hand, which is put down where the cursor stands."""
        return any(planning.put_down() for planning in self.body.query(PlanningView))

    async def action_later(self) -> None:
        """What is in hand is put back first."""
        if not any(planning.put_back() for planning in self.body.query(PlanningView)):
            await super().action_later()

    async def end(self) -> None:
        if self._planning is not None:
            self._planning.reread()  # another program may have committed to the week meanwhile
        was_planned = self._is_planned
        if self.answered():
            self.unfinished.done_with()
            self.dismiss()
            if not was_planned:
                self.desk.open(RitualEnd(self._week, self._progress.seconds))

    async def action_capture(self) -> None:
        """An idea that has nothing to do with it waits until the choice."""
        if await self.settled():
            self.desk.open(capture(self.desk))

    async def action_express(self) -> None:
        """Last week's score, two actions, the same habits, the commit: three minutes (F35). Once more, and every step
        is there again."""
        if not await self.settled():
            return
        if self._progress.express:
            self._progress = replaced(self._progress, express=False)
            await self.go_to(self.number)
            return
        before, self._progress = self._progress, replaced(self._progress, express=True)
        if self.number >= CHOOSE:
            return
        if not self.has_typed:
            await self.go_to(CHOOSE)
        elif self.answered():  # what is typed here is an answer
            await self.turn_to(CHOOSE)
        else:
            self._progress = before

    async def go_to(self, number: int) -> None:
        self._count_time()
        await super().go_to(number)
