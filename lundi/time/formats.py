"""Days, weeks and durations as each language writes them."""

from __future__ import annotations

from datetime import date

from lundi.time.weeks import Week
from lundi.words.language import current
from lundi.words.language import gettext as _

_DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
}
_MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
}  # fmt: skip
_MONTHS_SHORT = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"),
    "fr": ("janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"),
}
_ABBREVIATED = {"en": (), "fr": ("janv", "févr", "avr", "juil", "sept", "oct", "nov", "déc")}
_DAY_LETTERS = 3
_MINUTES = 60


def weekday_name(number: int) -> str:
    """1 for 'Monday' or 'lundi', to 7."""
    return _DAYS[current()][number - 1]


def weekday(day: date) -> str:
    """'Wednesday', 'mercredi'."""
    return weekday_name(day.isoweekday())


def weekday_short(number: int) -> str:
    """1 for 'Mon' or 'lun', to 7."""
    return _DAYS[current()][number - 1][:_DAY_LETTERS]


def month_short(month: int) -> str:
    """1 for 'Jan' or 'janv', without a dot, as column headings have it."""
    return _MONTHS_SHORT[current()][month - 1]


def day_short(day: date) -> str:
    """'Wed 18 Nov', 'mer. 18 nov.'."""
    if current() == "fr":
        return f"{weekday_short(day.isoweekday())}. {day.day} {_month_dotted(day.month)}"
    return f"{weekday_short(day.isoweekday())} {day.day} {month_short(day.month)}"


def day_and_number(day: date) -> str:
    """'Wed 18', 'mer. 18'."""
    dot = "." if current() == "fr" else ""
    return f"{weekday_short(day.isoweekday())}{dot} {day.day}"


def day_long(day: date) -> str:
    """'Wednesday 18 November 2026', 'mercredi 18 novembre 2026', with « 1er » in French."""
    return f"{weekday(day)} {_ordinal(day.day)} {_MONTHS[current()][day.month - 1]} {day.year}"


def day_and_month(day: date) -> str:
    """'11 December', '1er décembre'."""
    return f"{_ordinal(day.day)} {_MONTHS[current()][day.month - 1]}"


def day_numeric(day: date) -> str:
    """'2016-03-14' in English, '14/03/2016' in French: as people type it."""
    return day.strftime("%d/%m/%Y") if current() == "fr" else day.isoformat()


def month_and_year(day: date) -> str:
    """'Nov 2026', 'nov. 2026'."""
    month = _month_dotted(day.month) if current() == "fr" else month_short(day.month)
    return f"{month} {day.year}"


def day_from(day: date, today: date) -> str:
    """A day, with its year where that is another one than today's: 'Wed 18 Nov', 'Mon 4 Jan 2027'."""
    return day_short(day) if day.year == today.year else f"{day_short(day)} {day.year}"


def month_from(day: date, today: date) -> str:
    """The same of its month: 'Nov', 'Jan 2027'."""
    if day.year != today.year:
        return month_and_year(day)
    return _month_dotted(day.month) if current() == "fr" else month_short(day.month)


def week_range(week: Week) -> str:
    """'16 – 22 November', '30 novembre – 6 décembre'."""
    monday, sunday = week.monday, week.sunday
    months = _MONTHS[current()]
    end = f"{_ordinal(sunday.day)} {months[sunday.month - 1]}"
    if monday.month == sunday.month:
        return f"{_ordinal(monday.day)} – {end}"
    return f"{_ordinal(monday.day)} {months[monday.month - 1]} – {end}"


def week_short(week: Week) -> str:
    """'W47', 'S47'."""
    return _("W{number}").format(number=week.iso_number)


def duration(minutes: int) -> str:
    """'10 min', '2 h 50' with no-break spaces."""
    hours, rest = divmod(minutes, _MINUTES)
    if not hours:
        return f"{rest}\u00a0min"
    return f"{hours}\u00a0h\u00a0{rest:02}" if rest else f"{hours}\u00a0h"


def _month_dotted(month: int) -> str:
    name = _MONTHS_SHORT["fr"][month - 1]
    return f"{name}." if name in _ABBREVIATED["fr"] else name


def _ordinal(day: int) -> str:
    return "1er" if day == 1 and current() == "fr" else str(day)
