"""Every command: where it lives, and its French name. Both names always work."""

from __future__ import annotations

from lundi.words.errors import NotUnderstood
from lundi.words.language import current
from lundi.words.language import gettext as _
from lundi.words.names import nearest_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COMMANDS = {
    "backup": "cli.backup",
    "check": "cli.check",
    "completion": "cli.completion",
    "dashboard": "cli.dashboard",
    "demo": "cli.demo",
    "doctor": "cli.doctor",
    "export": "cli.export",
    "habit": "cli.habits",
    "help": "cli.help",
    "idea": "cli.ideas",
    "import": "cli.exchange",
    "redo": "cli.undo",
    "restore": "cli.backup",
    "stats": "cli.stats",
    "status": "cli.status",
    "tick": "cli.ticks",
    "today": "cli.week",
    "undo": "cli.undo",
    "untick": "cli.ticks",
    "week": "cli.week",
}

ALIASES = {
    "-h": "help",
    "--help": "help",
    "aide": "help",
    "annuler": "undo",
    "chiffres": "stats",
    "cocher": "tick",
    "complétion": "completion",
    "decocher": "untick",
    "décocher": "untick",
    "etat": "status",
    "état": "status",
    "examiner": "doctor",
    "exporter": "export",
    "habitude": "habit",
    "idee": "idea",
    "idée": "idea",
    "importer": "import",
    "jour": "today",
    "refaire": "redo",
    "relire": "check",
    "restaurer": "restore",
    "sauvegarder": "backup",
    "semaine": "week",
}

HABIT_ALIASES = {
    "ajouter": "add",
    "archiver": "archive",
    "deplacer": "move",
    "déplacer": "move",
    "installer": "settle",
    "lister": "list",
    "modifier": "edit",
    "restaurer": "restore",
}

_typed: list[str] = []  # the names in this call


def note_typed(words: Sequence[str]) -> None:
    """Keep the words of a call, so that its help and its refusals name the command as it was typed."""
    _typed[:] = words


def unknown(word: str) -> NotUnderstood:
    """The refusal of a name that no command has."""
    spoken = french_names(ALIASES)
    names = [spoken.get(command, command) if current() == "fr" else command for command in COMMANDS]
    if name := nearest_of(word, [*names, *COMMANDS, *ALIASES]):
        return NotUnderstood(_("I do not know '{word}'. Did you mean {nearest}?").format(word=word, nearest=name))
    return NotUnderstood(_("I do not know '{word}'. `lundi help` lists the commands.").format(word=word))


def refuse_kind(word: str, known: Sequence[str]) -> NotUnderstood:
    """The refusal of a kind of file that isn't known."""
    listed = ", ".join(known)
    if name := nearest_of(word, known):
        sentence = _("I do not know the kind '{word}'. Did you mean {nearest}? Known: {known}.")
        return NotUnderstood(sentence.format(word=word, nearest=name, known=listed))
    return NotUnderstood(_("I do not know the kind '{word}'. Known: {known}.").format(word=word, known=listed))


def french_names(aliases: Mapping[str, str]) -> dict[str, str]:
    """The French name to show for each command that has one, without the accents that it may be typed with."""
    return {command: alias for alias, command in aliases.items() if alias.isascii() and alias.isalpha()}


def shown(command: str) -> str:
    """A command as people read it: its French name where that was typed or French is spoken.

    'tick' may be 'cocher', and 'habit add' 'habitude ajouter'.
    """
    words = []
    for place, (english, aliases) in enumerate(zip(command.split(), (ALIASES, HABIT_ALIASES), strict=False)):
        typed = _typed[place] if place < len(_typed) else ""
        if aliases.get(typed) == english:
            words.append(typed)
        else:
            words.append(french_names(aliases).get(english, english) if current() == "fr" else english)
    return " ".join(words)
