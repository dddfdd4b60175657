"""The language in use. English sentences are the keys; French is a catalogue beside them."""

from __future__ import annotations

import os

LANGUAGES = ("en", "fr")
_MAGIC = 0x950412DE
CATALOGUES = os.path.join(os.path.dirname(os.path.dirname(__file__)), "locale")

_NUMBER, _ENTRY = 4, 8  # bytes: of a number; of an entry of a table, which is how long a text is and where it stands


class Catalogue:
    """A compiled catalogue (.mo). Its msgids are sorted, as the format wants them: a sentence is looked up where it
    stands. Reading all of them, as gettext does, takes longer than a tick."""

    def __init__(self, content: bytes) -> None:
        """ValueError when it is none."""
        self._content = content
        if self._number(0) != _MAGIC:
            raise ValueError("no catalogue")
        # After the revision: how many there are, and where the tables of msgids and of texts begin.
        self._count, self._msgids, self._texts = (self._number(place * _NUMBER) for place in (2, 3, 4))

    def _number(self, start: int) -> int:
        return int.from_bytes(self._content[start : start + _NUMBER], "little")

    def _text(self, table: int, place: int) -> bytes:
        entry = table + place * _ENTRY
        length, start = self._number(entry), self._number(entry + _NUMBER)
        return self._content[start : start + length]

    def forms(self, msgid: str) -> list[str]:
        """Its translation, in the singular and in the plural where it has one; empty where there is none."""
        wanted = msgid.encode()
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            found = self._text(self._msgids, middle).partition(b"\0")[0]
            if found == wanted:
                return self._text(self._texts, middle).decode().split("\0")
            low, high = (middle + 1, high) if found < wanted else (low, middle)
        return []


_current = "en"
_given_by = ""
_catalogue: Catalogue | None = None  # None for the language of the code


def use(language: str, given_by: str = "") -> None:
    """Speak 'en' or 'fr' from now on, in the whole process; whatever is set, where it was given with the call."""
    global _current, _catalogue, _given_by
    if language not in LANGUAGES:
        raise ValueError(language)
    _current, _given_by = language, given_by
    _catalogue = None if language == "en" else _read(os.path.join(CATALOGUES, language, "LC_MESSAGES", "lundi.mo"))


def _read(path: str) -> Catalogue:
    with open(path, "rb") as file:
        return Catalogue(file.read())


def N_(message: str) -> str:
    """Mark a msgid that is translated later, where it is shown."""
    return message


def current() -> str:
    """The code of the language in use: 'en' or 'fr'."""
    return _current


def given_by() -> str:
    """What in the call gave the language, '--lang fr' or 'LUNDI_LANG=fr', so that no setting changes it; or ''."""
    return _given_by


def of_locale(environment: dict[str, str] | os._Environ[str]) -> str:
    """The language that an environment asks for (LC_ALL, then LC_MESSAGES, then LANG); English by default."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "fr" if value.lower().startswith("fr") else "en"
    return "en"


def wanted(setting: str, environment: dict[str, str] | os._Environ[str]) -> str:
    """The language of a setting, or with '' (or a word that is none) the one that an environment asks for."""
    return setting if setting in LANGUAGES else of_locale(environment)


def gettext(message: str) -> str:
    """The sentence in the language in use; as it is where it isn't translated."""
    forms = _catalogue.forms(message) if _catalogue is not None else []
    return forms[0] if forms else message


def ngettext(one: str, many: str, count: int) -> str:
    """The sentence for that many things, in the language in use. In French nothing and one are singular."""
    forms = _catalogue.forms(one) if _catalogue is not None else []
    if len(forms) > 1:
        return forms[count > 1]
    return one if count == 1 else many
