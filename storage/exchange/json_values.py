"""What a value of a document may be: read from JSON as a cell of a table, and written back."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from lundi.record import record
from lundi.time.weeks import DAYS, Week
from lundi.words.amounts import LARGEST, ONE, number
from lundi.words.language import gettext as _
from lundi.words.text import clean, clean_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Cell = str | int | None

FIRST_YEAR, LAST_YEAR = 1900, 2999
_LONGEST_ID = 64
_ID = re.compile(f"[0-9A-Za-z_-]{{1,{_LONGEST_ID}}}")
_MOST = LARGEST // ONE


class Misfit(Exception):
    """A value that is not as expected. Whoever knows where it stands says so as this passes, from inside out."""

    def __init__(self, sentence: str, **details: object) -> None:
        super().__init__(sentence)
        self._sentence = sentence  # with {place}
        self._details = details
        self._place = ""

    def within(self, step: str) -> Misfit:
        """Put '.goals' or '[0]' before the place as it is known so far."""
        self._place = step + self._place
        return self

    @property
    def sentence(self) -> str:
        """'habits[3].goals[0].from_week: a week is expected, as 2026-W47.'"""
        return self._sentence.format(place=self._place.removeprefix("."), **self._details)


class Within:
    """A context that puts a step before the place of every Misfit that leaves it."""

    def __init__(self, step: str) -> None:
        self._step = step

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, Misfit):
            error.within(self._step)


def _same(cell: Any) -> object:
    return cell


@record
class Kind:
    """One kind of value. Reading raises Misfit for any other."""

    read: Callable[[object], Cell]
    write: Callable[[Any], object] = _same


def _id(value: object) -> str:
    if type(value) is not str or not _ID.fullmatch(value):
        raise Misfit(
            _("{place}: an id is expected: letters without accents, digits, - and _, {most} at most."),
            most=_LONGEST_ID,
        )
    return value


def _day(value: object) -> str:
    try:
        if type(value) is str and (day := date.fromisoformat(value)).isoformat() == value and _is_near(day.year):
            return value
    except ValueError:
        pass
    raise Misfit(
        _("{place}: a day from {first} to {last} is expected, as 2026-11-16."), first=FIRST_YEAR, last=LAST_YEAR
    )


def _week(value: object) -> str:
    try:
        if type(value) is str and Week.parse(value) and _is_near(int(value[:4])):
            return value
    except ValueError:
        pass
    raise Misfit(
        _("{place}: a week from {first} to {last} is expected, as 2026-W47."), first=FIRST_YEAR, last=LAST_YEAR
    )


def _instant(value: object) -> str:
    try:
        if (
            type(value) is str
            and (at := datetime.fromisoformat(value)).isoformat(timespec="seconds") == value
            and _is_near(at.year)
        ):
            return value
    except ValueError:
        pass
    raise Misfit(_("{place}: an instant is expected, as 2026-11-18T09:10:00+01:00."))


def _is_near(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR


def _flag(value: object) -> int:
    if type(value) is not bool:
        raise Misfit(_("{place}: true or false is expected."))
    return int(value)


def _amount(value: object) -> int:
    # Compared first: no arithmetic with a number of a million digits.
    if type(value) in (int, Decimal) and 0 < (amount := Decimal(value)) <= _MOST:  # type: ignore[arg-type]
        thousandths = amount * ONE
        if thousandths == thousandths.to_integral_value():
            return int(thousandths)
    raise Misfit(
        _("{place}: an amount above 0 is expected, {most} at most and with three decimals at most."), most=_MOST
    )


def _figure(value: object) -> int:
    if type(value) in (int, Decimal) and abs(figure := Decimal(value)) <= _MOST:  # type: ignore[arg-type]
        thousandths = figure * ONE
        if thousandths == thousandths.to_integral_value():
            return int(thousandths)
    raise Misfit(_("{place}: a number is expected, {most} at most and with three decimals at most."), most=_MOST)


def _weekdays(value: object) -> str:
    if type(value) is list and all(type(day) is int and 1 <= day <= DAYS for day in value) and value == sorted(value):
        return "".join(map(str, value))
    raise Misfit(_("{place}: weekdays in their order are expected, as [1, 3, 5]: 1 is Monday, 7 is Sunday."))


def _line(value: object) -> str:
    if type(value) is not str:
        raise Misfit(_("{place}: a text is expected."))
    return clean(value)


def _lines(value: object) -> str:
    _line(value)
    return clean_lines(str(value))


def whole(least: int, most: int) -> Kind:
    """A whole number."""

    def read(value: object) -> int:
        if type(value) is not int or not least <= value <= most:
            raise Misfit(_("{place}: a whole number from {least} to {most} is expected."), least=least, most=most)
        return value

    return Kind(read)


def choice(*words: str) -> Kind:
    """One of a few words."""

    def read(value: object) -> str:
        if type(value) is not str or value not in words:
            raise Misfit(_("{place}: one of these is expected: {words}."), words=", ".join(words))
        return value

    return Kind(read)


def filled(kind: Kind) -> Kind:
    """A text that isn't empty."""

    def read(value: object) -> Cell:
        if not (text := kind.read(value)):
            raise Misfit(_("{place}: a text that is not empty is expected."))
        return text

    return Kind(read)


def short(kind: Kind, most: int) -> Kind:
    """A text of so many characters at most."""

    def read(value: object) -> Cell:
        if len(str(text := kind.read(value))) > most:
            raise Misfit(_("{place}: the text is longer than {most} characters."), most=most)
        return text

    return Kind(read)


def optional(kind: Kind) -> Kind:
    """The same, or null."""

    def read(value: object) -> Cell:
        return None if value is None else kind.read(value)

    def write(cell: Any) -> object:
        return None if cell is None else kind.write(cell)

    return Kind(read, write)


ID = Kind(_id)
DAY, WEEK, INSTANT = Kind(_day), Kind(_week), Kind(_instant)
FLAG = Kind(_flag, bool)
AMOUNT, FIGURE = Kind(_amount, number), Kind(_figure, number)
WEEKDAYS = Kind(_weekdays, lambda digits: list(map(int, digits)))
LINE, LINES = Kind(_line), Kind(_lines)
