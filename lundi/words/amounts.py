"""Amounts and shares in figures. Amounts are counted in whole thousandths, so that sums are exact: one tick is worth
1000."""

from __future__ import annotations

from lundi.words.language import current

ONE = 1000
LARGEST = 1_000_000_000 * ONE  # so that no sum is beyond what SQLite counts
_DECIMALS = 3
_LONGEST = 12  # digits


def shown(thousandths: int) -> str:
    """An amount for people: '3', '2,5' in French, '2.5' in English."""
    sign, (whole, rest) = "-" if thousandths < 0 else "", divmod(abs(thousandths), ONE)
    if not rest:
        return f"{sign}{whole}"
    separator = "," if current() == "fr" else "."
    return f"{sign}{whole}{separator}{rest:03}".rstrip("0")


def decimal(text: str) -> int | None:
    """'3', '-2,5' or '2.5' in thousandths; None when the word is no number, or too long a one."""
    whole, point, rest = text.removeprefix("-").replace(",", ".").partition(".")
    digits = whole + rest
    if len(whole.lstrip("0")) > _LONGEST:
        return None
    if not (digits.isascii() and digits.isdecimal() and whole) or bool(point) != bool(rest) or len(rest) > _DECIMALS:
        return None
    amount = int(whole) * ONE + int(rest.ljust(_DECIMALS, "0") or 0)
    return -amount if text.startswith("-") else amount


def number(thousandths: int) -> int | float:
    """An amount for programs: 3 or 2.5."""
    return thousandths // ONE if thousandths % ONE == 0 else thousandths / ONE


def ratio(done: int, target: int) -> str:
    """'2/5', or '5/5 +2' with a surplus (F25): an amount done, in thousandths, against a whole target."""
    surplus = done - target * ONE
    return f"{target}/{target} +{shown(surplus)}" if surplus > 0 else f"{shown(done)}/{target}"


def plural(thousandths: int) -> int:
    """The count that grammar goes by: French says '1,5 geste' in the singular, English '1.5 ticks'."""
    return thousandths // ONE if current() == "fr" or thousandths % ONE == 0 else max(2, thousandths // ONE)


def percent(points: int) -> str:
    """'85%', '85 %' with a no-break space."""
    return f"{points}\u00a0%" if current() == "fr" else f"{points}%"
