"""lundi help: every command in a line, or the words of one."""

from __future__ import annotations

import importlib

from cli.commands import ALIASES, COMMANDS, french_names, note_typed, unknown
from cli.context import Context
from lundi.words.language import current
from lundi.words.language import gettext as _

_HERE, _DASHBOARD = "help", "dashboard"  # commands without words of their own


def run(context: Context, _command: str, asked: list[str]) -> int:
    """List the commands with what they do; with a command's name, what `--help` says of that one. NotUnderstood for
    another name."""
    if asked:
        command = ALIASES.get(asked[0], asked[0])
        if command not in COMMANDS:
            raise unknown(asked[0])
        if command not in (_HERE, _DASHBOARD):
            note_typed(asked)
            status: int = importlib.import_module(COMMANDS[command]).run(context, command, [*asked[1:], "--help"])
            return status
    _list()
    return 0


def _list() -> None:
    words = {
        "backup": _("copy the file: backup, backup FILE"),
        "check": _("the client's view of a text: check FILE"),
        "completion": _("for the shell: completion bash, zsh or fish"),
        "demo": _("the sample year; nothing of yours is touched"),
        "doctor": _("examine the file"),
        "export": _("write everything out: export json FILE, export csv DIR"),
        "habit": _("list, add, edit, settle, archive, restore, move"),
        "idea": _("keep an idea until Monday"),
        "import": _("bring in: import json FILE, import loop FILE"),
        "redo": _("take an undo back"),
        "restore": _("put a copy back: restore FILE"),
        "stats": _("score per week, strength, streak"),
        "status": _("one line for a prompt"),
        "tick": _("tick a habit: tick calls, tick calls 2 --date mon"),
        "today": _("what is left today"),
        "undo": _("take the last changes back"),
        "untick": _("take ticks back"),
        "week": _("the plan and what is done"),
    }
    french = french_names(ALIASES)
    print(_("lundi, alone, opens the dashboard. Or one command:") + "\n")
    for command in COMMANDS:
        if command in words:
            name = french.get(command, command) if current() == "fr" else command
            print(f"  {name:<12}{words[command]}")
    print("\n" + _("`lundi help tick` says more of one.").replace("`", ""))
    print(_("Every command: --db FILE, --lang fr|en, --help. LUNDI_DB and LUNDI_LANG say the same."))
