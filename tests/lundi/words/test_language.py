"""Sentences are looked up where they stand in the compiled catalogue: all of them, as gettext reads them."""

from __future__ import annotations

import gettext
import os

import pytest

from lundi.words import language
from lundi.words.language import CATALOGUES, Catalogue

PATH = os.path.join(CATALOGUES, "fr", "LC_MESSAGES", "lundi.mo")


@pytest.fixture(scope="module")
def content() -> bytes:
    with open(PATH, "rb") as file:
        return file.read()


@pytest.fixture(scope="module")
def theirs():
    with open(PATH, "rb") as file:
        return gettext.GNUTranslations(file)


def test_every_sentence_is_that_of_gettext(content, theirs):
    ours = Catalogue(content)
    texts = {msgid: text for msgid, text in theirs._catalog.items() if msgid}
    assert len(texts) > 1400
    for msgid, text in texts.items():
        name, form = msgid if isinstance(msgid, tuple) else (msgid, 0)
        assert ours.forms(name)[form] == text


def test_the_plural_is_that_of_gettext(theirs):
    language.use("fr")
    for count in (0, 1, 2, 5, 100):
        for one, many in (("{count} habit at most", "{count} habits at most"), ("{count} week.", "{count} weeks.")):
            assert language.ngettext(one, many, count) == theirs.ngettext(one, many, count)


def test_what_is_not_translated_is_said_as_it_is(content):
    language.use("fr")
    assert language.gettext("no such sentence") == "no such sentence"
    assert language.ngettext("no such thing", "no such things", 2) == "no such things"
    assert Catalogue(content).forms("") != []  # the header is looked up like the rest
    assert Catalogue(content).forms("zzz") == Catalogue(content).forms("!!!") == []


def test_another_file_is_no_catalogue():
    with pytest.raises(ValueError, match="no catalogue"):
        Catalogue(b"not a catalogue at all, but long enough")
