"""Under the year: how each habit stands, and the totals."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.reactive import reactive

from lundi.numbers import STRENGTH_WEEKS
from lundi.time.formats import week_short
from lundi.time.weeks import Week
from lundi.week.scores import floored
from lundi.week.year import HabitYear, Standing, YearPage
from lundi.words import amounts
from lundi.words.amounts import percent
from lundi.words.language import gettext as _
from lundi.words.language import ngettext
from lundi.words.marks import DONE, MET, OFF, PLANNED
from tui.kit.drawing.lines import Line, Lines, fitted

# Name, this week, strength squares, strength, streak, weeks in place, mark: where each begins or ends.
_ROOMY = (6, 39, 44, 76, 84, 95, 112)
_MANY_FIGURES = 5  # stand without a blank line between them
_PLAIN = (2, 29, 32, 51, 58, 0, 75)


class HabitTable(Lines):
    """One line a habit; the chosen one is what the year shows."""

    standing: reactive[Standing | None] = reactive(None, layout=True)
    chosen: reactive[int] = reactive(-1)
    week: reactive[Week | None] = reactive(None)

    @property
    def _columns(self) -> tuple[int, ...]:
        return _ROOMY if self.roomy else _PLAIN

    @property
    def _top(self) -> int:
        return 2 if self.roomy else 1

    def line_count(self, width: int) -> int:
        return self._top + len(self.standing.habits) if self.standing and self.standing.habits else 0

    def row_line(self, row: int) -> int:
        """The line on which a habit stands."""
        return self._top + row

    class HabitClicked(Message):
        """A click fell on a habit."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def on_click(self, event: events.Click) -> None:
        if self.standing is not None and 0 <= event.y - self._top < len(self.standing.habits):
            self.post_message(self.HabitClicked(event.y - self._top))

    def draw(self, y: int, line: Line) -> None:
        if self.standing is None:
            return
        if y == 0:
            self._draw_heading(line)
        elif y >= self._top:
            number = y - self._top
            self._draw_habit(self.standing.habits[number], line, chosen=number == self.chosen)

    def _draw_heading(self, line: Line) -> None:
        name, count, squares, _strength, streak, in_place, _mark = self._columns
        faint = self.voice("faint")
        line.put(name, _("habit"), faint)
        if self.week is not None and count <= line.width:
            line.put_right(count, week_short(self.week), faint)
        if squares + STRENGTH_WEEKS <= line.width:
            line.put(squares, _("strength, 13 weeks") if in_place else _("strength"), faint)
        if streak <= line.width:
            line.put_right(streak, _("streak"), faint)
        if in_place:
            line.put_right(in_place, _("in place"), faint)

    def _draw_habit(self, habit: HabitYear, line: Line, *, chosen: bool) -> None:
        name, count, squares, strength, streak, in_place, mark = self._columns
        archived = habit.habit.is_archived
        text = self.voice("strong" if chosen else "faint" if archived else "text")
        if chosen:
            line.put(name - 2, "›", self.voice("accent-strong"))
        line.put(name, fitted(habit.habit.name, min(count, line.width) - name - 6), text)
        if count <= line.width:
            done = amounts.ratio(habit.done, habit.target) if habit.target is not None else OFF
            line.put_right(count, done, self.voice("text" if habit.target is not None else "faint"))
        if squares + STRENGTH_WEEKS * (2 if in_place else 1) <= line.width:
            for number, week in enumerate(habit.strength):
                column = squares + number * (2 if in_place else 1)
                line.put(column, DONE if week.met else PLANNED, self.voice("accent" if week.met else "muted"))
        if strength <= line.width and habit.strength:
            line.put_right(strength, f"{habit.weeks_met}/{len(habit.strength)}", text)
        if streak <= line.width:
            line.put_right(streak, str(habit.streak), self.voice("muted"))
        if in_place:
            weeks = habit.weeks_in_place
            line.put_right(
                in_place,
                ngettext("{count} wk", "{count} wks", weeks).format(count=weeks),
                self.voice("muted"),
            )
        if mark <= line.width:
            if archived:
                line.put_right(mark, _("archived"), self.voice("faint"))
            elif habit.alert:
                line.put_right(mark, _("never twice"), self.voice("warm"))
            elif habit.target is not None and habit.done >= habit.target * amounts.ONE:
                line.put_right(mark, MET, self.voice("success"))


class YearFigures(Lines):
    """The totals of the year shown, at the right of it or, with room, in one line under the table."""

    page: reactive[YearPage | None] = reactive(None)
    mondays: reactive[tuple[int, int]] = reactive((0, 0))

    def line_count(self, width: int) -> int:
        return 2 if self.roomy else 12

    def draw(self, y: int, line: Line) -> None:
        page = self.page
        if page is None:
            return
        if self.roomy:
            self._draw_sentences(page, y, line)
        else:
            self._draw_figure(page, y, line)

    def _draw_sentences(self, page: YearPage, y: int, line: Line) -> None:
        text, faint = self.voice("text"), self.voice("faint")
        totals = page.totals
        if y == 0:
            held = ngettext(
                "{held} week held out of {scored}", "{held} weeks held out of {scored}", totals.held_weeks
            ).format(held=totals.held_weeks, scored=totals.scored_weeks)
            line.put(_ROOMY[0], held, text)
            figures = [(_("average"), self._mean), (_("Mondays held"), "{}/{}".format(*self.mondays))]
        else:
            ticks = ngettext("{count} tick", "{count} ticks", page.ticks).format(count=page.ticks)
            line.put(_ROOMY[0], ticks, text)
            figures = [(_("on the planned day"), self._on_day)]
            if totals.unplanned_weeks:
                figures.append((_("without a plan"), str(totals.unplanned_weeks)))
        for label, figure in figures:
            line.put(line.end + 4, label, faint).put(line.end + 1, figure, text)

    def _draw_figure(self, page: YearPage, y: int, line: Line) -> None:
        totals = page.totals
        figures = [
            (_of(totals.held_weeks, totals.scored_weeks), _("weeks held")),
            (self._mean, _("on average")),
            (_of(*self.mondays), _("Mondays held")),
            (self._on_day, _("on its day")),
        ]
        if totals.unplanned_weeks:
            figures.append((str(totals.unplanned_weeks), _("without a plan")))
        pitch = 3 if len(figures) < _MANY_FIGURES else 2
        number, second = divmod(y - 1, pitch)
        if 0 <= number < len(figures) and second < 2:
            line.put_right(line.width, figures[number][second], self.voice("faint" if second else "strong"))

    @property
    def _mean(self) -> str:
        mean = self.page.totals.mean if self.page else None
        return OFF if mean is None else percent(floored(mean))

    @property
    def _on_day(self) -> str:
        share = self.page.on_day if self.page else None
        return OFF if share is None else percent(floored(share))


def _of(count: int, total: int) -> str:
    return _("{held} of {scored}").format(held=count, scored=total) if total else OFF
