"""The door: language, file, command. Errors become one or two lines and an exit code."""

from __future__ import annotations

import errno
import importlib
import os
import sys
from io import BytesIO, TextIOWrapper

from cli.commands import ALIASES, COMMANDS, note_typed, unknown
from cli.context import Context, clock_of
from lundi import __version__
from lundi.words import language
from lundi.words.errors import LundiError, NotUnderstood, Unavailable
from lundi.words.language import gettext as _
from storage.file.location import default_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

_BROKEN_PIPE = 0  # whoever read us has read enough
_INTERRUPTED = 130
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO) if os.name == "posix" else (errno.ENOSPC,)
_WITH_A_VALUE = ("--db", "--lang")


def main(arguments: list[str] | None = None) -> int:
    """Run one command; without one, open the dashboard. Returns the exit code."""
    unheard = _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that has no letter for it shows '?'
    language.use(language.of_locale(os.environ))
    try:
        status = _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
        if unheard is not None and unheard.getvalue():
            raise Unavailable(_("What was asked for is done, but not said: the standard output is closed."))
    except LundiError as error:
        print(error.sentence, file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except OSError as error:
        if error.errno not in _FULL:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left of it would fail once more
        print(_("The output could not be written: there is no room for it."), file=sys.stderr)
        return Unavailable.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


def _open_closed_streams() -> BytesIO | None:
    """A stream that whoever called us has closed is None to Python: nothing comes from it, and nothing is heard of it.
    Returns what will be said to a standard output that is closed; None where it is open."""
    unheard = None
    if sys.stdin is None:
        sys.stdin = TextIOWrapper(BytesIO())
    if sys.stdout is None:
        unheard = BytesIO()
        sys.stdout = TextIOWrapper(unheard, encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = TextIOWrapper(BytesIO(), encoding="utf-8")
    return unheard


def _run(arguments: list[str]) -> int:
    options, words = _global_options(arguments)
    _speak(options.get("--lang", ""), os.environ.get("LUNDI_LANG", ""))
    if "--version" in options:
        print(f"lundi {__version__}")
        return 0
    if not words:
        words = ["dashboard"]
    note_typed(words)
    command = ALIASES.get(words[0], words[0])
    if command not in COMMANDS:
        raise unknown(words[0])
    # The lazy door of cli: only the module of the command in use is imported, so that a tick stays quick.
    module = importlib.import_module(COMMANDS[command])
    context = Context(
        options.get("--db") or os.environ.get("LUNDI_DB") or default_path(),
        clock_of(os.environ),
        language_is_given=bool(language.given_by()),
    )
    status: int = module.run(context, command, words[1:])
    return status


def _global_options(arguments: list[str]) -> tuple[dict[str, str], list[str]]:
    """The options that may stand before or after any command, and the other words.

    By hand, because a second argparse parser would take a tenth of a tick's time. After '--' nothing is an option.
    """
    options: dict[str, str] = {}
    words: list[str] = []
    rest = iter(arguments)
    for word in rest:
        name, equals, value = word.partition("=")
        if word == "--":
            words += [word, *rest]
        elif word == "--version":
            options[word] = ""
        elif name in _WITH_A_VALUE:
            given = value if equals else next(rest, None)
            if given is None:
                raise NotUnderstood(
                    _("{option} needs a value. `{command} --help` shows how.").format(option=name, command="lundi")
                )
            options[name] = given
        else:
            words.append(word)
    return options, words


def _speak(option: str, variable: str) -> None:
    """Speak the language that came with the call, the option's first; without one, the computer's goes on."""
    wanted = option or variable
    if wanted and wanted not in language.LANGUAGES:
        raise NotUnderstood(_("'{word}' is no language of lundi. Choose fr or en.").format(word=wanted))
    if wanted:
        language.use(wanted, given_by=f"--lang {option}" if option else f"LUNDI_LANG={variable}")


def entry() -> NoReturn:
    """The program's own end: everything is closed and printed, so that nothing is left for the interpreter to
    tidy up, which would take longer than the tick did."""
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    entry()
