"""What a client would see in a text: the words to replace, and what the text is like."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.reactive import reactive

from lundi.client.jargon import HOLLOW
from lundi.client.remarks import SIGNS, figures, rather, sentences, shown, unless
from lundi.client.view import ClientsView, Finding
from lundi.record import record
from lundi.words.language import gettext as _
from lundi.words.language import ngettext
from lundi.words.marks import MET
from tui.kit.drawing.lines import ELLIPSIS, Line, Lines, fitted, wrapped

_GUTTER, _SIGN = 2, 2  # columns
_SENTENCE_LINES = 3  # at most, so that many words leave room for the text
_LISTED = 100  # remarks; a text with more of them is worked through from its first words on


@record
class _Row:
    """One line of the list."""

    text: str
    voice: str
    number: int = -1  # of the remark it belongs to
    sign: str = ""
    beside: str = ""


class RemarkList(Lines, can_focus=True):
    """The words found, those that say least to a client first. ↑ and ↓ choose one."""

    GROUND = "page"
    BINDINGS = [  # before the keys that follow them: those may come quicker than a key bubbles up
        Binding("up,k", "move(-1)", show=False, priority=True),
        Binding("down,j", "move(1)", show=False, priority=True),
        Binding("pageup", "move(-5)", show=False, priority=True),
        Binding("pagedown", "move(5)", show=False, priority=True),
        Binding("enter", "screen.replace", show=False, priority=True),
        Binding("z", "screen.silence", show=False, priority=True),
        # The unshifted keys of + and 1 on AZERTY, and on QWERTY, do the same.
        Binding("plus,equals_sign", "screen.add_word", show=False, priority=True),
        Binding("1,ampersand", "screen.toggle_mild", show=False, priority=True),
    ]

    view: reactive[ClientsView | None] = reactive(None, layout=True)
    row: reactive[int] = reactive(0)

    class Chosen(Message):
        """Another one is under the cursor, or the focus has come or gone."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.listed: list[Finding] = []
        self._places: dict[int, int] = {}  # by where a finding starts, its line in the text, from 1
        self._drawn: tuple[int, list[_Row]] = (-1, [])  # the rows at a width

    def show(self, view: ClientsView, text: str) -> None:
        """Show what was found in a text; the cursor stays where it is in the list."""
        self.listed = sorted(view.findings, key=lambda finding: (-finding.severity, finding.start))[:_LISTED]
        self._places = {}
        if "\n" in text:
            self._places = {one.start: text.count("\n", 0, one.start) + 1 for one in self.listed}
        self._drawn = (-1, [])
        self.view = view
        self.row = max(0, min(self.row, len(self.listed) - 1))
        self.refresh(layout=True)
        self._follow()

    @property
    def chosen(self) -> Finding | None:
        """What is under the cursor."""
        return self.listed[self.row] if self.row < len(self.listed) else None

    # Drawing

    def line_count(self, width: int) -> int:
        return len(self._rows(width))

    def draw(self, y: int, line: Line) -> None:
        row = self._rows(line.width)[y]
        at_cursor = row.number == self.row and self.has_focus
        if row.sign:
            line.put(0, "›" if at_cursor else "", self.voice("accent-strong"))
            line.put(_GUTTER, row.sign, self.voice("warm" if row.voice == "strong" else "muted"))
        voice = "accent-strong" if at_cursor and row.sign else row.voice
        line.put(_GUTTER + _SIGN if row.number >= 0 else 0, row.text, self.voice(voice))
        line.put_right(line.width, row.beside, self.voice("faint"))

    def _rows(self, width: int) -> list[_Row]:
        if self._drawn[0] != width:
            self._drawn = (width, self._remarks(width) if self.view else [])
        return self._drawn[1]

    def _remarks(self, width: int) -> list[_Row]:
        width = max(1, width)
        view = self.view
        assert view is not None
        if view.is_empty:
            return [_Row(line, "faint") for line in wrapped(_("What a client would not say appears here."), width)]
        rows: list[_Row] = []
        for number, finding in enumerate(self.listed):
            rows += self._remark(number, finding, width)
        if more := len(view.findings) - len(self.listed):
            words = ngettext("{count} more after these", "{count} more after these", more).format(count=more)
            rows.append(_Row(words, "faint"))
        if not rows:
            words = " ".join((MET, _("Every word is one that a client would say.")))
            rows = [_Row(line, "text") for line in wrapped(words, width)]
        return rows

    def _remark(self, number: int, finding: Finding, width: int) -> list[_Row]:
        place = self._places.get(finding.start)
        beside = _("line {number}").format(number=place) if place else ""
        room = max(1, width - _GUTTER - _SIGN)
        first, *rest = wrapped(shown(finding.text), max(1, room - (len(beside) + 2 if beside else 0)))
        voice = "strong" if finding.severity >= HOLLOW else "muted"
        return [
            _Row(first, voice, number, SIGNS[finding.severity], beside),
            *(_Row(line, voice, number) for line in rest),
            *(_Row(line, "text", number) for line in wrapped(rather(finding.plain), room)),
            *(_Row(line, "faint", number) for line in wrapped(unless(finding), room)),
            *([_Row("", "faint", number)] if self.roomy else []),
        ]

    # The cursor

    def watch_row(self) -> None:
        self._follow()

    def on_focus(self) -> None:
        self._follow()

    def on_blur(self) -> None:
        self._follow()

    def _follow(self) -> None:
        """Keep the remark under the cursor in sight."""
        if not self.is_mounted:
            return
        self.refresh()
        self.post_message(self.Chosen())
        body, lines = self.parent, [y for y, row in enumerate(self._rows(self.size.width)) if row.number == self.row]
        if isinstance(body, VerticalScroll) and lines and body.size.height:
            top, bottom = lines[0], lines[-1] + 1
            if top < body.scroll_y or bottom > body.scroll_y + body.size.height:
                below = bottom - body.size.height if bottom > body.scroll_y + body.size.height else top
                body.scroll_to(y=min(top, below), animate=False, force=True)

    def action_move(self, step: int) -> None:
        self.row = max(0, min(len(self.listed) - 1, self.row + step))

    def on_click(self, event: events.Click) -> None:
        rows = self._rows(self.size.width)
        if event.y < len(rows) and rows[event.y].number >= 0:
            self.row = rows[event.y].number


class Likeness(Lines):
    """How many words a client wouldn't use, whom the text is about, whether it says how much; and what follows."""

    view: reactive[ClientsView | None] = reactive(None, layout=True)

    def line_count(self, width: int) -> int:
        return len(self._rows(width))

    def draw(self, y: int, line: Line) -> None:
        text, voice = self._rows(line.width)[y]
        line.put(0, text, self.voice(voice))

    def _rows(self, width: int) -> list[tuple[str, str]]:
        view = self.view
        if view is None or view.is_empty:
            return []
        rows = [(line, "muted") for line in wrapped(" · ".join(figures(view)), width)]
        for sentence in sentences(view):
            lines = wrapped(sentence, width)
            if len(lines) > _SENTENCE_LINES:
                lines = [*lines[: _SENTENCE_LINES - 1], fitted(lines[_SENTENCE_LINES - 1], width - 1) + ELLIPSIS]
            rows += [(line, "text") for line in lines]
        return rows
