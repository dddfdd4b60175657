"""The ideas to choose the two from, five at a time."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.reactive import reactive

from lundi.ideas.idea import AT_A_TIME, FOR_WHOM, SIZES, Idea, page
from lundi.ritual.choosing import Choosing
from lundi.words.language import gettext as _
from lundi.words.marks import DONE, PLANNED
from tui.kit.drawing.layout import is_list_only
from tui.kit.drawing.lines import Line, Lines, fitted

_GUTTER, _TITLE = 2, 5  # columns of the sign and of the title
_LINE = 24  # columns of a line of products at most
_BESIDE, _BESIDE_LITTLE = 20, 10  # columns for whom and how long, and how long alone
_SIGN_LINES = 22  # lines from which there is room for blank ones between the rows


def size_shown(minutes: int | None) -> str:
    """How long something takes: '30 min', '> 90 min'; '' where it isn't said."""
    if not minutes:
        return ""
    return f"{minutes}\u00a0min" if minutes <= SIZES[-1] else f">\u00a0{SIZES[-1]}\u00a0min"


class IdeaPicker(Lines):
    """What is chosen already stands first; then five ideas. What is chosen here keeps its place while its page is in
    sight, and stands before the other pages. Moving and choosing are the view's."""

    row: reactive[int] = reactive(0)

    class Clicked(Message):
        """A click fell on an idea, which is under the cursor now."""

    def __init__(self, choosing: Choosing) -> None:
        super().__init__()
        self._choosing = choosing
        self._first = tuple(idea.id for idea in choosing.chosen)  # what was chosen before
        self._number = 0  # of the page

    def show(self, choosing: Choosing, *, to_new: bool = True) -> None:
        """Show the file as it is now; the cursor stays on its idea, or goes to one that is new."""
        known = {idea.id for idea in self._all}
        at = self.idea.id if self.idea else ""
        self._choosing = choosing
        new = next((idea.id for idea in self._all if idea.id not in known), "")
        self._point_at((to_new and new) or at)
        self.refresh(layout=True)

    # What is shown

    @property
    def _all(self) -> list[Idea]:
        return self._choosing.offered()

    @property
    def _offered(self) -> list[Idea]:
        """What the pages are made of."""
        return self._choosing.offered(self._first)

    @property
    def ideas(self) -> list[Idea]:
        """The rows."""
        shown = page(self._offered, self._number)
        on_page = {idea.id for idea in shown}
        before = [idea for idea in self._all if idea.id in self._first]
        elsewhere = [idea for idea in self._choosing.chosen if idea.id not in on_page and idea.id not in self._first]
        return [*before, *elsewhere, *shown]

    @property
    def idea(self) -> Idea | None:
        """What is under the cursor."""
        ideas = self.ideas
        return ideas[min(self.row, len(ideas) - 1)] if ideas else None

    def is_chosen(self, idea: Idea) -> bool:
        return any(idea.id == chosen.id for chosen in self._choosing.chosen)

    def was_carried(self, idea: Idea) -> int:
        """On how many Mondays before it was chosen and left undone."""
        return idea.times_chosen - self.is_chosen(idea)

    @property
    def range_shown(self) -> str:
        """'ideas 6 to 10 of 12', '' where all of them are in sight."""
        total = len(self._offered)
        if total <= AT_A_TIME:
            return ""
        first = self._page_number * AT_A_TIME + 1
        last = min(total, first + AT_A_TIME - 1)
        if first == last:
            return _("idea {last} of {total}").format(last=last, total=total)
        return _("ideas {first} to {last} of {total}").format(first=first, last=last, total=total)

    @property
    def _pages(self) -> int:
        return max(1, -(-len(self._offered) // AT_A_TIME))

    @property
    def _page_number(self) -> int:
        return self._number % self._pages

    # The cursor

    @property
    def cursor_line(self) -> int:
        """The line of the cursor."""
        return self.row * self._pitch

    def move(self, step: int) -> bool:
        """Up or down; whether there is an idea."""
        before = self.row
        self.row = max(0, min(len(self.ideas) - 1, self.row + step))
        return self.row != before

    def turn(self, step: int) -> None:
        """To the next five, or those before, round and round; the cursor goes to the first of them."""
        if self._pages > 1:
            self._number = (self._page_number + step) % self._pages
            self.row = len(self.ideas) - len(page(self._offered, self._number))
            self.refresh(layout=True)

    def _point_at(self, idea_id: str) -> None:
        """Go to an idea, on whatever page it is; the cursor stays where it was, where it is on none."""
        ids = [idea.id for idea in self.ideas]
        if idea_id not in ids:
            offered = [idea.id for idea in self._offered]
            if idea_id in offered:
                self._number = offered.index(idea_id) // AT_A_TIME
                ids = [idea.id for idea in self.ideas]
        self.row = ids.index(idea_id) if idea_id in ids else max(0, min(self.row, len(ids) - 1))

    def on_click(self, event: events.Click) -> None:
        row, between = divmod(event.y, self._pitch)
        if not between and row < len(self.ideas):
            self.row = row
            self.post_message(self.Clicked())

    # Drawing

    @property
    def _pitch(self) -> int:
        """Lines from one row to the next."""
        rows = max(len(self.ideas) + self._missing, AT_A_TIME)
        return 2 if self.roomy or self.app.size.height >= _SIGN_LINES + (rows - AT_A_TIME) * 2 else 1

    @property
    def _missing(self) -> int:
        """Rows left blank on the last page, so that nothing moves."""
        return AT_A_TIME - len(page(self._offered, self._number)) if self._pages > 1 else 0

    def line_count(self, width: int) -> int:
        rows = len(self.ideas) + self._missing
        return max(0, rows * self._pitch - (self._pitch - 1))

    def draw(self, y: int, line: Line) -> None:
        number, between = divmod(y, self._pitch)
        ideas = self.ideas
        if between or number >= len(ideas):
            return
        idea = ideas[number]
        chosen = self.is_chosen(idea)
        if number == self.row:
            line.put(0, "›", self.voice("accent-strong"))
        line.put(_GUTTER, DONE if chosen else PLANNED, self.voice("accent" if chosen else "muted"))
        little = is_list_only(self.app.size)
        beside = _BESIDE_LITTLE if little else _BESIDE
        mark = self._mark(idea, chosen=chosen)
        room = line.width - _TITLE - beside - 1
        is_off_line = chosen and bool(idea.line)  # that is said however long the title is (F29)
        title = fitted(idea.title, room - cell_len(mark) - 2 if is_off_line else room)
        line.put(_TITLE, title, self.voice("strong" if chosen else "text"))
        if mark and cell_len(title) + 2 + cell_len(mark) <= room:
            line.put(line.end + 2, mark, self.voice("faint"))
        if not little and idea.for_whom in FOR_WHOM:
            line.put(line.width - beside, _(FOR_WHOM[idea.for_whom]), self.voice("faint"))
        line.put_right(line.width, size_shown(idea.minutes), self.voice("muted"))

    def _mark(self, idea: Idea, *, chosen: bool) -> str:
        """That it was carried, or which line it is for where that isn't the chosen line; the latter once the idea is
        chosen."""
        if chosen and idea.line:
            return fitted(idea.line, _LINE)
        if carried := self.was_carried(idea):
            return _("carried over") if carried == 1 else _("carried over {count} times").format(count=carried)
        return idea.line
