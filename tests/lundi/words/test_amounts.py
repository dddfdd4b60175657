"""Amounts: exact, and written as each language does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundi.words.amounts import ONE, number, plural, ratio, shown


@pytest.mark.parametrize(
    ("thousandths", "english", "french"),
    [
        (0, "0", "0"),
        (ONE, "1", "1"),
        (10 * ONE, "10", "10"),
        (2500, "2.5", "2,5"),
        (50, "0.05", "0,05"),
        (1, "0.001", "0,001"),
        (1250, "1.25", "1,25"),
        (100_000, "100", "100"),
    ],
)
def test_an_amount_is_written_as_the_language_does(either_language, thousandths, english, french):
    assert shown(thousandths) == (french if either_language == "fr" else english)


def test_a_ratio_is_done_against_the_target(either_language):
    assert ratio(2 * ONE, 5) == "2/5"
    assert ratio(2500, 5) == ("2,5/5" if either_language == "fr" else "2.5/5")


@given(st.integers(0, 10**9))
def test_nothing_is_lost_in_writing(thousandths):
    whole, _, rest = shown(thousandths).partition(".")
    assert int(whole) * ONE + int(rest.ljust(3, "0") or 0) == thousandths


@given(st.integers(0, 10**9))
def test_programs_get_whole_numbers_whole_and_the_others_to_the_thousandth(thousandths):
    value = number(thousandths)
    assert isinstance(value, int) == (thousandths % ONE == 0)
    assert round(value * ONE) == thousandths


def test_one_and_a_half_is_singular_in_french_and_plural_in_english(either_language):
    assert plural(1500) == (1 if either_language == "fr" else 2)
    assert plural(500) == (0 if either_language == "fr" else 2)
    assert (plural(ONE), plural(3 * ONE)) == (1, 3)
