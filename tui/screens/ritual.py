"""The Monday ritual: five steps from last week's score to a committed plan."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Protocol

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widget import Widget

from lundi import changes
from lundi.course_page import CoursePage
from lundi.days import Moment
from lundi.errors import Refused
from lundi.language import gettext as _
from lundi.look_back import LookBack
from lundi.record import replaced
from lundi.ritual import (
    CHOOSE,
    COMMIT,
    COURSE,
    EMPTY_HEAD,
    LAST,
    LOOK_BACK,
    next_step,
    step_before,
    time_spent,
    way_to,
    words_on,
)
from lundi.text import clean, filled_lines
from storage.course_page import read_course
from storage.focus import read_running_end
from storage.look_back import read_look_back
from storage.reviews import read_review
from storage.ritual import begin, fields_of, finish, form_of, progress_in, read_first_step
from storage.store import Store
from storage.unfinished import keep_unfinished, read_unfinished
from tui.commands import key_named
from tui.screens.question_page import Kept, Question
from tui.screens.ritual_end import RitualEnd
from tui.screens.ritual_questions import questions_over
from tui.screens.ritual_steps import IDEAS, commit_step, course_step, empty_head_step, look_back_step, plain_step
from tui.screens.sequence import Sequence, step_in
from tui.views.choosing import ChoosingView
from tui.views.misses import MissesView
from tui.views.place import Desk
from tui.views.planning import PlanningView
from tui.widgets.area import Area
from tui.widgets.course_facts import CourseFacts
from tui.widgets.field import Texts
from tui.widgets.header import Header
from tui.widgets.look_back_facts import LookBackFacts
from tui.widgets.options import Scale
from tui.widgets.plan_grid import PlanGrid
from tui.widgets.ritual_rail import RitualHeading, RitualRail
from tui.widgets.sized import Box

_SQUARES = "squares."  # begins what is kept of squares that were moved: 'squares.<habit id>'
_ANSWERED = "answered."  # begins what is kept of questions that were answered or put off
_MINUTE = 60


class RitualDesk(Desk, Protocol):
    """The screen that it opens over."""

    def open_end_review(self) -> None:
        """The end review of the campaign whose end has gone by."""


class RitualScreen(Sequence):
    """Every step is a change of its own; what is typed and not answered yet is kept."""

    BINDINGS = [Binding("ctrl+e", "express", show=False, priority=True)]

    desk: RitualDesk

    def __init__(self, desk: RitualDesk) -> None:
        """Goes on where the ritual of this week was left. Unreadable when the file can't be read."""
        now = desk.now
        self._week, form = now.week, form_of(now.week)
        kept = read_unfinished(desk.store, form)
        self._progress = progress_in(kept)
        self._since = datetime.fromisoformat(now.stamp)
        self._course: CoursePage | None = None
        self._planning: PlanningView | None = None
        super().__init__(desk, form, step_in(kept, LAST) or read_first_step(desk.store, now.week), LAST)

    def on_mount(self) -> None:
        self.call_after_refresh(self._begun)

    def _begun(self) -> None:
        with self.desk.told():
            begin(self.desk.store, self.desk.now)

    def head(self) -> ComposeResult:
        header = Header(self.desk.today, read_running_end(self.desk.store))
        header.place = ""
        yield header

    def stage(self) -> ComposeResult:
        own_day = self.desk.store.ritual_day == self.desk.today.isoweekday()
        with Box(id="ritual"):
            yield RitualRail(None if own_day else self.desk.today.isoweekday())
            yield from super().stage()

    def heading(self, title: str) -> Widget:
        return RitualHeading(title)

    # The steps

    def ask(self, number: int) -> Question:
        desk, now, typed = self.desk, self.desk.now, self.typed_for(number)
        self._back = read_look_back(desk.store, now.week + -1, now.day)
        if number == LOOK_BACK:
            return look_back_step(desk, self._back, typed, express=self._progress.express)
        if number == COURSE:
            self._course = read_course(desk.store, now.week, now.day)
            return course_step(desk, self._course, typed)
        if number == EMPTY_HEAD:
            return empty_head_step(desk.store, typed)
        if number == CHOOSE:
            return plain_step(CHOOSE, ChoosingView(desk))
        drafted = {field.removeprefix(_SQUARES): text for field, text in typed.items() if field.startswith(_SQUARES)}
        self._planning = PlanningView(desk, self._week, drafted)
        return commit_step(desk, self._planning, self._commit, typed)

    def arrive(self) -> None:
        super().arrive()
        rail = self.query_one(RitualRail)
        confidence = read_review(self.desk.store, self._back.week).confidence
        words = words_on(self._back.score, confidence, self._progress.ideas)
        gone_through = way_to(self.number, express=self._progress.express)
        rail.step, rail.said = self.number, {number: words.get(number, "") for number in gone_through}
        rail.minutes, rail.beside = self._progress.seconds // _MINUTE, ""
        self.call_after_refresh(self._ask_first)

    @property
    def key_words(self) -> tuple[tuple[str, str], ...]:
        own = [word for widget in self._with_keys for word in widget.key_words]
        own += [(_("1 to 5"), _("choose")) for _scale in self.body.query(Scale)]
        express = (key_named("ctrl+e"), _("every step") if self._progress.express else _("express"))
        enter = (key_named("enter"), self.word_of_enter)
        return (
            *([*own[:1], enter, *own[1:2]] if self.number == CHOOSE else [enter, *own[:2]]),
            *([express] if self.number < CHOOSE else []),
            (key_named("escape"), _("later")),
            *(((key_named("pageup"), _("back")),) if self.has_before else ()),
            *own[2:],
        )

    @property
    def _with_keys(self) -> list[ChoosingView | PlanningView]:
        return [*self.body.query(ChoosingView), *self.body.query(PlanningView)]

    @property
    def word_of_enter(self) -> str:
        if self.number < LAST:
            return _("go on")
        return _("close") if self._is_planned else _("I commit")

    @property
    def _is_planned(self) -> bool:
        return self._planning is not None and self._planning.page.planned

    @property
    def texts(self) -> Texts:
        """Squares that were moved are kept like what is typed."""
        drafted = {} if self._planning is None or self.number != COMMIT else self._planning.drafted
        return {**super().texts, **{_SQUARES + habit_id: squares for habit_id, squares in drafted.items()}}

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
                self.desk.open_end_review()
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

    def reread(self) -> None:
        """Another program wrote to the file: what it did is shown, what is typed stays."""
        if self.is_turning or not self.is_mounted:
            return
        with self.desk.told():
            if self.number == LOOK_BACK:
                self._show_back(read_look_back(self.desk.store, self._back.week, self.desk.today))
            elif self.number == COURSE:
                self._course = read_course(self.desk.store, self._week, self.desk.today)
                self.query_one(CourseFacts).course = self._course
            for view in self._with_keys:
                view.reread()

    def _show_back(self, back: LookBack) -> None:
        self._back = back
        for facts in self.body.query(LookBackFacts):
            facts.look_back = back
        for misses in self.body.query(MissesView):
            misses.missed = back.missed

    # What the steps do

    @on(MissesView.LookedBack)
    def _looked_back(self, message: MissesView.LookedBack) -> None:
        self._show_back(message.back)

    @on(MissesView.Refused)
    @on(PlanningView.Refused)
    def _refused(self, message: MissesView.Refused | PlanningView.Refused) -> None:
        self.refuse(message.sentence)

    @on(ChoosingView.Changed)
    def _choice_changed(self) -> None:
        if self.is_turning:  # it comes from the step before
            return
        for view in self.body.query(ChoosingView):
            self.query_one(RitualHeading).beside = self.query_one(RitualRail).beside = view.range_shown
        self.follow()

    @on(PlanningView.Changed)
    def _plan_changed(self) -> None:
        if not self.is_turning:
            self.texts_changed()

    def _commit(self, store: Store, now: Moment) -> None:
        """Commit to the week with the squares as they stand; a week that is committed already stays as it is."""
        if now.week != self._week:
            raise Refused(_("A new week has begun. Esc, then `r`: its ritual."))
        if not self._is_planned and self._planning is not None:
            store.commit_chosen(now, self._planning.squares, self._progress.seconds or None)

    # From step to step

    def on_key(self, event: events.Key) -> None:
        self._count_time()
        super().on_key(event)

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
            return changes.LOOKED_BACK, {"week": str(self._back.week)}
        if self.number == EMPTY_HEAD and ideas:
            return changes.IDEAS, {"count": len(ideas), "title": ideas[0]}
        if self.number == COMMIT:
            return changes.COMMITTED, {"week": str(self._week)}
        return changes.RITUAL, {"label": self.asked.label}

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
