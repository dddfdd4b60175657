"""A few letters find the one thing meant, in the order of PRODUCT.md section 5."""

import pytest

from lundi.words.errors import NotUnderstood
from lundi.words.names import Named, find

ARTICLE = Named("a" * 32, "Écrire l’article")
SERVICE = Named("b" * 32, "Un service rendu aujourd'hui")
CALLS = Named("c" * 32, "Appels")
HEART = Named("d" * 32, "Cœur de métier")
ALL = [ARTICLE, SERVICE, CALLS, HEART]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("ecr", ARTICLE), ("ÉCR", ARTICLE), ("e\u0301cr", ARTICLE), ("art", ARTICLE), ("l'art", ARTICLE),
        ("l’art", ARTICLE), ("lʼart", ARTICLE), ("écrire l'article", ARTICLE),
        ("serv", SERVICE), ("Service rendu", SERVICE), ("aujourd’hui", SERVICE), ("un service", SERVICE),
        ("app", CALLS), (" appels ", CALLS), ("coeur", HEART), ("CŒUR", HEART), ("metier", HEART),
    ],
)  # fmt: skip
def test_the_beginning_of_any_word_is_enough(text, named):
    assert find(text, ALL) == named


@pytest.mark.parametrize("text", ["ticle", "pels", "xyz", "services", "écrire article"])
def test_the_middle_of_a_word_is_not(text):
    with pytest.raises(NotUnderstood) as refused:
        find(text, ALL)
    assert text in refused.value.sentence
    assert refused.value.exit_code == 2


@pytest.mark.parametrize("text", ["", "  ", "\u0301"])
def test_nothing_means_nothing(text):
    with pytest.raises(NotUnderstood):
        find(text, ALL)


def test_an_exact_name_comes_before_longer_ones():
    longer = Named("e" * 32, "Appels froids")
    assert find("appels", [longer, CALLS]) == CALLS
    assert find("appels f", [longer, CALLS]) == longer


def test_an_exact_archived_name_comes_before_an_active_beginning():
    archived = Named("e" * 32, "Appel", active=False)
    assert find("appel", [CALLS, archived]) == archived


def test_an_active_beginning_comes_before_an_archived_one():
    archived = Named("e" * 32, "Appels froids", active=False)
    assert find("app", [archived, CALLS]) == CALLS
    assert find("froid", [archived, CALLS]) == archived


def test_an_id_or_eight_of_its_characters():
    named = Named("0123456789abcdef0123456789abcdef", "Étude")
    others = [named, CALLS]
    assert find(named.id, others) == named
    assert find("01234567", others) == named
    assert find("01234567".upper(), others) == named
    with pytest.raises(NotUnderstood):
        find("0123456", others)


def test_a_name_comes_before_an_id_and_an_id_before_a_beginning():
    by_id = Named("deadbeef" + "0" * 24, "Étude")
    by_name = Named("1" * 32, "Deadbeef")
    by_beginning = Named("2" * 32, "Deadbeef sandwich")
    assert find("deadbeef", [by_id, by_name, by_beginning]) == by_name
    assert find("deadbeef", [by_id, by_beginning]) == by_id


def test_several_that_fit_are_listed():
    artisans = Named("e" * 32, "Artisans")
    with pytest.raises(NotUnderstood) as refused:
        find("art", [Named("f" * 32, "Article"), artisans, CALLS])
    assert "Article" in refused.value.sentence
    assert "Artisans" in refused.value.sentence
    assert "Appels" not in refused.value.sentence
    assert refused.value.exit_code == 2


def test_two_of_the_same_name_are_told_apart_by_their_ids():
    twins = [Named(start + "0" * 24, "Appels", active=False) for start in ("12345678", "87654321")]
    with pytest.raises(NotUnderstood) as refused:
        find("appels", twins)
    for twin in twins:
        assert twin.id[:8] in refused.value.sentence
        assert find(twin.id[:8], twins) == twin
