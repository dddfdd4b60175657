"""lundi completion: the scripts that let a shell complete, and the words they ask for."""

from __future__ import annotations

import os

from cli.candidates import FILES, SHELLS, candidates
from cli.context import Context
from cli.parsing import Parser
from cli.quoting import for_bash, unquoted
from lundi.words.errors import NotUnderstood
from lundi.words.language import gettext as _
from lundi.words.text import fold

_SCRIPTS = os.path.join(os.path.dirname(__file__), "completion_scripts")
_WORDS = "words"  # lundi completion words SHELL -- WORD…: how the scripts ask


def run(context: Context, _command: str, words: list[str]) -> int:
    """Print the script of a shell, or, for a script, what the last word of a line may become."""
    if words[:1] == [_WORDS]:
        shell, _dashes, *typed = words[1:] if len(words) > 2 else ("", "--")
        for word in _candidates(context, shell, typed or [""]):
            print(word)
        return 0
    parser = Parser("completion", _("Print what a shell reads as it starts, to complete commands and habits."))
    parser.add_argument("shell", nargs="?", metavar=_("SHELL"), help="bash, zsh, fish")
    shell = parser.read(words).shell
    if shell not in SHELLS:
        raise NotUnderstood(_("Which shell? bash, zsh or fish. Example: lundi completion bash"))
    with open(os.path.join(_SCRIPTS, f"lundi.{shell}"), encoding="utf-8") as script:
        print(script.read(), end="")
    return 0


def _candidates(context: Context, shell: str, words: list[str]) -> list[str]:
    """The candidates as the script of a shell gives them on. zsh and fish put their own quotes around them.

    bash and zsh pass words as they stand on the line; fish has taken the quotes off all but the last.
    """
    if shell == "bash":
        words = _joined_options(words)
    *before, last = words
    typed, quote = unquoted(last)
    if shell != "fish":
        before = [unquoted(word)[0] for word in before]
    found = candidates(context, [*before, typed])
    if shell != "bash" or found == [FILES]:
        return found
    if quote and not last.startswith(quote):
        return []  # readline would put the whole name after that quote
    return [for_bash(word, quote) for word in _no_step_back(found, typed)]


def _joined_options(words: list[str]) -> list[str]:
    """'--db' 'FILE' for '--db' '=' 'FILE', into which readline cuts it."""
    kept = [word for place, word in enumerate(words) if word != "=" or not words[place - 1].startswith("--")]
    return kept if words[-1] != "=" else [*kept, ""]


def _no_step_back(found: list[str], typed: str) -> list[str]:
    """Without those names that would make readline put less in the place of what was typed.

    It puts what all candidates begin with; where their first letters differ it leaves the word alone.
    """
    beginning = [word for word in found if fold(word).startswith(fold(typed))]
    return beginning if len(found) > 1 and len({word[:1] for word in found}) == 1 else found
