"""Somebody's own words: each change is one, undone as any other, and counts in one language."""

from lundi.words import language
from storage.client.words import add_word, forget_word, read_own_words, silence_word
from storage.file.undo import redo, undo
from storage.store import Store


def test_each_change_is_one_and_nothing_new_is_none(store, now, dump):
    assert read_own_words(store) == ()
    assert add_word(store, " Hands-on\n", "with you", 3, now) == "Hands-on"
    before = dump(store.connection)
    assert add_word(store, "hands on", "", 3, now) == "Hands-on"
    assert silence_word(store, "Leads", now) == "lead"
    after = dump(store.connection)
    assert silence_word(store, "lead", now) == "lead"
    assert [(word.term, word.plain, word.severity, word.silenced) for word in read_own_words(store)] == [
        ("Hands-on", "with you", 3, False),
        ("lead", "", 2, True),
    ]
    assert [change.sentence for change in undo(store, now)] == ["word silenced: lead"]
    assert dump(store.connection) == before
    redo(store, now)
    assert dump(store.connection) == after
    assert forget_word(store, "leads", now) == "lead"
    assert forget_word(store, "HANDS ON", now) == "Hands-on"
    assert read_own_words(store) == ()
    undo(store, now, 4)
    assert read_own_words(store) == ()


def test_an_own_word_of_each_language(store, now):
    add_word(store, "synergie", "ensemble", 3, now)
    language.use("fr")
    silence_word(store, "synergies", now)
    assert [(word.language, word.term, word.silenced) for word in read_own_words(store)] == [
        ("en", "synergie", False),
        ("fr", "synergie", True),
    ]


def test_what_another_program_wrote_is_read(database, store, now):
    store.connection.execute("INSERT INTO jargon_word VALUES ('en', 'x' || char(27), '', 1, 0)")
    with Store.open(str(database)) as other:
        assert [word.severity for word in read_own_words(other)] == [1]
