"""Money as each language writes it, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundi.words import language, money
from lundi.words.errors import NotUnderstood

NBSP, NARROW = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("cents", "english", "french"),
    [
        (0, "€0", f"0{NBSP}€"),
        (5, "€0.05", f"0,05{NBSP}€"),
        (8000, "€80", f"80{NBSP}€"),
        (123450, "€1,234.50", f"1{NBSP}234,50{NBSP}€"),
        (123000, "€1,230", f"1{NBSP}230{NBSP}€"),
        (100_000_000, "€1,000,000", f"1{NBSP}000{NBSP}000{NBSP}€"),
    ],
)
def test_an_amount_as_it_is_shown(cents, english, french):
    assert money.shown(cents) == english
    language.use("fr")
    assert money.shown(cents) == french


@given(st.integers(0, 1_000_000_000), st.sampled_from(["en", "fr"]))
def test_what_is_shown_is_read_again(cents, code):
    language.use(code)
    assert money.parse(money.shown(cents)) == cents


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("", 0),
        ("  ", 0),
        ("€", 0),
        ("240", 24_000),
        ("€80", 8000),
        ("80 €", 8000),
        ("12,5", 1250),
        ("12.50", 1250),
        ("0,05", 5),
        ("1 234,50", 123_450),
        (f"1{NARROW}234{NARROW}567", 123_456_700),
        ("0240", 24_000),
        ("10000000", 1_000_000_000),
    ],
)
def test_both_languages_read(either_language, text, cents):
    assert money.parse(text) == cents


@pytest.mark.parametrize(
    "text",
    ["-5", "1.234", "1,23,4", "12 34", "1 23", "2€50", "abc", "12.", ",5", "1e3", "٣", "½", "5 $",
     "10000000.01", "9" * 5000, "1,2345"],
)  # fmt: skip
def test_what_is_no_amount_is_said_to_be_none(either_language, text):
    with pytest.raises(NotUnderstood, match="240"):
        money.parse(text)


def test_a_comma_between_thousands_is_english():
    assert money.parse("1,234") == 123_400
    language.use("fr")
    with pytest.raises(NotUnderstood):
        money.parse("1,234")
