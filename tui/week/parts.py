"""Under and beside the grid: the two actions, never twice, the score."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.reactive import reactive

from lundi.habits.history import Action
from lundi.time.formats import duration, week_short, weekday
from lundi.time.weeks import Week
from lundi.week.page import FIRST_RUN, Left, WeekPage
from lundi.week.scores import UNPLANNED
from lundi.words import amounts
from lundi.words.amounts import percent
from lundi.words.language import gettext as _
from lundi.words.marks import MET, OFF, PLANNED
from tui.kit.drawing.layout import is_list_only
from tui.kit.drawing.lines import Line, Lines, allotted, fitted
from tui.kit.drawing.mission import BAR, quoted

_LABEL = 16  # columns of a label where sections stack
_GUTTER = 2
_BETWEEN = 3  # columns between two names of one line
_PAGE = 80  # columns of the Week, without its margin


class WeekPart(Lines):
    """A part of the Week, drawn from its page."""

    page: reactive[WeekPage] = reactive(WeekPage, repaint=False)  # type: ignore[arg-type]  # set before it is read

    def __init__(self, page: WeekPage) -> None:
        super().__init__()
        self.set_reactive(WeekPart.page, page)

    def watch_page(self, before: WeekPage, page: WeekPage) -> None:
        """Draw only the lines anew that are others than before, and lay out only where there are more or fewer."""
        past, present = self.lines_of(before), self.lines_of(page)
        if len(past) != len(present):
            self.display = bool(present)
            self.refresh(layout=True)
            return
        for y, (old, new) in enumerate(zip(past, present, strict=True)):
            if old != new:
                self.refresh_line(y)

    def on_mount(self) -> None:
        self.display = bool(self.lines_of(self.page))

    def lines_of(self, page: WeekPage) -> list[object]:
        """What each line of this part says for a page: equal means that it looks the same; to be overridden."""
        raise NotImplementedError

    def line_count(self, width: int) -> int:
        return len(self.lines_of(self.page))


class WeekWords(WeekPart):
    """What an empty or a finished week says, and the key that helps."""

    def lines_of(self, page: WeekPage) -> list[object]:
        words = self._words(page)
        return [words] if words else []

    def draw(self, y: int, line: Line) -> None:
        before, key, after = self._words(self.page) or ("", "", "")
        line.put(_GUTTER, before, self.voice("text")).put(line.end, key, self.voice("accent-strong"))
        line.put(line.end, after, self.voice("muted"))

    def _words(self, page: WeekPage) -> tuple[str, str, str] | None:
        """A sentence, its key, and what follows the key; the key stands between backticks in the catalogue."""
        present = page.week == Week.of(page.today)
        sentence = ""
        if page.left is not None:
            sentence = _left(page.left)
        elif not page.rows:
            sentence = _("No habit yet. `a` adds one; two minutes are enough.")
        elif present and not page.planned and not page.is_off:
            sentence = _("No plan this week. `r`: three minutes.")
        elif page.score.state == UNPLANNED:
            sentence = _("A week without a plan.")
        elif present and page.lines and page.is_done_so_far:
            sentence = _("All done. Close me.")
        before, _tick, rest = sentence.partition("`")
        key, _tick, after = rest.partition("`")
        return (before, key, after) if sentence else None


def _left(left: Left) -> str:
    """What was left half-way, and the key that goes on with it."""
    if left.kind == FIRST_RUN:
        return _("The first questions wait, at number {step}. `r` goes on.").format(step=left.step)
    return _("The ritual waits, at step {step}. `r` goes on.").format(step=left.step)


class ActionList(WeekPart):
    """« The two »: chosen from the emptied head, two at most."""

    row: reactive[int] = reactive(-1)

    def lines_of(self, page: WeekPage) -> list[object]:
        listed = self._listed(page)
        if not listed:
            return []
        lines: list[object] = [None] * (self.action_line(len(listed) - 1) + 1)
        for number, action in enumerate(listed):
            lines[self.action_line(number)] = (page.week, action, action.id in page.off_plan, action in page.given_back)
        return lines

    def _listed(self, page: WeekPage) -> tuple[Action, ...]:
        """The actions, then those of the plan that were given back, to which no cursor goes."""
        return (*page.actions, *page.given_back)

    class ActionClicked(Message):
        """A click fell on an action."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def on_click(self, event: events.Click) -> None:
        for number in range(len(self.page.actions)):
            if self.action_line(number) == event.y:
                self.post_message(self.ActionClicked(number))

    def action_line(self, number: int) -> int:
        """The line on which an action stands."""
        return 2 + 2 * number if self.roomy else number + self._heading

    @property
    def _heading(self) -> int:
        """One line for the heading, where there is no room for it beside the actions."""
        return int(is_list_only(self.app.size))

    def draw(self, y: int, line: Line) -> None:
        page = self.page
        if y == 0:
            line.put(_GUTTER, _("The two"), self.voice("strong"))
        number, between = divmod(y - 2, 2) if self.roomy else (y - self._heading, 0)
        if number < 0 or between:
            return
        action = self._listed(page)[number]
        given_back = action in page.given_back
        done, chosen = action.is_done_in(page.week), number == self.row
        start = _GUTTER if self.roomy or self._heading else _GUTTER + _LABEL - 1
        if chosen:
            line.put(start - 2, "›", self.voice("accent-strong"))
        sign, voice = (OFF, "faint") if given_back else (MET, "success") if done else (PLANNED, "text")
        line.put(start, sign, self.voice(voice))
        if done and action.done_on is not None:
            right = _("done {day}").format(day=weekday(action.done_on)) if self.roomy else weekday(action.done_on)
        elif given_back:
            right = _("replaced")
        elif action.id in page.off_plan:
            right = _("off plan")
        else:
            right = duration(action.minutes) if action.minutes else ""
        voice = "struck" if given_back else "strong" if chosen else "muted" if done else "text"
        room = line.width - line.end - 2 - (len(right) + 2 if right else 0)
        line.put(line.end + 2, fitted(action.title, room), self.voice(voice))
        line.put_right(line.width, right, self.voice("success" if done and self.roomy else "faint"))


