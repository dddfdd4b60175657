"""Three years on a page: what stands on it, from which day on, and what waits to be confirmed."""

from __future__ import annotations

from datetime import date, timedelta

from lundi.numbers import YEARS_AHEAD
from lundi.record import record
from lundi.time.weeks import Week
from lundi.words.errors import Refused
from lundi.words.language import N_
from lundi.words.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lundi.time.seasons import Season

SHORTEST, LONGEST = 2, 4  # years ahead (F04)
LONGEST_TEXT = 20_000  # characters of what stands on the page
_DECEMBER = 12

MISSION, VISION, AUDIENCE = "mission", "vision", "audience"
THEY_SAY, WE_SAY, WHY_US, NOT_DOING = "they_say", "we_say", "why_us", "not_doing"
LINE, CHANNEL = "line", "channel"
FIRST_YEAR, HORIZON = "first_year", "horizon"
_THEME = "theme-"

LABELS = {
    MISSION: N_("mission"),
    VISION: N_("vision"),
    AUDIENCE: N_("for whom"),
    THEY_SAY: N_("they say"),
    WE_SAY: N_("we say"),
    WHY_US: N_("why us"),
    LINE: N_("line"),
    CHANNEL: N_("channel"),
    NOT_DOING: N_("what we do not do"),
    HORIZON: N_("years ahead"),
}
_THEME_LABEL = N_("theme of {year}")
_NEVER_WAITS = (MISSION, FIRST_YEAR, HORIZON)  # the mission has its own history; the others say what is shown


def theme(year: int) -> str:
    """The kind of a year's theme: 'theme-2027'."""
    return f"{_THEME}{year:04}"


def theme_year(kind: str) -> int | None:
    """The year of a theme; None for another kind."""
    year = kind.removeprefix(_THEME)
    return int(year) if kind != year and len(year) == 4 and year.isascii() and year.isdigit() else None


def is_kind(kind: str) -> bool:
    """Whether something of that kind stands on a page."""
    return kind in LABELS or kind == FIRST_YEAR or theme_year(kind) is not None


def named(kind: str) -> dict[str, str | int]:
    """The msgid of what a line of the page is called, and the year in it, as the journal keeps them."""
    return {"label": LABELS.get(kind, _THEME_LABEL), "year": theme_year(kind) or 0}


def label(kind: str) -> str:
    """What a line of the page is called: 'for whom', 'theme of 2027'."""
    return _(LABELS.get(kind, _THEME_LABEL)).format(year=theme_year(kind))


@record
class Entry:
    """What stands on the page for a kind, from a day on. Nothing is ever overwritten: another one follows it."""

    kind: str
    from_day: date
    text: str  # for LINE and CHANNEL the id of a choice
    made_on: date
    why: str = ""


@record
class Choice:
    """A line of products or a channel: the chosen one, or one on the shelf with the day to look at it again (F30)."""

    id: str
    kind: str  # LINE or CHANNEL
    name: str
    look_again_on: date | None = None
    why: str = ""  # why it is on the shelf
    put_away_on: date | None = None  # taken off the shelf for good; what named it still does


@record
class QualityItem:
    """Something that is to be right before anything is promoted (X10)."""

    id: str
    text: str
    is_right: bool = False


@record
class CourseChange:
    """Something that stood on the page and gave way to something else, and why (F01)."""

    kind: str
    made_on: date
    from_day: date
    before: str  # of a line or a channel its name
    after: str
    why: str


@record
class FormerPage:
    """A page that was turned (F06)."""

    last_day: date
    target_year: int


