"""Pages to read over a place: the keys, and what happened on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from lundi.time.formats import day_long, day_short
from lundi.words import amounts
from lundi.words.language import gettext as _
from lundi.words.marks import BACKFILLED, DONE
from lundi.words.marks import SMALLEST as SMALLEST_VERSION
from storage.week.tracking import DayPage, DayTick
from tui.commands import EVERYWHERE, Command, commands_of, key_name
from tui.kit.drawing.layout import SMALLEST, is_roomy, is_too_small
from tui.kit.screens.fitted import FittedModal

_KEY_WIDTH = 11
_MARGIN = 4
_WIDEST = 120  # columns of the page
_AROUND = 6  # lines of a page of keys that hold none


class PageScreen(FittedModal):
    """A text that Esc, Enter and q close."""

    BINDINGS = [Binding("escape,enter,q,question_mark", "close", show=False)]

    def __init__(self, lines: list[Content]) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page"):
            yield Static(Content("\n").join(self._lines))

    def action_close(self) -> None:
        if self.is_active:
            self.dismiss()


class TooSmallScreen(FittedModal):
    """Over everything while the terminal is too small; the keys beneath it sleep."""

    BINDINGS = [Binding("ctrl+q,q", "app.quit", show=False)]

    def compose(self) -> ComposeResult:
        words = _("Make it a little larger: {columns} columns, {lines} lines.")
        yield Static(words.format(columns=SMALLEST.width, lines=SMALLEST.height), id="too-small", markup=False)

    def on_resize(self, _event: events.Resize) -> None:
        if not is_too_small(self.app.size) and self.is_active:
            self.dismiss()


def keys_page(scope: str, size: Size) -> list[Content]:
    """Every key of a place on one page, from the table of commands: what each does, or with less room its word only,
    in as many columns as fit; those of the place first."""
    commands = [command for command in commands_of(scope) if command.tooltip]
    own = [command for command in commands if command.scope != EVERYWHERE]
    common = [command for command in commands if command.scope == EVERYWHERE]
    if not is_roomy(size):
        lines = _in_columns(own + common, size.width)
    elif len(commands) <= size.height - _AROUND:
        lines = _told(own + common)
    else:
        lines = [*_told(own), Content(""), *_in_columns(common, min(size.width, _WIDEST))]
    title, closing = Content.styled(_("Keys"), "bold"), Content.styled(_("esc closes"), "$lundi-faint")
    return [title, Content(""), *lines, Content(""), closing]


def _told(commands: Sequence[Command]) -> list[Content]:
    """A line for each key, with what it does."""
    return [_key(command) + Content(_(command.tooltip)) for command in commands]


def _in_columns(commands: Sequence[Command], screen_width: int) -> list[Content]:
    """The keys with their words, downwards in as many columns as fit."""
    width = _KEY_WIDTH + 2 + max(cell_len(_(command.word)) for command in commands)
    columns = max(1, (screen_width - 2 * _MARGIN) // width)
    height = -(-len(commands) // columns)
    return [
        Content("").join(
            _key(command) + Content(_(command.word).ljust(width - _KEY_WIDTH)) for command in commands[line::height]
        )
        for line in range(height)
    ]


def _key(command: Command) -> Content:
    return Content.styled(f"{key_name(command):<{_KEY_WIDTH}}", "bold $accent")


def day_page(page: DayPage) -> list[Content]:
    """What was done on a day, its notes, excuses, and whether it was off."""
    title = day_long(page.day)
    lines = [Content.styled(title[:1].upper() + title[1:], "bold"), Content("")]
    if page.off is not None:
        lines.append(Content(_("day off: {reason}").format(reason=page.off) if page.off else _("day off")))
    lines += [_tick_line(tick, page.day) for tick in page.ticks]
    for habit, reason in page.excuses:
        text = _("{habit}: excused, {reason}") if reason else _("{habit}: excused")
        lines.append(Content(text.format(habit=habit, reason=reason)))
    for habit, note in page.notes:
        lines.append(Content(""))
        lines.append(Content.styled(habit, "$lundi-faint"))
        lines += [Content(f"  {line}") for line in note.splitlines()]
    if len(lines) == 2:
        lines.append(Content(_("Nothing that day.")))
    lines += [Content(""), Content.styled(_("esc closes"), "$lundi-faint")]
    return lines


def _tick_line(tick: DayTick, day: date) -> Content:
    late = tick.entered_on > day
    sign = SMALLEST_VERSION if tick.smallest else BACKFILLED if late else DONE
    details = [] if tick.amount == amounts.ONE else [amounts.shown(tick.amount)]
    if tick.smallest:
        details.append(_("smallest version"))
    details.append(_("entered {day}").format(day=day_short(tick.entered_on)) if late else tick.at[11:16])
    return (
        Content.styled(f"{sign} ", "$accent")
        + Content(tick.habit)
        + Content.styled("  " + ", ".join(details), "$lundi-faint")
    )
