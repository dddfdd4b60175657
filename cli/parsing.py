"""Reading arguments: argparse, with its errors as our sentences."""

from __future__ import annotations

import argparse

from cli.commands import shown
from cli.words import is_relative
from lundi.words.errors import NotUnderstood
from lundi.words.language import N_
from lundi.words.language import gettext as _
from lundi.words.names import nearest_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

_WIDTH = 79

# argparse has no door for another language but this name of its own, which would look for a catalogue in the system
# (and import locale, for a tenth of a tick's time). Its words that can be seen are listed for ours.
argparse._ = _  # type: ignore[attr-defined]
_ARGPARSE_WORDS = (N_("usage: "), N_("positional arguments"), N_("options"))


class _HelpFormatter(argparse.HelpFormatter):
    """argparse's, at a fixed width: asking for the terminal's would import half of the standard library."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_WIDTH, max_help_position=28)


class Parser(argparse.ArgumentParser):
    """One command's arguments. Nothing is abbreviated, and nothing exits but `--help`."""

    def __init__(self, command: str, description: str = "") -> None:
        super().__init__(
            prog=command if command == "lundi" else f"lundi {shown(command)}",
            description=description,
            formatter_class=_HelpFormatter,
            allow_abbrev=False,
            exit_on_error=False,
            add_help=False,
        )
        self.add_argument("-h", "--help", action="help", help=_("show this help"))

    def error(self, message: str) -> NoReturn:
        raise NotUnderstood(
            _("I do not understand these words. `{command} --help` shows how.").format(command=self.prog)
        )

    def read(self, words: list[str]) -> argparse.Namespace:
        """Parse a command's words. NotUnderstood names the word that doesn't fit."""
        try:
            values, extra = self.parse_known_args([_as_value(word) for word in words])
        except argparse.ArgumentError as error:
            raise NotUnderstood(
                _("{option} needs a value. `{command} --help` shows how.").format(
                    option=error.argument_name, command=self.prog
                )
            ) from error
        if extra:
            options = [option for action in self._actions for option in action.option_strings if option[:2] == "--"]
            word = extra[0].strip()
            if word.startswith("--") and (meant := nearest_of(word, options)):
                sentence = _("I do not understand '{word}' here. Did you mean {nearest}? `{command} --help` shows how.")
                raise NotUnderstood(sentence.format(word=word, nearest=meant, command=self.prog))
            raise NotUnderstood(
                _("I do not understand '{word}' here. `{command} --help` shows how.").format(
                    word=word, command=self.prog
                )
            )
        return values


def _as_value(word: str) -> str:
    """argparse takes a word with a space for a value, whatever it begins with."""
    return f" {word}" if is_relative(word) else word
