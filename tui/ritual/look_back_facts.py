"""What a week was, before anything is asked about it: what was done stands first (F16)."""

from __future__ import annotations

from fractions import Fraction

from rich.cells import cell_len
from textual.reactive import reactive

from lundi.habits.habit import LETTERS
from lundi.habits.misses import AIM, KNOW, OTHER, TIME, WISH
from lundi.ritual.look_back import DOWN, FIRST, OFF, STABLE, UNPLANNED, UP, LineDone, LookBack
from lundi.time.formats import duration
from lundi.week.scores import STORM_WEEK, WeekScore
from lundi.words import amounts
from lundi.words.amounts import percent
from lundi.words.language import N_
from lundi.words.language import gettext as _
from lundi.words.marks import DONE, MET, PLANNED, STORM
from tui.campaign.bars import level
from tui.kit.drawing.blocks import Block, Blocks, Run, flowing, labelled, paragraph, placed
from tui.kit.drawing.lines import fitted

_OBSTACLES = {
    KNOW: N_("know-how: {count}"),
    WISH: N_("wish: {count}"),
    TIME: N_("time: {count}"),
    AIM: N_("aim: {count}"),
    OTHER: N_("something else: {count}"),
}  # reasons of misses, and how often (D26)
_TRENDS = {UP: N_("going up"), DOWN: N_("going down"), STABLE: N_("stable")}
_LABEL, _LABEL_NARROW = 14, 11  # columns of a label
_NARROW = 60
_HELD, _NOT_HELD = "▇", "▆"  # the lowest bar of a week that was held, the highest of another
_GAP, _WIDE_GAP = 2, 3
_BETTER_LINES = 2
_FIELDS = 16  # lines of the screen that what is asked below needs


class LookBackFacts(Blocks):
    """Score, what was done, what was promised, what was meant to be better, obstacles, letters; nothing missed."""

    look_back: reactive[LookBack | None] = reactive(None, layout=True)
    brief: reactive[bool] = reactive(False, layout=True)  # express: the score only

    @property
    def shows(self) -> object:
        return self.look_back, self.brief

    def lay_out(self, width: int) -> Block:
        """With a blank line between what belongs together, as far as there is room for it."""
        back = self.look_back
        if back is None:
            return []
        heading = _heading(back, width)
        if self.brief or back.kind in (FIRST, OFF):
            return heading
        start = _LABEL_NARROW if width < _NARROW else _LABEL
        sections = [
            heading,
            labelled(_("Done"), _done(back.done, width - start), start),
            _promised(back, width, start),
            [
                *labelled(_("1% better"), paragraph(back.better, width - start, most=_BETTER_LINES), start),
                *labelled(_("Obstacles"), _obstacles(back, width - start), start),
                *labelled(_("Letters"), _letters(back, width - start), start),
            ],
        ]
        sections = [section for section in sections if section]
        room = max(0, self.app.size.height - _FIELDS) - sum(map(len, sections))
        block = [*sections[0]]
        for number, section in enumerate(sections[1:]):
            block += [*[()] * (number < room), *section]
        return block


def _heading(back: LookBack, width: int) -> Block:
    """How the week went in one line, the last weeks at its right; below it where that is too narrow."""
    runs, bars = _score(back), _bars(back)
    row = (
        flowing([runs], width, 0) if _cells(runs) <= width else paragraph("".join(text for text, _voice in runs), width)
    )
    if not bars:
        return row
    used = max(piece.column + cell_len(piece.text) for piece in row[-1])
    right = placed(width - _cells(bars), bars)
    if used + _WIDE_GAP + _cells(bars) <= width:
        return [*row[:-1], (*row[-1], *right)]
    return [*row, placed(0, bars) if width < _NARROW else right]


def _cells(runs: tuple[Run, ...]) -> int:
    return sum(cell_len(text) for text, _voice in runs)


