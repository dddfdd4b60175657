"""What can stand next on a line of lundi: commands, options, habits, days. The scripts of `lundi completion` ask here.

One table says what each command's words are. Its options are read off its own --help, where they are written.
"""

from __future__ import annotations

import importlib
import io
import os
import re
from contextlib import redirect_stdout, suppress

from cli.commands import ALIASES, COMMANDS, HABIT_ALIASES, french_names
from cli.context import Context
from lundi.record import record
from lundi.time.formats import weekday_short
from lundi.time.weeks import DAYS
from lundi.words import language
from lundi.words.errors import LundiError, NotUnderstood
from lundi.words.language import gettext as _
from lundi.words.names import Named, find
from lundi.words.text import fold
from storage.habits.glance import HabitName, habit_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

SHELLS = ("bash", "zsh", "fish")
FILES = "\tfiles"  # asks the shell for names of files; no name of ours begins with a tab

_LANGUAGE = "LANGUAGE"
_RECENT_DAYS = {"en": ("today", "yesterday"), "fr": ("aujourd’hui", "hier")}
# A line of argparse's help: an option, and what stands for its value. From Python 3.14 on it may be coloured.
_OPTION = re.compile(r"^ +(?:-\w(?: \S+)?, )?(--[\w-]+)(?: (\S+))?", re.MULTILINE)
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@record
class Line:
    """A line up to the cursor."""

    words: tuple[str, ...]  # those after the command, options left out
    typed: str  # what there is of the word under the cursor
    path: str  # the file

    def beginning(self, words: Iterable[str]) -> list[str]:
        """Those of some words that begin with what is typed."""
        return [word for word in words if fold(word).startswith(fold(self.typed))]


def candidates(context: Context, words: list[str]) -> list[str]:
    """What the last of the words after `lundi` may become; FILES alone where it is the name of a file.

    The words come as the shell would hand them over, without its quotes.
    """
    *before, typed = words or [""]
    known = {"--db": _("FILE"), "--lang": _LANGUAGE}
    plain, given, pending = _read(before, known)
    if given.get("--lang") in language.LANGUAGES:
        language.use(given["--lang"])
    command, length = _command(plain)
    if not command:
        known["--version"] = ""
    if any(word.startswith("-") for word in (*before, typed)):
        known |= _options(context, command)
        plain, given, pending = _read(before, known)
    head, equals, value = typed.partition("=")
    if equals and head in known:
        pending, typed = head, value
    path = os.path.expandvars(os.path.expanduser(given.get("--db", ""))) or context.path
    line = Line(tuple(plain[length:]), typed, path)
    if pending:
        found = _value(known[pending], line)
    else:
        found = line.beginning(known) if typed.startswith("-") else _word(command, line)
    return [head + equals + word for word in found] if equals and found != [FILES] else found


def _read(words: Sequence[str], known: Mapping[str, str]) -> tuple[list[str], dict[str, str], str]:
    """Words that are no options, the options with their values, and the option that still waits for its value."""
    plain: list[str] = []
    given: dict[str, str] = {}
    pending = ""
    for word in words:
        if pending:
            given[pending], pending = word, ""
        elif word.startswith("--"):
            option, equals, value = word.partition("=")
            given[option] = value
            pending = option if known.get(option) and not equals else ""
        else:
            plain.append(word)
    return plain, given, pending


def _command(plain: Sequence[str]) -> tuple[str, int]:
    """The English name of the command ('tick', 'habit add', '' for none yet), and how many words it took."""
    first = ALIASES.get(plain[0], plain[0]) if plain else ""
    if first != "habit" or len(plain) == 1:
        return first, len(plain[:1])
    return f"habit {HABIT_ALIASES.get(plain[1], plain[1])}", 2


def _options(context: Context, command: str) -> dict[str, str]:
    """The options that a command's help lists, with what stands there for their values ('' for none)."""
    name, *further = command.split() or ["dashboard"]
    if name not in COMMANDS:
        return {}
    # The same lazy door as that of cli.main. Asked for its help, no command does anything else.
    module = importlib.import_module(COMMANDS[name])
    with redirect_stdout(io.StringIO()) as said, suppress(SystemExit, LundiError):
        module.run(context, name, [*further, "--help"])
    return dict(_OPTION.findall(_COLOURS.sub("", said.getvalue())))


