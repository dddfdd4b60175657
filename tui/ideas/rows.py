"""The ideas on one list: how many there are, a line of each, and what more is said of the one under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.reactive import reactive

from lundi.ideas.idea import FOR_WHOM, Idea
from lundi.time.formats import day_from
from lundi.words.language import gettext as _
from lundi.words.language import ngettext
from tui.ideas.picker import size_shown
from tui.kit.drawing.layout import is_list_only
from tui.kit.drawing.lines import Line, Lines, fitted, wrapped

_TITLE = 2  # the column of a title; before it, the cursor
_WHOM, _SIZE = 11, 9  # columns
_MARK_AT_LEAST = 12  # columns of a title before what is said after it gives way
_FLAT = 20  # lines of a screen from which there are some to spare
_FACT_LINES, _FACT_LINES_FLAT = (2, 4), (0, 2)  # at least and at most, with lines to spare and without


class IdeasHeading(Lines):
    """How many there are, and in which order they stand."""

    count: reactive[int] = reactive(0)
    by_whom: reactive[bool] = reactive(False)

    def line_count(self, width: int) -> int:
        return 1 if self.app.size.height < _FLAT or is_list_only(self.app.size) else 2

    def draw(self, y: int, line: Line) -> None:
        if y == 0 and not self.count:
            line.put(0, _("Empty head. Enjoy it."), self.voice("strong"))
        elif y == 0:
            line.put(0, ngettext("{count} idea.", "{count} ideas.", self.count).format(count=self.count),
                     self.voice("strong"))  # fmt: skip
            if line.end + 1 + cell_len(_("You will choose two on Monday.")) <= line.width:
                line.put(line.end + 1, _("You will choose two on Monday."), self.voice("muted"))
        elif not self.count:
            line.put(
                0, _("`a` writes one down, and so does `i` from everywhere.").replace("`", ""), self.voice("faint")
            )
        elif self.by_whom:
            line.put(0, _("By for whom they are: a client, both, me, not said."), self.voice("faint"))
        else:
            line.put(0, _("What is good for a client stands first, then the oldest."), self.voice("faint"))


class IdeaList(Lines):
    """A line of each idea; moving is the place's."""

    row: reactive[int] = reactive(0)

    class Clicked(Message):
        """A click fell on a row, which is under the cursor now; again, where it was before."""

        def __init__(self, *, again: bool) -> None:
            super().__init__()
            self.again = again

    def __init__(self) -> None:
        super().__init__()
        self.ideas: Sequence[Idea] = ()

    def show(self, ideas: Sequence[Idea]) -> None:
        """Show other ideas, or the same in another order; the cursor stays on its idea, or where it was."""
        at = self.idea.id if self.idea else ""
        self.ideas = ideas
        ids = [idea.id for idea in ideas]
        self.row = ids.index(at) if at in ids else max(0, min(self.row, len(ids) - 1))
        self.refresh(layout=True)

    @property
    def idea(self) -> Idea | None:
        """What is under the cursor."""
        return self.ideas[self.row] if self.row < len(self.ideas) else None

    @property
    def pitch(self) -> int:
        """Lines from one row to the next."""
        return 2 if self.roomy else 1

    def move(self, step: int) -> None:
        self.row = max(0, min(len(self.ideas) - 1, self.row + step))

    def on_click(self, event: events.Click) -> None:
        row, between = divmod(event.y, self.pitch)
        if not between and row < len(self.ideas):
            again = row == self.row
            self.row = row
            self.post_message(self.Clicked(again=again))

    def line_count(self, width: int) -> int:
        return max(0, len(self.ideas) * self.pitch - (self.pitch - 1))

    def draw(self, y: int, line: Line) -> None:
        row, between = divmod(y, self.pitch)
        if between:
            return
        idea, at_cursor = self.ideas[row], row == self.row
        if at_cursor:
            line.put(0, "›", self.voice("accent-strong"))
        whom = 0 if is_list_only(self.app.size) else _WHOM
        room = title_room(line.width, little=not whom)
        mark = _mark(idea)
        needed = cell_len(mark) + 2 if mark else 0
        title = fitted(idea.title, max(room - needed, min(room, _MARK_AT_LEAST)))
        line.put(_TITLE, title, self.voice("strong" if at_cursor else "text"))
        if mark and cell_len(title) + needed <= room:
            line.put(line.end + 2, mark, self.voice("faint"))
        if whom and idea.for_whom:
            line.put(line.width - _SIZE - _WHOM, _(FOR_WHOM[idea.for_whom]), self.voice("muted"))
        line.put_right(line.width, size_shown(idea.minutes), self.voice("muted"))


class IdeaFacts(Lines):
    """What the row of the idea under the cursor has no room for."""

    idea: reactive[Idea | None] = reactive(None, layout=True)

    def __init__(self) -> None:
        super().__init__()
        self.today = date.min

    def line_count(self, width: int) -> int:
        at_least, at_most = _FACT_LINES if self.app.size.height >= _FLAT else _FACT_LINES_FLAT
        return max(at_least, min(at_most, len(self._lines(width))))

    def draw(self, y: int, line: Line) -> None:
        lines = self._lines(line.width)
        if y < len(lines):
            line.put(_TITLE, lines[y], self.voice("faint"))

    def _lines(self, width: int) -> list[str]:
        return wrapped(self._facts(self.idea, width), max(1, width - _TITLE)) if self.idea else []

    def _facts(self, idea: Idea, width: int) -> str:
        little = is_list_only(self.app.size)
        facts = []
        if cell_len(idea.title) > title_room(width, little=little):
            facts.append(idea.title)
        if little and idea.for_whom:
            facts.append(_("for whom: {whom}").format(whom=_(FOR_WHOM[idea.for_whom])))
        facts.append(_("since {day}").format(day=day_from(idea.added_on, self.today)))
        if carried := _carried(idea):
            facts.append(carried)
        if idea.line:
            facts.append(_("line: {name}").format(name=idea.line))
        if idea.enough:
            facts.append(_("enough when {words}").format(words=idea.enough))
        too_big = _("More than 90 minutes: what is the first piece? `s` splits it.").replace("`", "")
        return "\n".join([" · ".join(facts), *([too_big] if idea.is_too_big else [])])


def title_room(width: int, *, little: bool) -> int:
    """How many columns a title has in a list of a width; little: where there is none for whom it is for."""
    return width - _TITLE - _SIZE - (0 if little else _WHOM)


def _mark(idea: Idea) -> str:
    """What is said after a title: how often it was carried, and the line where that isn't the chosen one."""
    return " · ".join(filter(None, (_carried(idea), idea.line)))


def _carried(idea: Idea) -> str:
    times = idea.times_chosen
    return "" if not times else _("carried over") if times == 1 else _("carried over {count} times").format(count=times)
