"""A text to write in, with words underlined in it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from rich.style import Style
from rich.text import Text
from textual import events
from textual.widgets import TextArea

from lundi.client.jargon import HOLLOW
from lundi.client.view import Finding
from lundi.words.text import clean_lines
from tui.kit.drawing.voices import voices

_LONGEST_LINE = 5_000  # characters; a longer one is drawn without, since Textual draws each of its rows from the whole

_SENTENCE_ENDS = ("", *".!?…")  # what stands before a word that begins a sentence
_UNDERLINED = Style(underline=True)

Place = tuple[int, int]  # line and column, from 0


class FlaggedText(TextArea):
    """What was found is underlined as long as it stands where it was found."""

    def __init__(self, text: str, example: str, *, read_only: bool, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(
            text, compact=True, highlight_cursor_line=False, placeholder=example, read_only=read_only, id=id
        )
        self._flags: dict[int, list[tuple[int, str, int]]] = {}  # by line: column, words, severity
        self._starts = [0]
        self._chosen: Place | None = None

    def flag(self, findings: tuple[Finding, ...]) -> None:
        """Underline these, found in the text as it is now."""
        lines = self.document.lines
        self._starts = [0, *accumulate(len(line) + 1 for line in lines)]
        self._flags = {}
        for finding in findings:
            number, column = self.place(finding)
            for piece in finding.text.split("\n"):
                self._flags.setdefault(number, []).append((column, piece, finding.severity))
                number, column = number + 1, 0
        self._draw_anew()

    def choose(self, finding: Finding | None) -> None:
        """Make one of them stand out, and bring it in sight."""
        self._chosen = self.place(finding) if finding else None
        if self._chosen is not None and self._chosen[0] < self.document.line_count:
            _x, y = self.wrapped_document.location_to_offset(self._chosen)
            if not self.scroll_y <= y < self.scroll_y + self.size.height:
                self.scroll_to(y=max(0, y - self.size.height // 2), animate=False)
        self._draw_anew()

    def place(self, finding: Finding) -> Place:
        """Where it was found."""
        number = bisect_right(self._starts, finding.start) - 1
        return number, finding.start - self._starts[number]

    def put(self, finding: Finding, plain: str) -> None:
        """Put other words in its place; one undo of the text takes them back."""
        (number, column), pieces = self.place(finding), finding.text.split("\n")
        end = (number + len(pieces) - 1, len(pieces[-1]) + (column if len(pieces) == 1 else 0))
        before = self.document.get_line(number)[:column].rstrip()
        if finding.text[:1].isupper() and before[-1:] in _SENTENCE_ENDS:
            plain = plain[:1].upper() + plain[1:]
        self.history.checkpoint()
        self.replace(plain, (number, column), end)
        self.history.checkpoint()

    @property
    def word(self) -> str:
        """What is selected, or the word under the cursor."""
        if self.selected_text.strip():
            return " ".join(self.selected_text.split())
        number, column = self.cursor_location
        line = self.document.get_line(number)
        start = end = column
        while start > 0 and _is_inside(line, start - 1):
            start -= 1
        while end < len(line) and _is_inside(line, end):
            end += 1
        return line[start:end].strip("-'’")

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        flags = self._flags.get(line_index)
        if flags and len(line.plain) <= _LONGEST_LINE:
            known = voices(self.app.current_theme)
            for column, words, severity in flags:
                if line.plain.startswith(words, column):
                    chosen = self._chosen == (line_index, column)
                    voice = "warm-strong" if chosen else "warm" if severity >= HOLLOW else "muted"
                    line.stylize(known[voice] + _UNDERLINED, column, column + len(words))
        return line

    async def _on_paste(self, event: events.Paste) -> None:
        """What a terminal would obey stays out of the text."""
        event.prevent_default()
        event.stop()
        harmless = all(line.isprintable() for line in event.text.splitlines())
        await super()._on_paste(event if harmless else events.Paste(clean_lines(event.text)))

    def _draw_anew(self) -> None:
        self.notify_style_update()  # what was drawn isn't remembered any more
        self.refresh()


def _is_inside(line: str, column: int) -> bool:
    """Whether a word goes on there: a letter, or a hyphen or an apostrophe between letters."""
    return line[column].isalnum() or (line[column] in "-'’" and line[column + 1 : column + 2].isalnum())
