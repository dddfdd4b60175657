"""lundi status: one line for a prompt. Never creates a file, and exits 0 without one."""

from __future__ import annotations

from cli.context import Context
from cli.output import print_json
from cli.parsing import Parser
from lundi.week.page import Row, WeekPage
from lundi.words.amounts import ratio
from lundi.words.language import gettext as _
from storage.week.page import empty_week, read_week


def run(context: Context, _command: str, words: list[str]) -> int:
    """Print the lines of the plan that are complete, and the first habit not yet met."""
    parser = Parser("status", _("One line for a prompt."))
    parser.add_argument("--short", action="store_true", help=_("only the count"))
    parser.add_argument("--json", action="store_true", help=_("for programs"))
    values = parser.read(words)
    page = _page(context)
    following = _next(page)
    if values.json:
        print_json(
            {
                "week": str(page.week),
                "state": page.score.state,
                "score": page.score.points,
                "lines_done": page.lines_done,
                "lines": page.lines,
                "next": f"{following.habit.name} {_ratio(following)}" if following else None,
            }
        )
        return 0
    count = f"{page.lines_done}/{page.lines}" if page.planned else "–"
    if values.short or following is None:
        print(count)
    else:
        print(f"{count} · {following.habit.name.lower()} {_ratio(following)}")
    return 0


def _page(context: Context) -> WeekPage:
    with context.look() as store:
        now = context.now(store)
        return read_week(store, now.week, now.day) if store else empty_week(now.week, now.day)


def _next(page: WeekPage) -> Row | None:
    return next((row for row in page.rows if row.target and not row.met and row.habit.is_current), None)


def _ratio(row: Row) -> str:
    return ratio(row.done, row.target or 0)