@record
class StrategyPage:
    """Everything that the strategy shows as of a day."""

    today: date
    first_year: int
    horizon: int  # years ahead, 2 to 4
    entries: dict[str, Entry]  # by kind: what holds today; a kind without a text is missing
    waiting: dict[str, Entry]  # by kind: what is to be confirmed, and from which Monday it holds
    choices: dict[str, Choice]  # by id
    quality: tuple[QualityItem, ...]
    changes: tuple[CourseChange, ...]  # the latest first, waiting ones too
    is_check_week: bool  # the quarterly check: changes hold at once
    former_pages: tuple[FormerPage, ...] = ()  # the latest first

    def text(self, kind: str) -> str:
        """What stands there today, '' for nothing; of a line or a channel its name."""
        entry = self.entries.get(kind)
        return self.shown(kind, entry.text) if entry else ""

    def shown(self, kind: str, text: str) -> str:
        """An entry's text as people read it."""
        if kind not in (LINE, CHANNEL):
            return text
        choice = self.choices.get(text)
        return choice.name if choice else ""

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(range(self.first_year, self.first_year + self.horizon))

    @property
    def target_year(self) -> int:
        """The year it is titled by (F06): 'Think 2029'."""
        return self.first_year + self.horizon

    @property
    def year_said(self) -> str:
        """How the vision begins."""
        return _("It is {year}").format(year=self.target_year)

    @property
    def picture(self) -> str:
        """The vision in one: what shows it has no room for lines that were left short, and says the year already."""
        return " ".join(self.text(VISION).split("\n")).removeprefix(f"{self.year_said}.").lstrip()

    @property
    def is_empty(self) -> bool:
        return not self.entries and not self.waiting

    @property
    def turns(self) -> bool:
        """Whether the page may be turned by a year: in its first year's December, and from then on (F06)."""
        return self.today >= date(self.first_year, _DECEMBER, 1) and not self.is_empty

    @property
    def is_past_its_year(self) -> bool:
        """Whether a year has begun that isn't the first one any more: the page proposes to be turned."""
        return self.today.year > self.first_year and not self.is_empty

    def chosen(self, kind: str) -> Choice | None:
        """The one line, or the one channel."""
        entry = self.entries.get(kind)
        return self.choices.get(entry.text) if entry else None

    @property
    def shelf(self) -> tuple[Choice, ...]:
        """'Not now': what isn't chosen, the next to look at first."""
        chosen = {entry.text for entry in self.entries.values() if entry.kind in (LINE, CHANNEL)}
        parked = [one for one in self.choices.values() if one.id not in chosen and one.put_away_on is None]
        return tuple(sorted(parked, key=lambda choice: (choice.look_again_on or date.max, choice.kind, choice.name)))

    @property
    def due(self) -> tuple[Choice, ...]:
        """What comes back from the shelf as a question (F30); what waits to be chosen was answered."""
        waiting = {entry.text for entry in self.waiting.values()}
        return tuple(
            one
            for one in self.shelf
            if one.look_again_on is not None and one.look_again_on <= self.today and one.id not in waiting
        )

    def changes_in(self, year: int) -> int:
        """How many changes of course took effect in a year (F01)."""
        return sum(change.from_day.year == year and change.from_day <= self.today for change in self.changes)


def read_page(
    entries: Iterable[Entry],
    choices: Mapping[str, Choice],
    quality: Sequence[QualityItem],
    today: date,
    season: Season | None,
) -> StrategyPage:
    """Put the page together as of a day and the season that it lies in; what was written later isn't known yet."""
    held: dict[str, Entry] = {}
    waiting: dict[str, Entry] = {}
    changes: list[CourseChange] = []
    former: list[FormerPage] = []
    names = {choice.id: choice.name for choice in choices.values()}
    known = [entry for entry in entries if entry.made_on <= today]
    for entry in sorted(known, key=lambda entry: (entry.from_day, entry.kind, entry.made_on)):
        before = held.get(entry.kind)
        if entry.kind == FIRST_YEAR and before and entry.text != before.text:
            former.append(FormerPage(entry.from_day - timedelta(1), int(before.text) + _horizon(held)))
        elif is_change_of_course(before, entry):
            shown = names if entry.kind in (LINE, CHANNEL) else {}
            old, new = before.text if before else "", entry.text
            changes.append(
                CourseChange(
                    entry.kind, entry.made_on, entry.from_day, shown.get(old, old), shown.get(new, new), entry.why
                )
            )
        (held if entry.from_day <= today else waiting)[entry.kind] = entry
    horizon = _horizon(held)
    held.pop(HORIZON, None)
    first_year = held.pop(FIRST_YEAR, None)
    return StrategyPage(
        today=today,
        first_year=int(first_year.text) if first_year else today.year,
        horizon=horizon,
        entries={kind: entry for kind, entry in held.items() if entry.text},
        waiting=waiting,
        choices=dict(choices),
        quality=tuple(quality),
        changes=tuple(reversed(changes)),
        is_check_week=season is not None and season.is_last_week,
        former_pages=tuple(reversed(former)),
    )


def _horizon(held: Mapping[str, Entry]) -> int:
    return int(held[HORIZON].text) if HORIZON in held else YEARS_AHEAD


def is_change_of_course(before: Entry | None, after: Entry) -> bool:
    """Whether an entry takes the place of something else that was meant (H44): filling in an empty line is none, nor
    is writing a line anew on the day it was written."""
    if before is None or not before.text or before.kind in _NEVER_WAITS:
        return False
    return before.text != after.text and before.made_on < after.made_on


def holds_from(page: StrategyPage, before: Entry | None, after: Entry, *, at_once: bool) -> date:
    """The day from which an entry made today holds: today, or the next Monday for a change of course between two
    quarterly checks (F01)."""
    if at_once or page.is_check_week or not is_change_of_course(before, after):
        return page.today
    return (Week.of(page.today) + 1).monday


def refuse_horizon(years: int) -> None:
    """A page looks two to four years ahead. Refused otherwise, kindly (F03, F04)."""
    if years < SHORTEST:
        raise Refused(_("At one year, it is a campaign. A strategy looks two to four years ahead; three is best."))
    if years > LONGEST:
        raise Refused(_("At ten years, one guesses. Shall we stay at three? Two to four are possible."))


def year_elapsed(year: int, today: date) -> float:
    """The share of a year that is over, from 0 to 1."""
    start, end = date(year, 1, 1), date(year + 1, 1, 1)
    return min(1.0, max(0.0, ((today - start).days + 1) / (end - start).days))
