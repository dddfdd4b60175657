"""What can be set, what each setting may be, and how it is written. The settings' screen is made from this table."""

from __future__ import annotations

from datetime import date

from lundi import numbers
from lundi.record import record
from lundi.time.days import parse_date, parse_day_end, parse_weekday
from lundi.time.formats import day_numeric, weekday_name
from lundi.time.weeks import DAYS
from lundi.words.errors import NotUnderstood
from lundi.words.language import LANGUAGES, N_
from lundi.words.language import gettext as _
from lundi.words.text import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

LANGUAGE, THEME, DAY_ENDS_AT = "language", "theme", "day_ends_at"
RITUAL_DAY, HELD_FROM, HABITS_AT_MOST = "ritual_day", "held_from", "habits_at_most"
MINUTES_BUDGET = "minutes_budget"
SEASON_WEEKS, SEASON_START = "season_weeks", "season_start"
ANY_LANGUAGE = ""  # that of the computer
DARK, LIGHT = "dark", "light"
FIRST_COMMIT = ""  # the seasons begin with its week
MOST_HABITS = 99
_MOST_MINUTES = 9999
LONGEST_SEASON = 53
_NOON = 12


@record
class Setting:
    """One thing to set. Words are English msgids."""

    key: str
    default: str  # as it is kept
    label: str
    hint: str
    read: Callable[[str], str]  # what somebody typed, as it is kept; NotUnderstood when it is none
    shown: Callable[[str], str] = str  # what is kept, as people read and type it
    choices: tuple[str, ...] = ()  # where there are few; the screen steps through them


def _language(text: str) -> str:
    word = clean(text).lower()
    if word not in (ANY_LANGUAGE, *LANGUAGES):
        raise NotUnderstood(_("'{word}' is no language of lundi. Choose fr or en.").format(word=word))
    return word


def _theme(text: str) -> str:
    word = clean(text).lower()
    if word not in (DARK, LIGHT):
        raise NotUnderstood(_("'{word}' is no theme. There are dark and light.").format(word=word))
    return word


def _day_end(text: str) -> str:
    word = clean(text).lower().replace("h", ":").rstrip(":")
    hours, _colon, minutes = word.partition(":")
    try:
        end = parse_day_end(f"{int(hours):02}:{minutes or '00'}") if len(minutes) in (0, 2) else None
    except ValueError:
        end = None
    if end is None or end.hour >= _NOON:
        raise NotUnderstood(_("'{text}' is no hour of the night. Examples: 0:00, 3:00, 5:30.").format(text=text))
    return end.isoformat("minutes")


def _ritual_day(text: str) -> str:
    word = clean(text)
    number = int(word) if word in map(str, range(1, DAYS + 1)) else parse_weekday(word)
    if number is None:
        raise NotUnderstood(_("'{text}' is no weekday. Examples: mon, thu, lundi.").format(text=text))
    return str(number)


def _season_start(text: str) -> str:
    if not (word := clean(text)):
        return FIRST_COMMIT
    if (day := parse_date(word)) is None:
        raise NotUnderstood(
            _("'{text}' is no day with its year. Examples: 16/11/2026, 2026-11-16.").format(text=text.strip())
        )
    return day.isoformat()


def _whole(text: str, most: int) -> str:
    word = clean(text).rstrip("%").strip()
    if not (word.isascii() and word.isdigit() and len(word) <= len(str(most)) and 1 <= int(word) <= most):
        raise NotUnderstood(_("'{text}' is no whole number from 1 to {most}.").format(text=text, most=most))
    return str(int(word))


SETTINGS = {
    setting.key: setting
    for setting in (
        Setting(
            LANGUAGE,
            ANY_LANGUAGE,
            N_("language"),
            N_("that of the computer, français or English"),
            _language,
            lambda word: {ANY_LANGUAGE: _("that of the computer"), "fr": "français", "en": "English"}[word],
            (ANY_LANGUAGE, *LANGUAGES),
        ),
        Setting(
            THEME,
            DARK,
            N_("theme"),
            N_("dark or light; you see it at once"),
            _theme,
            lambda word: _("dark") if word == DARK else _("light"),
            (DARK, LIGHT),
        ),
        Setting(
            DAY_ENDS_AT,
            numbers.DAY_ENDS_AT,
            N_("a day ends at"),
            N_("a tick in the night before that hour belongs to the day before"),
            _day_end,
        ),
        Setting(
            RITUAL_DAY,
            str(numbers.RITUAL_DAY),
            N_("ritual on"),
            N_("the day of the week's commit; weeks committed already keep theirs"),
            _ritual_day,
            lambda number: weekday_name(int(number)),
            tuple(map(str, range(1, DAYS + 1))),
        ),
        Setting(
            HELD_FROM,
            str(numbers.HELD_FROM),
            N_("a week is held from"),
            N_("per cent of its plan; weeks committed already keep theirs"),
            lambda text: _whole(text, 100),
        ),
        Setting(
            HABITS_AT_MOST,
            str(numbers.HABITS_AT_MOST),
            N_("habits at most"),
            N_("few are kept; settled and archived ones don't count"),
            lambda text: _whole(text, MOST_HABITS),
        ),
        Setting(
            MINUTES_BUDGET,
            str(numbers.MINUTES_A_WEEK),
            N_("minutes a week"),
            N_("what a week of marketing may take, its habits and the two"),
            lambda text: _whole(text, _MOST_MINUTES),
        ),
        Setting(
            SEASON_START,
            FIRST_COMMIT,
            N_("seasons begin"),
            N_("with the week of a day; empty: with the first commit"),
            _season_start,
            lambda day: day_numeric(date.fromisoformat(day)) if day else "",
        ),
        Setting(
            SEASON_WEEKS,
            str(numbers.SEASON_WEEKS),
            N_("weeks of a season"),
            N_("the strategy is looked at in its last one; past weeks keep their verdict"),
            lambda text: _whole(text, LONGEST_SEASON),
        ),
    )
}
