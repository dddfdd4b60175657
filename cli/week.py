"""lundi week, lundi today: the plan and what is done."""

from __future__ import annotations

from cli.context import Context
from cli.output import print_json
from cli.parsing import Parser
from cli.words import joined
from lundi.time.days import parse_week
from lundi.time.formats import day_long, week_range, week_short, weekday
from lundi.week.marks import cell_marks
from lundi.week.page import Row, WeekPage
from lundi.words import amounts
from lundi.words.amounts import percent
from lundi.words.language import gettext as _
from lundi.words.marks import MET, OFF, PLANNED
from storage.week.page import empty_week, read_week

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

_INDENT = "  "


def run(context: Context, command: str, words: list[str]) -> int:
    """Print a week, or its present day."""
    parser = Parser(command, _("The plan of a week and what is done.") if command == "week" else _("The same, today."))
    if command == "week":
        parser.add_argument("week", nargs="*", metavar=_("WEEK"), help=_("2026-W46, -1w, or a day in it"))
    parser.add_argument("--json", action="store_true", help=_("for programs"))
    values = parser.read(words)
    with context.look() as store:
        now = context.now(store)
        week = parse_week(joined(values.week), now.day) if command == "week" and values.week else now.week
        page = read_week(store, week, now.day) if store else empty_week(week, now.day)
    days = week.days if command == "week" else (now.day,)
    if values.json:
        print_json(_json(page, days))
    else:
        print("\n".join(_week_lines(page) if command == "week" else _day_lines(page, now.day)))
    return 0


def _json(page: WeekPage, days: tuple[date, ...]) -> dict[str, object]:
    return {
        "week": str(page.week),
        "state": page.score.state,
        "score": page.score.points,
        "held": page.score.held,
        "habits": [
            {
                "id": row.habit.id,
                "name": row.habit.name,
                "days": {
                    cell.day.isoformat(): amounts.number(cell.entry.amount)
                    for cell in row.cells
                    if cell.entry and cell.day in days
                },
                "done": amounts.number(row.done),
                "target": row.target,
            }
            for row in page.rows
        ],
        "actions": [
            {"id": action.id, "title": action.title, "done": action.is_done_in(page.week)} for action in page.actions
        ],
        "waiting": [],
        "call": [],
    }


def _week_lines(page: WeekPage) -> list[str]:
    lines = [f"{week_short(page.week)}  {week_range(page.week)}  {state_words(page)}"]
    lines.append("")
    for row in page.rows:
        squares = " ".join(f"{cell_marks(cell):<3}" for cell in row.cells)
        late = "  " + _("late: {days}").format(days=", ".join(map(weekday, row.late))) if row.late else ""
        lines.append(f"{_INDENT}{squares} {_count(row):>8}  {row.habit.name}{late}")
    return lines + _action_lines(page)


def _day_lines(page: WeekPage, today: date) -> list[str]:
    lines = [f"{day_long(today)}  {state_words(page)}", ""]
    for row in page.rows:
        cell = next(cell for cell in row.cells if cell.day == today)
        lines.append(f"{_INDENT}{cell_marks(cell):<3} {_count(row):>8}  {row.habit.name}")
    return lines + _action_lines(page)


def _action_lines(page: WeekPage) -> list[str]:
    marks = [f"{_INDENT}{MET if action.is_done_in(page.week) else PLANNED}  {action.title}" for action in page.actions]
    marks += [f"{_INDENT}{OFF}  {action.title} ({_('replaced')})" for action in page.given_back]
    return ["", *marks] if marks else []


def _count(row: Row) -> str:
    if row.target is None:
        return amounts.shown(row.done) if row.done else OFF
    return amounts.ratio(row.done, row.target) + (f" {MET}" if row.met and not row.surplus else "")


def state_words(page: WeekPage) -> str:
    """'87%, held', 'no plan', 'week off'."""
    if page.is_off:
        return _("week off")
    if not page.planned or page.score.points is None:
        return _("no plan")
    score = percent(page.score.points)
    if page.score.held is None:
        return _("{score} so far").format(score=score)
    return (_("{score}, held") if page.score.held else _("{score}, not held")).format(score=score)
