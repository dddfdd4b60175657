"""The header: the name, the places, the day; a rule that the active place lifts."""

from __future__ import annotations

from datetime import date

from textual import events
from textual.reactive import reactive

from lundi.time.formats import day_and_number, day_short, week_short
from lundi.time.weeks import Week
from lundi.words.language import gettext as _
from tui.kit.drawing.lines import Line, Lines
from tui.places import IN_HEADER


class Header(Lines):
    """One line of places and the rule under it; with room, a blank line above."""

    place: reactive[str] = reactive("week")
    day: reactive[date] = reactive(date.min)
    campaign_end: reactive[date | None] = reactive(None)  # of the one under way

    def __init__(self, day: date, campaign_end: date | None) -> None:
        super().__init__()
        self.set_reactive(Header.day, day)
        self.set_reactive(Header.campaign_end, campaign_end)

    def line_count(self, width: int) -> int:
        return 3 if self.roomy else 2

    def draw(self, y: int, line: Line) -> None:
        y -= self.line_count(line.width) - 2
        if y == 0:
            self._draw_places(line)
        elif y == 1:
            self._draw_rule(line)

    async def on_click(self, event: events.Click) -> None:
        """A click on a place goes there."""
        for column, place, key, word in self._columns():
            if column <= event.x < column + len(key) + 1 + len(word):
                await self.run_action(f"screen.show_place({place!r})")

    def _columns(self) -> list[tuple[int, str, str, str]]:
        gap = 4 if self.roomy else 2
        column = len("lundi") + gap + (0 if gap > 2 else 1)
        columns = []
        for place in IN_HEADER:
            columns.append((column, place.name, place.key, _(place.word)))
            column += len(place.key) + 1 + len(_(place.word)) + gap
        return columns

    def _draw_places(self, line: Line) -> None:
        line.put(0, "lundi", self.voice("strong"))
        for column, place, key, word in self._columns():
            active = place == self.place
            line.put(column, key, self.voice("accent-strong" if active else "faint"))
            line.put(line.end + 1, word, self.voice("strong" if active else "muted"))
        day = day_short(self.day) if self.roomy else day_and_number(self.day)
        gap = 3 if self.roomy else 2
        when, word, left = f"{day}{' ' * gap}{week_short(Week.of(self.day))}", *self._campaign()
        pieces = [(when, "muted"), (word, "faint"), (left, "strong")]
        while pieces and line.end + 2 + _width(pieces, gap) > line.width:
            del pieces[0]
        column = line.width - _width(pieces, gap)
        for text, voice in pieces:
            line.put(column, text, self.voice(voice))
            column = line.end + (1 if voice == "faint" else gap) if text else column

    def _campaign(self) -> tuple[str, str]:
        """'campaign' and 'D-23' (F26), or nothing; that it is to be closed, once its end has gone by."""
        if self.campaign_end is None:
            return "", ""
        days = (self.campaign_end - self.day).days
        left = _("D-{days}").format(days=days) if days >= 0 else _("to close")
        return (_("campaign") if self.roomy or days < 0 else ""), left

    def _draw_rule(self, line: Line) -> None:
        """A place that isn't in the header lifts none of it."""
        rule, lifted = self.voice("rule"), self.voice("accent")
        for column, place, key, word in self._columns():
            if place == self.place:
                line.put(0, "─" * column, rule).put(column, "━" * (len(key) + 1 + len(word)), lifted)
        line.put(line.end, "─" * (line.width - line.end), rule)


def _width(pieces: list[tuple[str, str]], gap: int) -> int:
    """How many columns pieces take side by side; a faint one belongs to what follows it."""
    shown = [(len(text), 1 if voice == "faint" else gap) for text, voice in pieces if text]
    return sum(width + after for width, after in shown) - (shown[-1][1] if shown else 0)
