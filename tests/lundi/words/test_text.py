"""Text on its way in: harmless, and still the words that were typed."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lundi.words.text import clean, clean_lines, filled_lines, fold

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
NASTY = BIDI + "\x00\x07\x08\x1b\x7f\x9b\ufeff\u200b\u00ad\u2028\u2029\x85\t\n\r\u0301\u200d\u200c\ud800 eé[31m"
anything = st.text(st.one_of(st.characters(), st.sampled_from(NASTY)))


@given(anything)
@example("e\u200b\u0301")
@example("\u200d \u0301")
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


@given(anything)
@example("e\u200b\u0301")
def test_what_is_kept_is_composed(text):
    assert unicodedata.is_normalized("NFC", clean(text))


@given(anything)
def test_no_control_and_no_direction_trick_is_left(text):
    kept = clean(text)
    assert not {character for character in kept if unicodedata.category(character) in ("Cc", "Cs")}
    assert not set(kept) & set(BIDI)
    assert not set(kept) & {"\u2028", "\u2029", "\ufeff", "\u200b"}


@given(anything)
@example("e\u200b\u0301")
def test_lines_are_clean_each_and_twice_is_the_same(text):
    kept = clean_lines(text)
    assert clean_lines(kept) == kept
    assert all(clean(line) == line for line in kept.split("\n"))


@given(st.text(st.characters(categories=["L", "N"])))
def test_letters_and_figures_stay(text):
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\x1b[31mrouge\x1b[0m", "[31mrouge[0m"),
        ("\x1b]0;titre\x07", "]0;titre"),
        ("\x9b31mrouge", "31mrouge"),
        ("ligne\r\nsuivante", "ligne  suivante"),
        ("un\ttab", "un tab"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("\u2066gauche\u2069", "gauche"),
        ("\ufeffdébut", "début"),
        ("\x00nul\x7f", "nul"),
        ("  bords  ", "bords"),
        ("e\u0301te\u0301", "été"),
        ("\ud800seul", "seul"),
    ],
)
def test_what_could_harm_goes(text, kept):
    assert clean(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d🔧",
        "👨\u200d👩\u200d👧\u200d👦 famille",
        "🏳\ufe0f\u200d🌈",
        "👍🏽",
        "日本語",
        "한국어",
        "Ελλάδα",
        "עברית",
        "می\u200cخواهم",
        "« 85\u00a0% »",
        "l’été",
        "œuvre",
    ],
)
def test_every_script_and_joined_emoji_stay(text):
    assert clean(text) == text


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("- Call Yann", "Call Yann"),
        ("  * Call Yann", "Call Yann"),
        ("• Appeler Yann", "Appeler Yann"),
        ("– [ ] Appeler Yann", "Appeler Yann"),
        ("[x] done", "done"),
        ("12. Call", "Call"),
        ("3) Call", "Call"),
        ("-10 % for two", "-10 % for two"),
        ("3 calls", "3 calls"),
        ("2027. a year", "2027. a year"),
        ("-", "-"),
        ("1.", "1."),
        ("a - b", "a - b"),
    ],
)
def test_f18_the_marks_of_a_pasted_list_are_no_part_of_its_lines(line, kept):
    assert filled_lines(f"\n{line}\n \n") == [kept]


def test_several_lines_stay_several():
    assert clean_lines("un\r\n\x1b[2Jdeux\u202e\n\n  trois  \n") == "un\n[2Jdeux\n\ntrois"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Écrire l’article", "ecrire l'article"),
        ("CŒUR", "coeur"),
        ("Lætitia", "laetitia"),
        ("lʼété", "l'ete"),
        ("Straße", "strasse"),
        ("ＦＵＬＬ", "full"),
        ("日本", "日本"),
    ],
)
def test_text_is_compared_without_case_accents_and_kinds_of_apostrophe(text, folded):
    assert fold(text) == folded


def test_composed_and_decomposed_compare_equal():
    assert fold("e\u0301te\u0301") == fold("été") == fold("ÉTÉ")
