"""A change, as the journal remembers it and as people read it."""

from __future__ import annotations

from datetime import date

from lundi.record import record
from lundi.time.formats import day_short, week_short
from lundi.time.weeks import Week
from lundi.words import amounts
from lundi.words.language import gettext as _
from lundi.words.language import ngettext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Detail = dict[str, str | int]

TICK, UNTICK, NOTE = "tick", "untick", "note"
HABIT_ADDED, HABIT_EDITED, HABIT_MOVED = "habit-added", "habit-edited", "habit-moved"
HABIT_ARCHIVED, HABIT_RESTORED, HABIT_SETTLED = "habit-archived", "habit-restored", "habit-settled"
HABIT_KEPT, HABIT_GOING = "habit-kept", "habit-going"
DAY_OFF, DAY_ON, EXCUSED, UNEXCUSED = "day-off", "day-on", "excused", "unexcused"
WEEK_OFF, WEEK_STORM, WEEK_PLAIN = "week-off", "week-storm", "week-plain"
COMMITTED, ACTION_DONE, ACTION_UNDONE, IDEAS = "committed", "action-done", "action-undone", "ideas"
LOOKED_BACK, MISSED, THOUGHT_OF, CHECKED = "looked-back", "missed", "thought-of", "checked"
PLAN_MOVED, BEGUN_AGAIN, COURSE_CONFIRMED = "plan-moved", "begun-again", "course-confirmed"
RITUAL = "ritual"
IMPORTED, SETTINGS = "imported", "settings"
COURSE, PAGE_TURNED, SHELVED, QUALITY = "course", "page-turned", "shelved", "quality"
CAMPAIGN_DRAFTED, CAMPAIGN_EDITED, CAMPAIGN_STARTED = "campaign-drafted", "campaign-edited", "campaign-started"
CAMPAIGN_LENGTHENED, CAMPAIGN_CLOSED, CAMPAIGN_LET_GO = "campaign-lengthened", "campaign-closed", "campaign-let-go"
MEASURED, PROGRAMME_ENDED, PROGRAMME_KEPT = "measured", "programme-ended", "programme-kept"
IRRITANT, IRRITANT_MENDED, IRRITANT_OPENED, TRIED = "irritant", "irritant-mended", "irritant-opened", "tried"
CHOSEN, UNCHOSEN, IDEA_CHANGED = "chosen", "unchosen", "idea-changed"
IDEA_SPLIT, IDEA_LET_GO = "idea-split", "idea-let-go"
WORD_ADDED, WORD_SILENCED, WORD_FORGOTTEN = "word-added", "word-silenced", "word-forgotten"
FIRST_ANSWER = "first-answer"


@record
class Change:
    """One change of the user's: one undo."""

    intent: str
    made_on: date
    detail: dict[str, str | int]
    number: int = 0  # of its batch in the journal

    @property
    def sentence(self) -> str:
        """What was changed, in a few words: 'Calls, Wed 18 Nov: 2 ticks'."""
        return _SENTENCES[self.intent](self.detail)


def _day(detail: Detail) -> str:
    return day_short(date.fromisoformat(str(detail["day"])))


def _week(detail: Detail) -> str:
    return week_short(Week.parse(str(detail["week"])))


def _course(detail: Detail) -> str:
    return _(str(detail["label"])).format(year=detail["year"])


def _ticked(detail: Detail) -> str:
    amount = int(detail["amount"])
    sentence = ngettext("{name}, {day}: {amount} tick", "{name}, {day}: {amount} ticks", amounts.plural(amount))
    return sentence.format(name=detail["name"], day=_day(detail), amount=amounts.shown(amount))


def _unticked(detail: Detail) -> str:
    amount = int(detail["amount"])
    sentence = ngettext(
        "{name}, {day}: {amount} tick less", "{name}, {day}: {amount} ticks less", amounts.plural(amount)
    )
    return sentence.format(name=detail["name"], day=_day(detail), amount=amounts.shown(amount))


def _ideas(detail: Detail) -> str:
    count = int(detail["count"])
    if count == 1:
        return _("an idea: {title}").format(title=detail["title"])
    return _("{count} ideas").format(count=count)


def _let_go(detail: Detail) -> str:
    count = int(detail.get("count", 1))
    if count == 1:
        return _("idea let go of: {title}").format(title=detail["title"])
    return _("{count} ideas let go of").format(count=count)


