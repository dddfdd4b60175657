"""Reading arguments: argparse, with its errors as our sentences."""

from __future__ import annotations

import argparse
import re

from lundi.errors import NotUnderstood
from lundi.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

_END_OF_OPTIONS = "--"
_RELATIVE = re.compile(r"-\d+[wsWS]?")  # '-3' days, '-1w' weeks: values, not options


class Parser(argparse.ArgumentParser):
    """One command's arguments. Nothing is abbreviated, and nothing exits but `--help`."""

    Values = argparse.Namespace

    def __init__(self, command: str, description: str = "", *, add_help: bool = True) -> None:
        super().__init__(
            prog=command if command == "lundi" else f"lundi {command}",
            description=description,
            allow_abbrev=False,
            exit_on_error=False,
            add_help=False,
        )
        if add_help:
            self.add_argument("-h", "--help", action="help", help=_("show this help"))

    def error(self, message: str) -> NoReturn:
        raise NotUnderstood(_("I do not understand these words. `{command} --help` shows how.").format(command=self.prog))

    def read(self, words: list[str]) -> argparse.Namespace:
        """Parse a command's words. NotUnderstood names the word that doesn't fit."""
        values, extra = split_words(self, words)
        if extra:
            raise NotUnderstood(
                _("I do not understand '{word}' here. `{command} --help` shows how.").format(
                    word=extra[0], command=self.prog
                )
            )
        return values


def split_words(parser: Parser, words: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """What a parser knows, and the words that it leaves. What follows '--' is never an option."""
    try:
        values, extra = parser.parse_known_args([_as_value(word) for word in words])
    except argparse.ArgumentError as error:
        raise NotUnderstood(
            _("{option} needs a value. `{command} --help` shows how.").format(
                option=error.argument_name, command=parser.prog
            )
        ) from error
    return values, [word.strip() if _RELATIVE.fullmatch(word.strip()) else word for word in extra]


def _as_value(word: str) -> str:
    """argparse takes a word with a space for a value, whatever it begins with."""
    return f" {word}" if _RELATIVE.fullmatch(word) else word


def joined(words: list[str]) -> str:
    """Words of a name or a text that was typed without quotes."""
    return " ".join(word.strip() if _RELATIVE.fullmatch(word.strip()) else word for word in words)