# What can stand in a place: from the line to its candidates.


def _files(_line: Line) -> list[str]:
    return [FILES]


def _days(line: Line) -> list[str]:
    return line.beginning([*_RECENT_DAYS[language.current()], *_weekdays()])


def _weekday_list(line: Line) -> list[str]:
    """'mon,thu': what follows the last comma."""
    before = line.typed[: line.typed.rfind(",") + 1]
    return line.beginning(before + day for day in _weekdays())


def _weekdays() -> list[str]:
    return [weekday_short(number).lower() for number in range(1, DAYS + 1)]


def _one_of(*words: str) -> Callable[[Line], list[str]]:
    return lambda line: line.beginning(words)


def _commands(names: Iterable[str], aliases: Mapping[str, str]) -> Callable[[Line], list[str]]:
    """Commands, offered by their names in the language in use; letters find the English ones too, or any other."""
    english = tuple(names)
    french = french_names(aliases)

    def commands(line: Line) -> list[str]:
        own = [french.get(name, name) for name in english] if language.current() == "fr" else english
        if not line.typed:
            return sorted(own)
        return sorted(line.beginning({*own, *english})) or line.beginning(aliases)

    return commands


def _habits(fits: Callable[[HabitName], bool]) -> Callable[[Line], list[str]]:
    """Some habits' names that the typed letters mean; after words of a name, the rest of it."""

    def names(line: Line) -> list[str]:
        names = list(dict.fromkeys(habit.name for habit in habit_names(line.path) if fits(habit)))
        if line.words:
            return line.beginning(rest for name in names for rest in _rests(name, line.words))
        return [name for name in names if not line.typed.strip() or _means(line.typed, name)]

    return names


def _means(text: str, name: str) -> bool:
    """Whether a text would find a habit of that name."""
    try:
        find(text, [Named("", name)])
    except NotUnderstood:
        return False
    return True


def _rests(name: str, before: Sequence[str]) -> list[str]:
    """'service rendu' for 'Un service rendu' after 'un': the words of a name that may follow some of them."""
    words, wanted, length = name.split(), [fold(word) for word in before], len(before)
    folded = [fold(word) for word in words]
    return [
        " ".join(words[start + length :])
        for start in range(len(words) - length)
        if folded[start : start + length] == wanted
    ]


_NOT_ARCHIVED = _habits(lambda habit: not habit.archived)
_CURRENT = _habits(lambda habit: not (habit.archived or habit.settled))
_PUT_AWAY = _habits(lambda habit: habit.archived or habit.settled)
_OF_SEVERAL_WORDS = (_NOT_ARCHIVED, _CURRENT, _PUT_AWAY)

# What each command takes, a place each. 'backup' takes a file; 'import' takes a kind, then a file.
_TAKES: dict[str, tuple[Callable[[Line], list[str]], ...]] = {
    "": (_commands(COMMANDS, ALIASES),),
    "backup": (_files,),
    "check": (_files,),
    "completion": (_one_of(*SHELLS),),
    "export": (_one_of("json", "csv"), _files),
    "habit": (_commands(sorted(set(HABIT_ALIASES.values())), HABIT_ALIASES),),
    "habit archive": (_NOT_ARCHIVED,),
    "habit edit": (_NOT_ARCHIVED,),
    "habit move": (_CURRENT,),
    "habit restore": (_PUT_AWAY,),
    "habit settle": (_CURRENT,),
    "import": (_one_of("json", "loop"), _files),
    "restore": (_files,),
    "tick": (_NOT_ARCHIVED,),
    "untick": (_NOT_ARCHIVED,),
    "week": (_days,),
}


def _word(command: str, line: Line) -> list[str]:
    """What a word that is no option may become."""
    takes = _TAKES.get(command, ())
    place = len(line.words)
    if takes and takes[0] in _OF_SEVERAL_WORDS:
        place = 0
    return takes[place](line) if place < len(takes) else []


def _value(metavar: str, line: Line) -> list[str]:
    """What the value of an option may become, by the word that stands for it in the help."""
    kinds = {
        _("FILE"): _files,
        _("DAY"): _days,
        _("DAYS"): _weekday_list,
        _LANGUAGE: _one_of(*language.LANGUAGES),
    }
    return kinds[metavar](line) if metavar in kinds else []
