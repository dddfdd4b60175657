"""The language in use. English sentences are the keys; French is a catalogue beside them."""

from __future__ import annotations

import gettext as _gettext
import os

LANGUAGES = ("en", "fr")
CATALOGUES = os.path.join(os.path.dirname(os.path.dirname(__file__)), "locale")

_current = "en"
_given_by = ""
_catalogue = _gettext.NullTranslations()


def use(language: str, given_by: str = "") -> None:
    """Speak 'en' or 'fr' from now on, in the whole process; whatever is set, where it was given with the call."""
    global _current, _catalogue, _given_by
    if language not in LANGUAGES:
        raise ValueError(language)
    _current, _given_by = language, given_by
    _catalogue = (
        _gettext.NullTranslations()
        if language == "en"
        else _read(os.path.join(CATALOGUES, language, "LC_MESSAGES", "lundi.mo"))
    )


def _read(path: str) -> _gettext.GNUTranslations:
    """A compiled catalogue; gettext's own search would import locale, which a tick has no time for."""
    with open(path, "rb") as file:
        return _gettext.GNUTranslations(file)


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
    """The sentence in the language in use."""
    return _catalogue.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The sentence for that many things, in the language in use."""
    return _catalogue.ngettext(one, many, count)
