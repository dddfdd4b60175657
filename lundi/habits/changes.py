"""Changes of habits, ticks and looking back, as people read them."""

from __future__ import annotations

from lundi.time.details import day_in, week_in
from lundi.words import amounts
from lundi.words.language import gettext as _
from lundi.words.language import ngettext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lundi.time.details import Detail, Sentences

TICK = "tick"
UNTICK = "untick"
NOTE = "note"
HABIT_ADDED = "habit-added"
HABIT_EDITED = "habit-edited"
HABIT_MOVED = "habit-moved"
HABIT_ARCHIVED = "habit-archived"
HABIT_RESTORED = "habit-restored"
HABIT_SETTLED = "habit-settled"
HABIT_KEPT = "habit-kept"
HABIT_GOING = "habit-going"
EXCUSED = "excused"
UNEXCUSED = "unexcused"
LOOKED_BACK = "looked-back"
MISSED = "missed"
THOUGHT_OF = "thought-of"
CHECKED = "checked"


def _ticked(detail: Detail) -> str:
    amount = int(detail["amount"])
    sentence = ngettext("{name}, {day}: {amount} tick", "{name}, {day}: {amount} ticks", amounts.plural(amount))
    return sentence.format(name=detail["name"], day=day_in(detail), amount=amounts.shown(amount))


def _unticked(detail: Detail) -> str:
    amount = int(detail["amount"])
    sentence = ngettext(
        "{name}, {day}: {amount} tick less", "{name}, {day}: {amount} ticks less", amounts.plural(amount)
    )
    return sentence.format(name=detail["name"], day=day_in(detail), amount=amounts.shown(amount))


SENTENCES: Sentences = {
    TICK: _ticked,
    UNTICK: _unticked,
    NOTE: lambda detail: _("a note on {name}, {day}").format(name=detail["name"], day=day_in(detail)),
    HABIT_ADDED: lambda detail: _("habit added: {name}").format(name=detail["name"]),
    HABIT_EDITED: lambda detail: _("habit changed: {name}").format(name=detail["name"]),
    HABIT_MOVED: lambda detail: _("habit moved: {name}").format(name=detail["name"]),
    HABIT_ARCHIVED: lambda detail: _("habit archived: {name}").format(name=detail["name"]),
    HABIT_RESTORED: lambda detail: _("habit restored: {name}").format(name=detail["name"]),
    HABIT_SETTLED: lambda detail: _("habit settled: {name}").format(name=detail["name"]),
    HABIT_KEPT: lambda detail: _("habit kept for 13 weeks: {name}").format(name=detail["name"]),
    HABIT_GOING: lambda detail: _("habit under way: {name}").format(name=detail["name"]),
    EXCUSED: lambda detail: _("{name} excused, {day}").format(name=detail["name"], day=day_in(detail)),
    UNEXCUSED: lambda detail: _("{name} no longer excused, {day}").format(name=detail["name"], day=day_in(detail)),
    LOOKED_BACK: lambda detail: _("the look back on {week}").format(week=week_in(detail)),
    MISSED: lambda detail: _("why {name} was missed, {week}").format(name=detail["name"], week=week_in(detail)),
    THOUGHT_OF: lambda detail: _("how much you think of {name}").format(name=detail["name"]),
    CHECKED: lambda detail: _("the quarterly check, {week}").format(week=week_in(detail)),
}
