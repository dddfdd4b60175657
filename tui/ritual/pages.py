"""What the Monday ritual shows at each step, and how it follows the file."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from lundi.ritual.course import CoursePage
from lundi.ritual.look_back import LookBack
from lundi.ritual.steps import CHOOSE, COMMIT, COURSE, EMPTY_HEAD, LAST, LOOK_BACK, way_to, words_on
from lundi.time.days import Moment
from lundi.words.errors import Refused
from lundi.words.language import gettext as _
from storage.campaign.focus import read_running_end
from storage.file.unfinished import read_unfinished
from storage.habits.reviews import read_review
from storage.habits.sequences import ritual_form
from storage.ritual.course import read_course
from storage.ritual.look_back import read_look_back
from storage.ritual.progress import progress_in, read_first_step
from storage.store import Store
from tui.kit.commands import key_named
from tui.kit.drawing.header import Header
from tui.kit.drawing.sized import Box
from tui.kit.fields.field import Texts
from tui.kit.fields.options import Scale
from tui.kit.place import Desk
from tui.kit.screens.question_page import Question
from tui.kit.screens.sequence import Sequence, step_in
from tui.ritual.choice.view import ChoosingView
from tui.ritual.course_facts import CourseFacts
from tui.ritual.look_back_facts import LookBackFacts
from tui.ritual.misses.view import MissesView
from tui.ritual.planning.view import PlanningView
from tui.ritual.rail import RitualHeading, RitualRail
from tui.ritual.steps import commit_step, course_step, empty_head_step, look_back_step, plain_step

_SQUARES = "squares."  # begins what is kept of squares that were moved: 'squares.<habit id>'
_MINUTE = 60


class RitualPages(Sequence):
    """The five steps beside the rail; the way from one to the next is the screen's."""

    def __init__(self, desk: Desk) -> None:
        """Goes on where the ritual of this week was left. Unreadable when the file can't be read."""
        now = desk.now
        self._week, form = now.week, ritual_form(now.week)
        kept = read_unfinished(desk.store, form)
        self._progress = progress_in(kept)
        self._course: CoursePage | None = None
        self._planning: PlanningView | None = None
        super().__init__(desk, form, step_in(kept, LAST) or read_first_step(desk.store, now.week), LAST)

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

    @property
    def key_words(self) -> tuple[tuple[str, str], ...]:
        own = [word for widget in self._with_keys for word in widget.key_words]
        own += [(_("1 to 5"), _("choose")) for _scale in self.body.query(Scale)]
        own += [(key_named(key), word) for key, word in self.asked.keys]
        express = (key_named("ctrl+e"), _("every step") if self._progress.express else _("express"))
        enter = (key_named("enter"), self.word_of_enter)
        return (
            *([*own[:1], enter, *own[1:2]] if self.number == CHOOSE else [enter, *own[:2]]),
            *([express] if self.number < CHOOSE else []),
            *([(key_named("escape"), _("later"))] if key_named("escape") not in dict(own) else []),
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
            for choosing in self.body.query(ChoosingView):
                choosing.reread(to_new=False)
            for planning in self.body.query(PlanningView):
                planning.reread()

    def _show_back(self, back: LookBack) -> None:
        self._back = back
        for facts in self.body.query(LookBackFacts):
            facts.look_back = back
        for misses in self.body.query(MissesView):
            misses.missed = back.missed
            if not back.missed and self.focused in (None, misses) and self.entries:
                self.set_focus(self.entries[0])  # nothing is left to say there

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
