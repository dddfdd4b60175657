"""lundi stats: score per week, held weeks, strength, streak, alerts."""

from __future__ import annotations

from cli.context import Context
from cli.output import print_json
from cli.parsing import Parser
from lundi.habits.history import History
from lundi.numbers import STRENGTH_WEEKS
from lundi.record import record
from lundi.time.formats import week_short
from lundi.time.weeks import Week, weeks_between
from lundi.week.scores import RUNNING, STORM_WEEK, UNPLANNED, WEEK_OFF, Totals, WeekScore, floored, totals, week_score
from lundi.week.year import HabitYear, Standing, standing
from lundi.words import amounts
from lundi.words.amounts import percent
from lundi.words.language import gettext as _
from lundi.words.language import ngettext
from lundi.words.marks import MET, OFF, STORM
from storage.habits.history import first_week, read_history

_LAST_WEEKS = 13


@record
class Stats:
    """Everything that the figures are made of."""

    history: History
    scores: tuple[WeekScore, ...]
    totals: Totals
    standing: Standing
    week: Week


def run(context: Context, _command: str, words: list[str]) -> int:
    """Print the figures."""
    parser = Parser("stats", _("Score per week, strength, streak."))
    parser.add_argument("--json", action="store_true", help=_("for programs"))
    values = parser.read(words)
    stats = _stats(context)
    if values.json:
        print_json(_json(stats))
    else:
        print("\n".join(_lines(stats)))
    return 0


def _stats(context: Context) -> Stats:
    with context.look() as store:
        now = context.now(store)
        first, history = now.week, History(now.week)
        if store is not None:
            with store.reading() as connection:
                first = first_week(connection, now.week)
                history = read_history(connection, first, now.week)
    scores = tuple(week_score(history, week, now.week) for week in weeks_between(first, now.week))
    return Stats(history, scores, totals(scores), standing(history, history.habits, now.day, first), now.week)


def _json(stats: Stats) -> dict[str, object]:
    held, out_of = stats.standing.mondays_held
    return {
        "weeks": [
            {"week": str(score.week), "score": score.points, "held": score.held, "state": score.state}
            for score in stats.scores
        ],
        "scored_weeks": stats.totals.scored_weeks,
        "held_weeks": stats.totals.held_weeks,
        "mean_score": None if stats.totals.mean is None else floored(stats.totals.mean),
        "mondays_held": f"{held}/{out_of}",
        "habits": [
            {
                "id": line.habit.id,
                "name": line.habit.name,
                "done": amounts.number(line.done),
                "target": line.target,
                "strength": _strength(line),
                "streak_weeks": line.streak,
                "alert": line.alert,
                "missed_twice": [str(week) for week in stats.history.missed_twice(line.habit, stats.week)],
            }
            for line in stats.standing.habits
        ],
    }


def _lines(stats: Stats) -> list[str]:
    signs = {WEEK_OFF: _("off"), UNPLANNED: OFF}
    lines = []
    for score in stats.scores[-_LAST_WEEKS:]:
        shown = signs.get(score.state) or (OFF if score.points is None else percent(score.points))
        sign = (STORM if score.state == STORM_WEEK else "") + (MET if score.held else "")
        sign = "…" if score.state == RUNNING else sign
        lines.append(f"  {week_short(score.week):<4} {shown:>6} {sign}".rstrip())
    held, out_of = stats.standing.mondays_held
    weeks = stats.totals
    held_weeks = ngettext("{held} week held out of {scored}", "{held} weeks held out of {scored}", weeks.held_weeks)
    lines += ["", "  " + held_weeks.format(held=weeks.held_weeks, scored=weeks.scored_weeks)]
    if stats.totals.mean is not None:
        lines.append("  " + _("{score} on average").format(score=percent(floored(stats.totals.mean))))
    if stats.totals.unplanned_weeks:
        lines.append("  " + _("weeks without a plan: {count}").format(count=stats.totals.unplanned_weeks))
    lines += ["  " + _("Mondays held: {held}/{out_of}").format(held=held, out_of=out_of), ""]
    for line in stats.standing.habits:
        if not line.habit.is_archived:
            lines.append("  " + _habit(line))
    return lines


def _habit(line: HabitYear) -> str:
    count = amounts.ratio(line.done, line.target) if line.target is not None else "–"
    strength = _strength(line)
    if len(line.strength) == STRENGTH_WEEKS:
        strength = f"{strength}  {percent(100 * line.weeks_met // STRENGTH_WEEKS)}"
    alert = "  " + _("never twice") if line.alert else ""
    streak = _("streak {weeks}").format(weeks=line.streak)
    return f"{count:>5}  {strength:<13} {streak}  {line.habit.name}{alert}"


def _strength(line: HabitYear) -> str:
    return f"{line.weeks_met}/{len(line.strength)}"
