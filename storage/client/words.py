"""Somebody's own words in the client's view: added, silenced, forgotten. Each counts in the language in use then."""

from __future__ import annotations

import sqlite3

from lundi.client import changes
from lundi.client.jargon import OwnWord, checked_word, vocabulary
from lundi.client.phrases import normal
from lundi.time.days import Moment
from lundi.words import language
from lundi.words.errors import NotUnderstood
from lundi.words.language import gettext as _
from lundi.words.text import clean
from storage.file.journal import batch
from storage.file.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def read_own_words(session: Session) -> tuple[OwnWord, ...]:
    """The words of every language, silenced ones too."""
    with session.reading() as connection:
        rows = connection.execute(
            "SELECT language, term, plain, severity, silenced FROM jargon_word ORDER BY language, term"
        )
        return tuple(
            OwnWord(row["language"], row["term"], row["plain"], row["severity"], bool(row["silenced"])) for row in rows
        )


def add_word(session: Session, term: str, plain: str, severity: int, now: Moment) -> str:
    """Have a word found from now on, also one that was silenced; return it as it is kept.

    One that is there already is changed, and keeps its plain words where none are given. NotUnderstood when there is
    nothing in it to be found.
    """
    word = OwnWord(language.current(), checked_word(term), clean(plain), severity)
    with session.writing(now) as connection:
        present = _in_use(read_own_words(session)).get(normal(word.term))
        if present is not None:
            word = OwnWord(present.language, present.term, word.plain or present.plain, severity)
        if word != present:
            with batch(connection, changes.WORD_ADDED, now, {"term": word.term}):
                _write(connection, word)
    return word.term


def silence_word(session: Session, text: str, now: Moment) -> str:
    """Have a term, of which a text is a form, not found any more in any form; return it.

    NotUnderstood when it is none, neither of the list nor of one's own.
    """
    with session.writing(now) as connection:
        own = read_own_words(session)
        term = _term(text, own)
        if term is None:
            raise NotUnderstood(_("'{text}' is not in the list. Nothing was changed.").format(text=clean(text)))
        word = _in_use(own).get(normal(term)) or OwnWord(language.current(), term)
        if not word.silenced:
            with batch(connection, changes.WORD_SILENCED, now, {"term": word.term}):
                _write(connection, OwnWord(word.language, word.term, word.plain, word.severity, silenced=True))
    return word.term


def forget_word(session: Session, text: str, now: Moment) -> str:
    """Take a word of one's own away, or let a silenced one be found again; return it. NotUnderstood for any other."""
    with session.writing(now) as connection:
        own = read_own_words(session)
        word = _in_use(own).get(normal(_term(text, own) or ""))
        if word is None:
            raise NotUnderstood(_("'{text}' is none of your own words. Nothing was changed.").format(text=clean(text)))
        with batch(connection, changes.WORD_FORGOTTEN, now, {"term": word.term}):
            connection.execute("DELETE FROM jargon_word WHERE language = ? AND term = ?", (word.language, word.term))
    return word.term


def _in_use(own: Iterable[OwnWord]) -> dict[str, OwnWord]:
    """The words of the language in use, by how they are compared."""
    return {normal(word.term): word for word in own if word.language == language.current()}


def _term(text: str, own: Iterable[OwnWord]) -> str | None:
    """The term of which a text is a form; one's own word that is written like it before any other."""
    word = _in_use(own).get(normal(text))
    return word.term if word else vocabulary(language.current(), own).term_of(clean(text))


def _write(connection: sqlite3.Connection, word: OwnWord) -> None:
    connection.execute(
        "INSERT INTO jargon_word (language, term, plain, severity, silenced) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (language, term) DO UPDATE"
        " SET plain = excluded.plain, severity = excluded.severity, silenced = excluded.silenced",
        (word.language, word.term, word.plain, word.severity, word.silenced),
    )
