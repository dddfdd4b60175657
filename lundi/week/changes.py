"""Changes of the week, as people read them."""

from __future__ import annotations

from lundi.time.details import day_in, week_in
from lundi.words.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lundi.time.details import Sentences

DAY_OFF = "day-off"
DAY_ON = "day-on"
WEEK_OFF = "week-off"
WEEK_STORM = "week-storm"
WEEK_PLAIN = "week-plain"
COMMITTED = "committed"
ACTION_DONE = "action-done"
ACTION_UNDONE = "action-undone"
PLAN_MOVED = "plan-moved"


SENTENCES: Sentences = {
    DAY_OFF: lambda detail: _("day off, {day}").format(day=day_in(detail)),
    DAY_ON: lambda detail: _("no day off any more, {day}").format(day=day_in(detail)),
    WEEK_OFF: lambda detail: _("week off, {week}").format(week=week_in(detail)),
    WEEK_STORM: lambda detail: _("storm week, {week}").format(week=week_in(detail)),
    WEEK_PLAIN: lambda detail: _("an ordinary week again, {week}").format(week=week_in(detail)),
    COMMITTED: lambda detail: _("the plan of {week}").format(week=week_in(detail)),
    ACTION_DONE: lambda detail: _("done: {title}").format(title=detail["title"]),
    ACTION_UNDONE: lambda detail: _("not done: {title}").format(title=detail["title"]),
    PLAN_MOVED: lambda detail: _("days moved in the plan of {week}").format(week=week_in(detail)),
}
