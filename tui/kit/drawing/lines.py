"""Text placed on exact columns, line by line: what the grid, the year and the bars are drawn with."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.containers import VerticalScroll
from textual.geometry import Region, Size
from textual.strip import Strip

from tui.kit.drawing.layout import is_roomy
from tui.kit.drawing.sized import Sized
from tui.kit.drawing.voices import voices

ELLIPSIS = "…"


def fitted(text: str, width: int) -> str:
    """A text cut to a width in cells, with an ellipsis where something is missing."""
    if cell_len(text) <= width:
        return text
    kept, used = "", 0
    for character in text:
        cells = cell_len(character)
        if used + cells > width - 1:
            break
        kept, used = kept + character, used + cells
    return kept + ELLIPSIS if width > 0 else ""


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of a width in cells, broken at spaces only: a no-break space holds, which Textual's own wrapping
    doesn't see. A word that is wider than a line is cut."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in filter(None, paragraph.split(" ")):
            longer = f"{line} {word}" if line else word
            if cell_len(longer) <= width:
                line = longer
                continue
            lines += [line] if line else []
            line = fitted(word, width)
        lines += [line] if line else []
    return lines


def allotted(wanted: list[int], room: int) -> list[int]:
    """Share a room in cells between texts: short ones get what they want, the others what is left in equal parts."""
    given, left = [0] * len(wanted), room
    for waiting, place in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        given[place] = min(wanted[place], left // (len(wanted) - waiting))
        left -= given[place]
    return given


class Line:
    """One line of a known width; texts are put on it from left to right."""

    def __init__(self, width: int, base: Style) -> None:
        self.width = width
        self.base = base
        self.end = 0  # the first column that is still free
        self._segments: list[Segment] = []

    def put(self, column: int, text: str, style: Style) -> Line:
        """Put a text at a column, or after what stands there already; what doesn't fit is cut."""
        text = fitted(text, self.width - max(column, self.end))
        if text:
            self._pad_to(column)
            self._segments.append(Segment(text, self.base + style))
            self.end += cell_len(text)
        return self

    def put_right(self, right: int, text: str, style: Style) -> Line:
        """Put a text so that it ends before a column."""
        return self.put(max(self.end, right - cell_len(text)), text, style)

    def strip(self) -> Strip:
        self._pad_to(self.width)
        return Strip(self._segments, self.width)

    def _pad_to(self, column: int) -> None:
        if column > self.end:
            blank = Segment(" " * (column - self.end), self.base)
            if self._segments and self._is_plain(self._segments[-1].style):
                text, style, _control = self._segments.pop()  # one piece less to write, where nobody can see it
                blank = Segment(text + blank.text, style)
            self._segments.append(blank)
            self.end = column

    def _is_plain(self, style: Style | None) -> bool:
        """Whether a blank looks the same in a style as on the ground."""
        return style is not None and style.bgcolor == self.base.bgcolor and not (style.underline or style.reverse)


class Lines(Sized):
    """A widget that draws its lines itself, in the voices of the design."""

    GROUND = "page"  # the voice that lies under all of it

    @property
    def roomy(self) -> bool:
        """Whether rows may stand two lines apart, with a margin column beside them."""
        return is_roomy(self.app.size)

    _voices: dict[str, Style] | None = None  # while a line is drawn

    def voice(self, name: str) -> Style:
        """The style of a voice, in the theme in use."""
        return (self._voices or voices(self.app.current_theme))[name]

    def draw(self, y: int, line: Line) -> None:
        """Draw one line; to be overridden."""
        raise NotImplementedError

    def line_count(self, width: int) -> int:
        """How many lines there are at a width; to be overridden."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        self._voices = voices(self.app.current_theme)  # looked up once, and not for each piece of it
        line = Line(self.size.width, self.voice(self.GROUND))
        if y < self.line_count(self.size.width):
            self.draw(y, line)
        self._voices = None
        return line.strip()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self.line_count(width)

    def keep_in_sight(self, y: int) -> None:
        """Scroll what it stands in so that one of its lines is seen, in the middle where it can be."""
        body = next((one for one in self.ancestors if isinstance(one, VerticalScroll)), None)
        if body is not None and body.max_scroll_y > 0:
            top = self.region.y - body.region.y + int(body.scroll_y) + y
            body.scroll_to(y=max(0, top - body.size.height // 2), animate=False, immediate=True)

    def refresh_line(self, y: int) -> None:
        """Draw one line anew."""
        self.refresh(Region(0, y, self.size.width, 1))
