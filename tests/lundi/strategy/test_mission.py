"""The mission's helper: what is about size and rank is said to be."""

from __future__ import annotations

import pytest

from lundi.strategy.mission import QUESTIONS, flagged


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Devenir leader du marché", ["leader"]),
        ("Doubler notre chiffre d’affaires, puis le doubler encore", ["doubler", "chiffre d'affaires"]),
        ("Être le numéro 1", ["numero 1"]),
        ("Être le numéro\u00a01 de Brest", ["numero 1"]),
        ("Être n°\u00a01", ["n° 1"]),
        ("Gagner des parts de marché et dominer la région", ["parts de marche", "dominer"]),
        ("More profit, more growth, the BIGGEST of all", ["profit", "growth", "biggest"]),
        ("To be number one", ["number one"]),
    ],
)
def test_d03_words_about_rank_are_flagged(text, words):
    assert flagged(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nous traitons votre maison comme la nôtre",
        "Que plus aucun artisan ne découvre un trou de trésorerie un vendredi soir",
        "Au bénéfice de celles et ceux qui commencent",
        "Que chacun en profite, Dominique la première",
        "Un repas dominical pour tous",
        "We treat your house as ours",
        "Number 12, Main Street, is open to everybody",
        "Le numéro 12 de la rue est ouvert à tous",
    ],
)
def test_d03_words_about_others_are_not(text):
    assert flagged(text) == []


def test_d03_there_are_four_plain_questions():
    assert len(QUESTIONS) == 4
    assert all(question.endswith("?") for question in QUESTIONS)
