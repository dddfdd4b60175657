"""What happened on a day, on one page."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from lundi.time.formats import day_long, day_short
from lundi.words import amounts
from lundi.words.language import gettext as _
from lundi.words.marks import BACKFILLED, DONE
from lundi.words.marks import SMALLEST as SMALLEST_VERSION
from storage.week.tracking import DayPage, DayTick, read_day
from tui.kit.place import Desk
from tui.kit.screens.pages import PageScreen


def open_day(desk: Desk, day: date) -> None:
    """Show what happened that day; what the file refuses is said."""
    with desk.told():
        desk.open(PageScreen(day_page(read_day(desk.store, day))))


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
