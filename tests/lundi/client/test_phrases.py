"""How phrases are met in a text: each line of the rule, and the whole of it against a slow and plain reading of it."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundi.client.phrases import Match, Phrases, longest, normal


def found(text: str, *phrases: str, takes_plurals: bool = True) -> list[str]:
    """What is met, as it stands in the text, the longest where phrases overlap."""
    known = Phrases((phrase, takes_plurals) for phrase in phrases)
    return [text[match.start : match.end] for match in longest(known.find(text), text)]


# The rule, line by line


def test_case_is_folded():
    assert found("Crm, CRM, crm, cRm", "CRM") == ["Crm", "CRM", "crm", "cRm"]
    assert found("ÉCOSYSTÈME", "écosystème") == ["ÉCOSYSTÈME"]
    assert found("Strasse und STRASSE", "straße") == ["Strasse", "STRASSE"]


@pytest.mark.parametrize("apostrophe", "'’‘`´")
def test_every_apostrophe_is_the_same(apostrophe):
    text = f"du marketing d{apostrophe}influence"
    assert found(text, "marketing d'influence") == [text[3:]]
    assert found("du marketing d'influence", f"marketing d{apostrophe}influence") == ["marketing d'influence"]


@pytest.mark.parametrize(
    "gap", ["  ", "-", "\u2010", "\u2011", "\u00a0", "\u202f", "\t", "\n", "\r\n", " - ", "\u2009\u00a0"]
)
def test_hyphens_and_spaces_of_any_kind_are_one_space(gap):
    assert found(f"une clé{gap}en{gap}main.", "clé en main") == [f"clé{gap}en{gap}main"]
    assert found("une clé en main.", f"clé{gap}en{gap}main") == ["clé en main"]
    assert found(f"une clé{gap}main", "clémain") == []


def test_nothing_else_joins_words():
    for text in ("clé, en main", "clé. En main", "clé–en–main", "clé/en/main", "cléenmain", "clé «en» main"):
        assert found(text, "clé en main") == []


def test_an_accent_may_be_left_out_but_not_added():
    assert found("ecosysteme Ecosystème écosysteme", "écosystème") == ["ecosysteme", "Ecosystème", "écosysteme"]
    assert found("écosystéme êcosystème léads boosté", "écosystème", "lead", "booste") == []
    assert found("coeur, cœur, CŒUR", "cœur") == ["coeur", "cœur", "CŒUR"]
    assert found("coeur, cœur", "coeur") == ["coeur", "cœur"]


def test_words_are_whole():
    for text in ("misleading", "leading", "lead2", "2lead", "leadé", "élead", "lead\u0301", "plead"):
        assert found(text, "lead") == []
    for text in ("(lead)", "«lead»", "lead.", "lead_magnet", "l'lead", "lead’s", "…lead…", "#lead", "lead🎈"):
        assert found(text, "lead") == ["lead"]


def test_a_sign_at_the_edge_is_no_part_of_another_word():
    assert found("à 360° !", "360°") == ["360°"]
    assert found("360°C et 1360°", "360°") == []
    assert found("#growth, C#growth", "#growth") == ["#growth"]
    assert found("le C++, le C+, C++11", "C++") == ["C++"]
    assert found("j'aime, J’ai, j ai, jaune", "j'") == ["j'", "J’"]


def test_every_word_may_take_an_s_or_an_x():
    assert found("tunnels de vente, tunnel de ventes, tunnelx de ventes", "tunnel de vente") == [
        "tunnels de vente",
        "tunnel de ventes",
        "tunnelx de ventes",
    ]
    assert found("marketings de contenus", "marketing de contenu") == ["marketings de contenus"]
    assert found("leadss, leadsx", "lead") == []


def test_short_words_and_those_that_end_in_s_x_or_a_digit_take_none():
    assert found("uxs, boxs, opts ins, opts in, taus, processs, web2s", "ux", "box", "opt in", "process", "web2") == [
        "opts in"
    ]
    assert found("KPIs, AIs", "KPI", "AI") == ["KPIs"]
    assert found("tunnels", "tunnel", takes_plurals=False) == []
    assert found("the tunnel", "tunnels") == []


def test_the_longest_wins_and_hides_what_it_overlaps():
    phrases = ("conversion", "taux de conversion", "tunnel de conversion")
    assert found("le taux de conversion, une conversion", *phrases) == ["taux de conversion", "conversion"]
    assert found("a b c d", "a b", "b c d") == ["b c d"]
    assert found("a b c d e", "a b", "b c d", "d e") == ["b c d"]
    assert found("a b c d", "a b", "c d", "b c") == ["a b", "c d"]
    assert found("a   b cc", "a b", "b cc") == ["b cc"]  # wide spaces make nothing longer


def test_of_equal_ones_the_last_wins():
    known = Phrases([("solutions", True), ("solution", True), ("sôlutions", True)])
    text = "Solutions"
    assert [match.number for match in longest(known.find(text), text)] == [2]


def test_hidden_text_holds_nothing():
    text = "it will lead to leads"
    known = Phrases([("lead", True), ("will lead", False), ("lead to", False)])
    matches = known.find(text)
    hiding = [match for match in matches if match.number > 0]
    assert [match.start for match in longest([m for m in matches if m.number == 0], text, hiding)] == [16]


def test_letters_are_the_same_however_they_are_composed():
    text = "E\u0301cosyste\u0300mes 𝐋𝐞𝐚𝐝 auto\u00admati\u200dsation ﬁdélisation"
    assert found(text, "écosystème", "lead", "automatisation", "fidélisation") == text.split(" ")


def test_what_is_compared():
    assert normal("  Clé-en\u00a0\u00a0MAIN ") == normal("clé en main") == "clé en main"
    assert normal("D’œuvre") == "d'oeuvre"
    assert normal("e\u0301") == "é" != normal("e")
    assert normal("-") == normal("") == ""


# The whole of it

_SAFE = st.sampled_from(
    [
        "a",
        "e",
        "\u0301",
        "é",
        "œ",
        "ﬁ",
        "ß",
        "İ",
        "ẛ",
        "🎈",
        "\U0001d400",
        "\r\n",
        "\u00ad",
        "\u200d",
        " ",
        "-",
        "'",
        "5",
    ]
)
_AROUND = st.lists(_SAFE, max_size=12).map("".join)
_FORMS = st.sampled_from(
    [
        str.upper,
        str.title,
        str,
        lambda form: unicodedata.normalize("NFD", form),
        lambda form: form.replace(" ", "\u202f"),
    ]
)


@given(_AROUND, st.sampled_from(["marketing d'influence", "écosystème", "clé en main"]), _FORMS, _AROUND)
def test_places_are_those_of_the_text_as_it_is(before, phrase, form, after):
    written = form(phrase)
    text = f"{before}. {written} .{after}"
    (match,) = Phrases([(phrase, True)]).find(text)
    assert text[match.start : match.end] == written
    assert match.start == len(before) + 2


@given(st.text(), st.lists(st.text(max_size=5), max_size=5))
def test_any_text_can_be_read(text, phrases):
    for match in Phrases((phrase, True) for phrase in phrases).find(text):
        assert 0 <= match.start < match.end <= len(text)


def reference(phrases: list[str], text: str) -> set[tuple[int, int, int]]:
    """The rule as one pattern a phrase; for composed small letters without ligatures."""
    found = set()
    for number, phrase in enumerate(phrases):
        pattern = ""
        for piece in re.findall(r"[a-zé0-9]+|[\s-]+|.", phrase.strip(" -")):
            if piece[0].isalnum():
                pattern += piece.replace("é", "[eé]")
                takes_one = sum(map(str.isalpha, piece)) >= 3 and piece[-1] not in "sx" and not piece[-1].isdigit()
                pattern += "[sx]?" if takes_one else ""
            else:
                pattern += r"[\s-]+" if re.fullmatch(r"[\s-]+", piece) else "['’]"
        if pattern:
            for match in re.finditer(rf"(?<![a-zé0-9])(?=({pattern})(?![a-zé0-9]))", text):
                found.add((*match.span(1), number))
    return found


_WORDS = st.sampled_from(["abc", "abcs", "abcx", "ébc", "ebc", "ab", "b1", "b12", "axe", "les", "é", "abécé"])
_GAPS = st.sampled_from([" ", "-", "  ", "\u00a0", " - ", "'"])


@st.composite
def lines(draw, gaps, most):
    words = draw(st.lists(_WORDS, min_size=1, max_size=most))
    return "".join(word + draw(gaps) for word in words[:-1]) + words[-1]


@given(
    st.lists(lines(_GAPS, 3), max_size=5),
    lines(_GAPS | st.sampled_from(["’", ", ", ". ", "\r\n", ""]), 9),
)
def test_it_is_the_rule_and_nothing_else(phrases, text):
    matches = Phrases((phrase, True) for phrase in phrases).find(text)
    assert {(match.start, match.end, match.number) for match in matches} == reference(phrases, text)


@given(st.lists(lines(_GAPS, 3), max_size=6), lines(_GAPS, 9), st.integers(0, 2))
def test_what_is_kept_overlaps_nothing_and_what_is_not_is_no_longer_than_what_is(phrases, text, hidden):
    matches = Phrases((phrase, True) for phrase in phrases).find(text)
    hiding = [match for match in matches if match.number < hidden]
    kept = longest(matches, text, hiding)
    assert kept == sorted(kept)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    assert not any(overlap(one, other) for one in kept for other in hiding)
    for match in matches:
        if match not in kept:
            over = [other for other in kept if overlap(match, other)]
            assert any(other.length >= match.length for other in over) or any(overlap(match, one) for one in hiding)


def overlap(one: Match, other: Match) -> bool:
    return one.start < other.end and other.start < one.end
