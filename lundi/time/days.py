"""Days: where one ends, and how people write them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from lundi.later import Later
from lundi.record import record
from lundi.time.weeks import DAYS, Week
from lundi.words.errors import NotUnderstood
from lundi.words.language import gettext as _
from lundi.words.names import nearest_of
from lundi.words.text import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
else:
    re = Later("re")

_TODAY = {"today", "aujourd'hui", "aujourdhui"}
_YESTERDAY = {"yesterday", "hier"}
_TOMORROW = {"tomorrow", "demain"}
_WEEKDAYS = (
    ("monday", "lundi"),
    ("tuesday", "mardi"),
    ("wednesday", "mercredi"),
    ("thursday", "jeudi"),
    ("friday", "vendredi"),
    ("saturday", "samedi"),
    ("sunday", "dimanche"),
)
_NAMED = ("today", "aujourd'hui", "yesterday", "hier", *(name for names in _WEEKDAYS for name in names))
_SHORTEST_WEEKDAY = 2  # 'lu', 'mo'
EARLIEST, LATEST = date(1900, 1, 1), date(2999, 12, 31)
_A_TRAVELLED_DAY = 1  # flying west may take one day back; more is a clock gone wrong


@record
class Moment:
    """One reading of the clock. It is taken once for a change, so that its parts agree."""

    day: date  # the day of the method: the wall's date, less the hours after midnight that belong to yesterday
    stamp: str  # ISO 8601 wall time, with the UTC offset where the clock has one

    @property
    def week(self) -> Week:
        return Week.of(self.day)


def parse_day_end(text: str) -> time:
    """Read '03:00'; ValueError when it is no time of day."""
    return time.fromisoformat(text)


def moment(wall: datetime, day_end: time) -> Moment:
    """What a wall clock says, where days end at an hour of the night.

    The date is that of (wall time less day end), without time-zone arithmetic: no daylight-saving night and no
    travel moves it. The day's end itself opens the new day.
    """
    night = timedelta(hours=day_end.hour, minutes=day_end.minute)
    return Moment((wall.replace(tzinfo=None) - night).date(), wall.isoformat(timespec="seconds"))


def days_gone_back(last: date | None, today: date) -> int:
    """How many days the clock lags behind the day of the last change; 0 where a journey may have taken them back."""
    back = (last - today).days if last else 0
    return back if back > _A_TRAVELLED_DAY else 0


def parse_day(text: str, today: date) -> date:
    """Read a day as people write it: 'hier', 'lun', '-3', '16/11' (day first), '16/11/2026', '2026-11-16'.

    A weekday is the most recent one, today included; a date without a year the most recent such date.
    NotUnderstood otherwise.
    """
    word = fold(text).strip()
    day = _relative_day(word, today) or _calendar_day(word, today)
    if day is None and (name := nearest_of(word, _NAMED)):
        raise NotUnderstood(
            _(
                "I do not understand '{text}'. Did you mean {nearest}? Examples: yesterday, mon, 16/11, 2026-11-16."
            ).format(text=text, nearest=name)
        )
    if day is None or not EARLIEST <= day <= LATEST:
        raise NotUnderstood(
            _("I do not understand '{text}'. Examples: yesterday, mon, 16/11, 2026-11-16, -3.").format(text=text)
        )
    return day


def parse_date(text: str) -> date | None:
    """A day written with its year, '16/11/2026' (day first) or '2026-11-16', which means the same on every day; None
    when it is none."""
    word = fold(text).strip()
    if re.fullmatch(r"[0-9]{1,2}/[0-9]{1,2}", word):
        return None
    day = _calendar_day(word, EARLIEST)
    return day if day is not None and EARLIEST <= day <= LATEST else None


def parse_coming_day(text: str, today: date) -> date:
    """The same where only a day to come makes sense: a weekday or a date without a year is the next one, today
    included. NotUnderstood otherwise."""
    word = fold(text).strip()
    if (weekday := parse_weekday(word)) is not None:
        return today + timedelta((weekday - today.isoweekday()) % DAYS)
    if re.fullmatch(r"[0-9]{1,2}/[0-9]{1,2}", word):
        coming = (_calendar_day(f"{word}/{year}", today) for year in range(today.year, today.year + 9))
        day = next((day for day in coming if day is not None and day >= today), None)
        if day is not None:
            return day
    try:
        return parse_day(text, today)
    except NotUnderstood:
        raise NotUnderstood(
            _("I do not understand '{text}'. Examples: tomorrow, fri, 11/12, 2026-12-11.").format(text=text)
        ) from None


def parse_last_day(text: str, first: date, today: date) -> date:
    """The last day of something that begins on a day: '6w', '6 sem' for so many weeks, or a day to come.

    NotUnderstood otherwise.
    """
    if match := re.fullmatch(r"([1-9][0-9]{0,2}) ?(?:w|weeks?|s|sem|semaines?)\.?", fold(text).strip()):
        return first + timedelta(weeks=int(match[1])) - timedelta(1)
    try:
        return parse_coming_day(text, max(first, today))
    except NotUnderstood:
        raise NotUnderstood(
            _("I do not understand the last day '{text}'. Examples: 11/12, 2026-12-11, 6w.").format(text=text.strip())
        ) from None


def parse_weekday(text: str) -> int | None:
    """1 for Monday to 7 for Sunday, from a name or a beginning of one in either language."""
    word = fold(text).strip().rstrip(".")
    if len(word) < _SHORTEST_WEEKDAY:
        return None
    found = [number for number, names in enumerate(_WEEKDAYS, 1) if any(name.startswith(word) for name in names)]
    return found[0] if len(found) == 1 else None


def parse_week(text: str, today: date, *, coming: bool = False) -> Week:
    """Read a week: '2026-W46', '-1w' (weeks before this one), or any day in it; coming, where only a week to come
    makes sense. NotUnderstood otherwise."""
    word = text.strip()
    try:
        if match := re.fullmatch(r"(-?[0-9]{1,4})[wsWS]", word):
            return _within_reach(Week.of(today) + int(match[1]))
        if re.fullmatch(r"[0-9]{4}-[wW][0-9]{2}", word):
            return _within_reach(Week.parse(word.upper()))
    except (ValueError, OverflowError):
        raise NotUnderstood(
            _("I do not understand the week '{text}'. Examples: 2026-W46, -1w, mon.").format(text=text)
        ) from None
    return Week.of((parse_coming_day if coming else parse_day)(word, today))


def _within_reach(week: Week) -> Week:
    """A week that lies wholly in the years of days; ValueError otherwise."""
    if not Week.of(EARLIEST) < week < Week.of(LATEST):
        raise ValueError(week)
    return week


def _relative_day(word: str, today: date) -> date | None:
    if word in _TODAY:
        return today
    if word in _YESTERDAY:
        return today - timedelta(1)
    if word in _TOMORROW:
        return today + timedelta(1)
    if (weekday := parse_weekday(word)) is not None:
        return today - timedelta((today.isoweekday() - weekday) % DAYS)
    if re.fullmatch(r"-[0-9]{1,5}", word):
        return today + timedelta(int(word))
    return None


def _calendar_day(word: str, today: date) -> date | None:
    try:
        if match := re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", word):
            return date(int(match[3]), int(match[2]), int(match[1]))
        if match := re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})", word):
            return _latest_such_day(int(match[1]), int(match[2]), today)
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", word):
            return date.fromisoformat(word)
    except ValueError:
        return None
    return None


def _latest_such_day(day: int, month: int, today: date) -> date | None:
    for year in range(today.year, today.year - 9, -1):  # 29 February may lie eight years back (1896 to 1904)
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        if candidate <= today:
            return candidate
    return None