def _score(back: LookBack) -> tuple[Run, ...]:
    """The score and whether the week was held by it, or the one sentence of a week without one."""
    if back.kind == FIRST:
        return ((_("This is the first week: there is nothing to look back on yet."), "muted"),)
    if back.kind == OFF:
        return ((_("A week off counts nowhere."), "muted"),)
    if back.kind == UNPLANNED:
        return ((_("A week without a plan"), "text"),)
    if back.score.points is None:
        return ((_("Nothing of its plan was left to count."), "muted"),)
    threshold = percent(back.held_from)
    if back.score.held:
        said: tuple[Run, ...] = (("  " + _("held (it needed {score})").format(score=threshold), "text"),)
    else:
        said = (("  " + _("it needed {score}").format(score=threshold), "muted"),)
    storm: tuple[Run, ...] = ()
    if back.score.state == STORM_WEEK:
        storm = (("   " + STORM, "muted"), (" " + _("a storm week"), "muted"))
    return ((percent(back.score.points), "strong"), *said, *storm)


def _bars(back: LookBack) -> tuple[Run, ...]:
    """The last weeks as a bar each, and where that is going."""
    bars = tuple(_bar(score) for score in back.scores if score.share is not None)
    trend = _TRENDS.get(back.trend)
    return (*bars, ("  ", "faint"), (_(trend), "faint")) if trend else bars


def _bar(score: WeekScore) -> Run:
    """A week that was held is seven eighths or more, the others less: that is seen without colour too."""
    drawn = level(score.share or Fraction(0))
    return (max(drawn, _HELD), "accent") if score.held else (min(drawn, _NOT_HELD), "mid")


def _done(lines: tuple[LineDone, ...], width: int) -> Block:
    """What was done of each habit, then the actions; a line of which nothing was done isn't there (F16)."""
    items: list[tuple[Run, ...]] = []
    for one in lines:
        if one.done <= 0:
            continue
        ratio = "" if one.target is None or (one.is_met and one.target == 1) else amounts.ratio(one.done, one.target)
        runs = [(f" {ratio}", "muted")] if ratio else []
        runs += [(f" {MET}", "success")] if one.is_met else []
        items.append(((fitted(one.name, width - sum(cell_len(text) for text, _voice in runs)), "text"), *runs))
    return flowing(items, width, _WIDE_GAP)


def _promised(back: LookBack, width: int, start: int) -> Block:
    """Promised and kept with the gap (H07), the minutes (H10), and what was done outside the plan (H26). Without a plan
    nothing was promised: the minutes alone are said."""
    minutes, kept = back.minutes_planned, duration(back.minutes_kept)
    if back.kind == UNPLANNED:
        return labelled(_("Minutes"), paragraph(kept, width - start) if back.minutes_kept else [], start)
    items: list[tuple[Run, ...]] = []
    if back.promised:
        gap = back.promised - back.kept
        words = _("{promised}, kept {kept}, gap {gap}") if gap else _("{promised}, kept {kept}")
        items.append(((words.format(promised=back.promised, kept=back.kept, gap=gap), "text"),))
    if minutes:
        items.append(((_("{time} of {planned} kept").format(time=kept, planned=duration(minutes)), "text"),))
    if back.off_plan:
        items.append(((_("off plan: {count}").format(count=back.off_plan), "muted"),))
    return labelled(_("Promised"), flowing(items, width - start, _WIDE_GAP), start)


def _obstacles(back: LookBack, width: int) -> Block:
    """What stood in the way over the last 13 weeks, and how often (D26)."""
    items: list[tuple[Run, ...]] = [
        ((_(_OBSTACLES[reason]).format(count=count), "text"),) for reason, count in back.obstacles
    ]
    return flowing([*items, ((_("in 13 weeks"), "faint"),)], width, _WIDE_GAP) if items else []


def _letters(back: LookBack, width: int) -> Block:
    """The five letters; one that wasn't fed is hollow (H18)."""
    items: list[tuple[Run, ...]] = []
    for (letter, word), is_fed in zip(LETTERS.items(), back.letters, strict=True):
        sign: Run = (DONE, "accent") if is_fed else (PLANNED, "muted")
        items.append((sign, (f" {letter}", "strong" if is_fed else "faint"), (f" {_(word)}", "faint")))
    return flowing(items, width, _GAP)
