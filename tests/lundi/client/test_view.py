"""The client's view of a text: findings, the mirror, numbers, how-words, own words; and ideas by their ids."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lundi.client.jargon import HOLLOW, INCOMPREHENSIBLE, OwnWord
from lundi.client.view import Mirror, look
from lundi.words import language
from lundi.words.text import clean

ROOT = Path(__file__).parents[3]
CATALOGUE = ROOT / "lundi" / "locale" / "fr" / "LC_MESSAGES" / "lundi.po"
DRAFT = "Notre solution clé en main optimise votre trésorerie et booste vos performances."
MESSAGE = (
    "Vous connaissez un artisan qui a du travail et pas d'argent le 5 ? Donnez-lui ce numéro : la première heure est"
    " pour lui, gratuite."
)


@pytest.fixture(autouse=True)
def _in_french():
    language.use("fr")


def terms(text: str, *own: OwnWord, severity: int = HOLLOW) -> list[str]:
    return [finding.term for finding in look(text, own, severity).findings]


def mirror(text: str) -> tuple[int, int]:
    return look(text).mirror[:2]


# Findings


def test_the_draft_of_the_sample_has_three_findings_and_the_message_none():
    assert [(finding.start, finding.text, finding.severity) for finding in look(DRAFT).findings] == [
        (6, "solution clé en main", 2),
        (27, "optimise", 2),
        (56, "booste", 2),
    ]
    seen = look(MESSAGE)
    assert (seen.findings, seen.mirror, seen.has_number, seen.how_words) == ((), Mirror(1, 0, False), True, ())


def test_severity_1_comes_on_request_and_what_is_hidden_stays_hidden():
    assert terms(DRAFT, severity=1)[-1] == "performant"
    assert terms(DRAFT, severity=INCOMPREHENSIBLE) == []
    assert terms("une solution, un micro-influenceur") == []
    assert terms("une solution, un micro-influenceur", severity=1) == ["solution", "influenceur"]


def test_phrases_in_which_a_word_is_fine():
    language.use("en")
    for text in ("It will lead to more.", "The LEAD-time is short.", "We lead\r\nthe way.", "lead us", "lead pipes"):
        assert terms(text) == (["lead"] if text == "lead pipes" else [])  # they are taken as they are written
    assert terms("A hot lead, two leads, talk to leads") == ["lead", "lead", "lead"]
    assert terms("It will lead to leads.") == ["lead"]


def test_a_text_is_read_in_the_language_in_use():
    assert terms("la focalisation stratégique") == ["focalisation stratégique"]
    language.use("en")
    assert terms("la focalisation stratégique") == []
    assert terms("a strategic focus") == ["strategic focus"]


# The mirror


@pytest.mark.parametrize(
    ("text", "you_and_we"),
    [
        ("Vous, votre, vos, le vôtre, aux vôtres", (5, 0)),
        ("Je sais, j'ai, J’aime, m'attend, notre, nos, nous, mes", (0, 8)),
        ("notre équipe et notre méthode", (0, 2)),
        ("Tu viens, toi, t'attends", (3, 0)),
        ("un mois, des moissons, le jeu, la jaune, l'on, mesure", (0, 0)),
        ("Un rendez-vous, deux Rendez-vous : les vôtres", (1, 0)),
        ("", (0, 0)),
    ],
)
def test_words_of_the_mirror(text, you_and_we):
    assert mirror(text) == you_and_we


def test_words_of_the_mirror_in_english():
    language.use("en")
    assert mirror("You're right: I'm proud of our work; it's yours, and mine. The USA, a minefield, meat.") == (2, 3)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Appelez-moi.", False),
        ("Nous sommes là.", False),
        ("Nous et notre méthode.", True),
        ("Nous aimons ce métier depuis longtemps, et cela se voit dans tout le travail.", True),
        ("Votre toit fuit. Nous venons le réparer, et vous ne payez rien avant la fin.", False),
        ("Nous venons réparer le toit. Vous ne payez rien avant la fin, et votre assurance non plus.", True),
        ("Le toit fuit. Vous appelez, nous venons, et il ne fuit plus avant le soir même.", False),
    ],
)
def test_a_text_about_us_is_told(text, is_told):
    assert look(text).mirror.is_about_us is is_told


# Numbers and how-words


@pytest.mark.parametrize(
    ("text", "has_one"),
    [
        ("le 5", True),
        ("treize semaines", True),
        ("Vingt-deux", True),
        ("un artisan, une heure, la première", False),
        ("des deuxièmes, une centaine", False),
        ("", False),
    ],
)
def test_a_number_is_in_digits_or_in_letters(text, has_one):
    assert look(text).has_number is has_one


def test_a_number_in_english():
    language.use("en")
    assert look("Thirteen weeks").has_number
    assert not look("one hour, the third, tenfold").has_number


def test_how_words_are_told_once_each():
    seen = look("Tous les lundis sur LinkedIn ; grâce à notre  méthode. TOUS les lundis, par courriels")
    assert seen.how_words == ("Tous les lundis", "sur LinkedIn", "grâce à notre  méthode", "par courriels")
    language.use("en")
    assert look("Every week, on LinkedIn").how_words == ("Every week", "on LinkedIn")


# Words of one's own


def test_an_own_word_is_found_and_wins():
    own = OwnWord("fr", "Hors-sol", "ce qui se touche", INCOMPREHENSIBLE)
    (finding,) = look("un discours hors sol", (own,)).findings
    assert finding[1:] == ("hors sol", "Hors-sol", 3, "ce qui se touche", "")
    assert terms("des conversions", OwnWord("fr", "conversion", severity=3)) == ["conversion"]
    (finding,) = look("Boostez", (OwnWord("fr", "booster", "aider", 3),)).findings
    assert (finding.term, finding.severity, finding.plain) == ("booster", 3, "aider")
    (finding,) = look("des leads", (OwnWord("fr", "leads", "des gens"),)).findings
    assert (finding.term, finding.plain) == ("leads", "des gens")


def test_an_own_word_without_plain_words_keeps_those_of_the_list():
    (finding,) = look("une synergie", (OwnWord("fr", "synergie", severity=2),)).findings
    assert (finding.severity, finding.plain) == (2, "ensemble, cela marche mieux parce que…")
    (finding,) = look("boostez", (OwnWord("fr", "boostez"),)).findings
    assert (finding.term, finding.plain) == ("boostez", "augmenter (de combien\u00a0?)")


def test_a_silenced_word_is_not_found_in_any_form_and_hides_what_it_holds():
    silence = OwnWord("fr", "booster", silenced=True)
    assert terms("Boostez, boost, dopez, optimisez", silence) == ["optimiser"]
    assert terms("booster", silence, severity=1) == []
    assert terms("le taux de conversion, la conversion", OwnWord("fr", "taux de conversion", silenced=True)) == [
        "conversion"
    ]


def test_an_own_word_belongs_to_its_language():
    assert terms("hors sol, lead", OwnWord("en", "hors sol"), OwnWord("en", "lead", silenced=True)) == ["lead"]


def test_an_own_word_is_found_in_what_used_to_hide_it():
    language.use("en")
    assert terms("the lead time", OwnWord("en", "lead", severity=3)) == ["lead"]
    assert terms("the lead time", OwnWord("en", "lead", silenced=True)) == []


own_words = (
    st.text(max_size=12)
    .map(clean)
    .filter(lambda word: word and word[0].isalnum() and word[-1].isalnum() and "°" not in word)
)


@given(own_words, st.integers(1, 3), st.text(max_size=20), st.text(max_size=20))
def test_a_word_that_is_added_is_found(word, severity, before, after):
    language.use("fr")
    text = f"{before} . {word} . {after}"
    findings = look(text, (OwnWord("fr", word, "mieux", severity),), severity=1).findings
    found = [(finding.start, finding.text, finding.severity, finding.plain) for finding in findings]
    assert (len(before) + 3, word, severity, "mieux") in found


@given(own_words, st.text(max_size=20))
def test_a_word_that_is_silenced_is_not(word, around):
    language.use("fr")
    assume(not terms(around, severity=1))
    text = f"{around} . {word} . {around}"
    assert terms(text, OwnWord("fr", word, silenced=True), severity=1) == []


PIECES = [
    *("lead", "lead magnet", "leads qualifiés", "taux de conversion", "conversion", "à 360", "360°", "solution clé"),
    *("clé en main", "marketing", "de contenu", "d’influence", "écosystème", "performance", "solution", "boosté"),
    *("notre", "vous", "chaque semaine", "é", "\u0301", "œ", "\r\n", "🎈", ".", "s", "\u00a0"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(["", " ", "-", "’", "\u202f"]))
def test_findings_are_where_they_say_apart_from_each_other_and_more_on_request(parts, gap):
    language.use("fr")
    text = gap.join(parts)
    every, strong = look(text, severity=1).findings, look(text).findings
    end = 0
    for finding in every:
        assert finding.start >= end
        end = finding.start + len(finding.text)
        assert text[finding.start : end] == finding.text
        assert not text[end : end + 1].isalnum()
    assert strong == tuple(finding for finding in every if finding.severity >= HOLLOW)


# Ideas


def test_c01_tools_have_a_plain_word():
    found = {finding.text: finding.plain for finding in look("Avec notre CRM et son automatisation").findings}
    assert found == {"CRM": "le carnet de clients", "automatisation": "ça se fait sans que vous ayez à y penser"}


def test_c02_how_often_and_where_are_remarked():
    assert look("On publie chaque semaine sur LinkedIn").how_words == ("chaque semaine", "sur LinkedIn")
    assert look("On répond en une heure").how_words == ()


@pytest.mark.parametrize("phrase", ["marketing de contenu", "marketing contextuel", "marketing d’influence"])
def test_c06_the_three_words_in_any_case_and_number(phrase):
    several = " ".join(word if word == "de" else f"{word}s" for word in phrase.split())
    for written in (phrase, phrase.upper(), phrase.capitalize(), several, several.title().replace("De", "de")):
        (finding,) = look(f"Le {written} !").findings
        assert (finding.text, finding.severity) == (written, 3)
        assert finding.plain


def test_c07_the_interface_passes_its_own_check():
    babel = pytest.importorskip("babel.messages.pofile")
    with CATALOGUE.open("rb") as file:
        catalogue = babel.read_po(file, locale="fr")
    checked = 0
    for message in catalogue:
        for spoken, texts in (("en", message.id), ("fr", message.string)):
            language.use(spoken)
            for text in [texts] if isinstance(texts, str) else texts:
                assert look(text).findings == (), text
                checked += 1
    assert checked > 1000


def test_c15_who_it_is_about():
    seen = look("Nous sommes fiers de notre méthode").mirror
    assert (seen.you, seen.we, seen.is_about_us) == (0, 2, True)


def test_d28_a_text_without_a_number_is_known():
    assert not look("Vous connaissez un artisan sans argent à la fin du mois ?").has_number
    assert look(MESSAGE).has_number