_SENTENCES: dict[str, Callable[[Detail], str]] = {
    TICK: _ticked,
    UNTICK: _unticked,
    NOTE: lambda detail: _("a note on {name}, {day}").format(name=detail["name"], day=_day(detail)),
    HABIT_ADDED: lambda detail: _("habit added: {name}").format(name=detail["name"]),
    HABIT_EDITED: lambda detail: _("habit changed: {name}").format(name=detail["name"]),
    HABIT_MOVED: lambda detail: _("habit moved: {name}").format(name=detail["name"]),
    HABIT_ARCHIVED: lambda detail: _("habit archived: {name}").format(name=detail["name"]),
    HABIT_RESTORED: lambda detail: _("habit restored: {name}").format(name=detail["name"]),
    HABIT_SETTLED: lambda detail: _("habit settled: {name}").format(name=detail["name"]),
    HABIT_KEPT: lambda detail: _("habit kept for 13 weeks: {name}").format(name=detail["name"]),
    HABIT_GOING: lambda detail: _("habit under way: {name}").format(name=detail["name"]),
    DAY_OFF: lambda detail: _("day off, {day}").format(day=_day(detail)),
    DAY_ON: lambda detail: _("no day off any more, {day}").format(day=_day(detail)),
    EXCUSED: lambda detail: _("{name} excused, {day}").format(name=detail["name"], day=_day(detail)),
    UNEXCUSED: lambda detail: _("{name} no longer excused, {day}").format(name=detail["name"], day=_day(detail)),
    WEEK_OFF: lambda detail: _("week off, {week}").format(week=_week(detail)),
    WEEK_STORM: lambda detail: _("storm week, {week}").format(week=_week(detail)),
    WEEK_PLAIN: lambda detail: _("an ordinary week again, {week}").format(week=_week(detail)),
    COMMITTED: lambda detail: _("the plan of {week}").format(week=_week(detail)),
    PLAN_MOVED: lambda detail: _("days moved in the plan of {week}").format(week=_week(detail)),
    BEGUN_AGAIN: lambda detail: _("a fresh start: {name}").format(name=detail["name"]),
    LOOKED_BACK: lambda detail: _("the look back on {week}").format(week=_week(detail)),
    MISSED: lambda detail: _("why {name} was missed, {week}").format(name=detail["name"], week=_week(detail)),
    THOUGHT_OF: lambda detail: _("how much you think of {name}").format(name=detail["name"]),
    CHECKED: lambda detail: _("the quarterly check, {week}").format(week=_week(detail)),
    ACTION_DONE: lambda detail: _("done: {title}").format(title=detail["title"]),
    ACTION_UNDONE: lambda detail: _("not done: {title}").format(title=detail["title"]),
    IDEAS: _ideas,
    SETTINGS: lambda detail: _("settings: {names}").format(names=", ".join(map(_, str(detail["labels"]).split("\n")))),
    IMPORTED: lambda detail: _("the import of {file}").format(file=detail["file"]),
    COURSE: lambda detail: _("strategy: {label}").format(label=_course(detail)),
    COURSE_CONFIRMED: lambda detail: _("strategy confirmed: {label}").format(label=_course(detail)),
    PAGE_TURNED: lambda detail: _("the strategy's page turned by a year"),
    SHELVED: lambda detail: _("line or channel: {name}").format(name=detail["name"]),
    QUALITY: lambda detail: _("quality list: {name}").format(name=detail["name"]),
    CAMPAIGN_DRAFTED: lambda detail: _("campaign begun: {name}").format(name=detail["name"]),
    CAMPAIGN_EDITED: lambda detail: _("campaign changed: {name}").format(name=detail["name"]),
    CAMPAIGN_STARTED: lambda detail: _("campaign started: {name}").format(name=detail["name"]),
    CAMPAIGN_LENGTHENED: lambda detail: _("{name} lengthened until {day}").format(
        name=detail["name"], day=_day(detail)
    ),
    CAMPAIGN_CLOSED: lambda detail: _("campaign closed: {name}").format(name=detail["name"]),
    CAMPAIGN_LET_GO: lambda detail: _("draft let go of: {name}").format(name=detail["name"]),
    MEASURED: lambda detail: _("measures of {name}").format(name=detail["name"]),
    PROGRAMME_ENDED: lambda detail: _("programme ended: {name}").format(name=detail["name"]),
    PROGRAMME_KEPT: lambda detail: _("programme kept for a year: {name}").format(name=detail["name"]),
    IRRITANT: lambda detail: _("what bothered somebody: {name}").format(name=detail["name"]),
    IRRITANT_MENDED: lambda detail: _("mended: {name}").format(name=detail["name"]),
    IRRITANT_OPENED: lambda detail: _("open again: {name}").format(name=detail["name"]),
    TRIED: lambda detail: _("tried once: {name}").format(name=detail["name"]),
    CHOSEN: lambda detail: _("chosen: {title}").format(title=detail["title"]),
    UNCHOSEN: lambda detail: _("not chosen any more: {title}").format(title=detail["title"]),
    IDEA_CHANGED: lambda detail: _("idea changed: {title}").format(title=detail["title"]),
    IDEA_SPLIT: lambda detail: _("idea split: {title}").format(title=detail["title"]),
    IDEA_LET_GO: _let_go,
    WORD_ADDED: lambda detail: _("word added: {term}").format(term=detail["term"]),
    WORD_SILENCED: lambda detail: _("word silenced: {term}").format(term=detail["term"]),
    WORD_FORGOTTEN: lambda detail: _("word forgotten: {term}").format(term=detail["term"]),
    RITUAL: lambda detail: _("Monday ritual: {label}").format(label=_(str(detail["label"]))),
    FIRST_ANSWER: lambda detail: _("the answer: {label}").format(label=_(str(detail["label"]))),
}