class NeverTwice(WeekPart):
    """Habits missed last time and not yet met: the second miss is the one that matters."""

    def lines_of(self, page: WeekPage) -> list[object]:
        if not page.alerts:
            return []
        if self.roomy:
            return [page.week, None, *((row.habit.name, row.done, row.target, row.before) for row in page.alerts)]
        alerts = [(row.habit.name, row.before) for row in page.alerts]
        return [None, *alerts] if is_list_only(self.app.size) else [alerts]

    def draw(self, y: int, line: Line) -> None:
        page = self.page
        before = week_short(page.week + -1)
        if not self.roomy:
            if y == 0:
                line.put(_GUTTER, _("Never twice"), self.voice("warm-strong"))
            if is_list_only(self.app.size):
                self._draw_below(page, y - 1, line)
            else:
                self._draw_in_one_line(page, line)
            return
        right, left = line.width, line.width - 5
        if y == 0:
            line.put(0, _("Never twice"), self.voice("warm-strong"))
            line.put_right(left, before, self.voice("faint")).put_right(
                right, week_short(page.week), self.voice("faint")
            )
        elif y >= 2:
            row = page.alerts[y - 2]
            done, target = row.before or (0, 0)
            line.put(0, fitted(row.habit.name, left - 8), self.voice("muted"))
            line.put_right(left, amounts.ratio(done, target), self.voice("faint"))
            line.put_right(right, amounts.ratio(row.done, row.target or 0), self.voice("text"))

    def _draw_below(self, page: WeekPage, number: int, line: Line) -> None:
        if number >= 0:
            row = page.alerts[number]
            ratio = amounts.ratio(*(row.before or (0, 0)))
            line.put(_GUTTER, fitted(row.habit.name, line.width - _GUTTER - len(ratio) - 1), self.voice("muted"))
            line.put_right(line.width, ratio, self.voice("faint"))

    def _draw_in_one_line(self, page: WeekPage, line: Line) -> None:
        start = _GUTTER + _LABEL - 1
        ratios = [amounts.ratio(*(row.before or (0, 0))) for row in page.alerts]
        room = line.width - start - sum(len(ratio) + 1 for ratio in ratios) - _BETWEEN * (len(ratios) - 1)
        widths = allotted([cell_len(row.habit.name) for row in page.alerts], room)
        for row, ratio, width in zip(page.alerts, ratios, widths, strict=True):
            column = line.end + _BETWEEN if line.end > start else start
            line.put(column, fitted(row.habit.name, width), self.voice("muted"))
            line.put(line.end + 1, ratio, self.voice("faint"))


class ScoreLine(WeekPart):
    """The score so far as a bar, with the threshold that makes a week held."""

    def lines_of(self, page: WeekPage) -> list[object]:
        if not page.planned or page.score.share is None:
            return []
        score = (page.score.share, page.held_from)
        return [score, (page.scores_before, page.held_from)] if self.roomy else [score]

    def draw(self, y: int, line: Line) -> None:
        page = self.page
        if page.score.share is None:
            return
        points = percent(page.score.points or 0)
        held = _("held at {score}").format(score=percent(page.held_from))
        if self.roomy:
            start, end = 16, line.width
        else:
            start, end = _GUTTER + _LABEL - 1, line.width - len(held) - 4
        if y == 1:
            before = "  ".join(map(str, page.scores_before))
            if before:
                line.put(start, _("before"), self.voice("faint")).put(line.end + 2, before, self.voice("muted"))
            line.put_right(line.width, held, self.voice("faint"))
            return
        if self.roomy:
            line.put(_GUTTER, _("Score"), self.voice("strong"))
            line.put_right(start - 2, points, self.voice("strong"))
        else:
            line.put(_GUTTER, points, self.voice("strong"))
        width = end - start
        if width > 10:
            self._draw_bar(page, line, start, width)
        if not self.roomy:
            line.put_right(line.width, held, self.voice("faint"))

    def _draw_bar(self, page: WeekPage, line: Line, start: int, width: int) -> None:
        share = page.score.share or 0
        filled = int(width * share)
        threshold = min(width - 1, width * page.held_from // 100)
        before, after = min(filled, threshold), max(filled, threshold + 1)
        accent, rule = self.voice("accent"), self.voice("rule")
        line.put(start, "━" * before, accent).put(start + before, "─" * (threshold - before), rule)
        line.put(line.end, "┼", self.voice("muted"))
        line.put(line.end, "━" * (after - threshold - 1), accent).put(line.end, "─" * (width - after), rule)


class MissionLine(WeekPart):
    """What all this is for: said when one may want to give up, and only then (D06)."""

    def lines_of(self, page: WeekPage) -> list[object]:
        return [*self._lines(page, self.size.width or self.app.size.width)]

    def line_count(self, width: int) -> int:
        return len(self._lines(self.page, width))

    def draw(self, y: int, line: Line) -> None:
        text = self._lines(self.page, line.width)[y]
        line.put(_GUTTER, BAR, self.voice("accent")).put(2 * _GUTTER, text, self.voice("muted"))

    def _lines(self, page: WeekPage, width: int) -> list[str]:
        return quoted(page.mission, min(width, _PAGE) - _GUTTER) if page.is_hard else []
