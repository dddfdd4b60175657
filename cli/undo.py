"""lundi undo, lundi redo."""

from __future__ import annotations

import sys

from cli.context import Context
from cli.parsing import Parser
from lundi.time.formats import day_short
from lundi.words.errors import NotUnderstood, Refused
from lundi.words.language import gettext as _
from storage.file.undo import last_changes, redo_several, undo

_MOST = 1000
_LISTED = 20
_UNASKED = 5  # changes that are taken back at a terminal without a word


def run(context: Context, command: str, words: list[str]) -> int:
    """Take the last changes back, or take that back, and say each."""
    parser = Parser(command, _("Take the last changes back.") if command == "undo" else _("Take an undo back."))
    parser.add_argument("count", nargs="?", metavar="N", help=_("how many changes"))
    if command == "undo":
        parser.add_argument("--list", action="store_true", help=_("the last 20 changes"))
        parser.add_argument("--yes", action="store_true", help=_("take back more than 5 without being asked"))
    values = parser.read(words)
    count = 1 if values.count is None else _number(values.count)
    with context.look() as store:
        if store is None:
            raise Refused(_("Nothing to undo.") if command == "undo" else _("Nothing to redo."))
        if command == "redo":
            for change in redo_several(store, context.now_for_writing(store), count):
                print(_("Redone: {change}").format(change=change.sentence))
        elif values.list:
            listed = last_changes(store, _LISTED)
            if not listed:
                print(_("Nothing was changed yet."))
            for number, change in enumerate(listed, 1):
                print(f"{number:>3}  {day_short(change.made_on)}  {change.sentence}")
        else:
            if count > _UNASKED and sys.stdin.isatty() and not values.yes:
                raise Refused(
                    _("That takes {count} changes back. `lundi undo {count} --yes` does; `--list` shows them.").format(
                        count=count
                    )
                )
            for change in undo(store, context.now_for_writing(store), count):
                print(_("Undone: {change}").format(change=change.sentence))
    return 0


def _number(text: str) -> int:
    if not (text.strip().isascii() and text.strip().isdigit() and 1 <= int(text) <= _MOST):
        raise NotUnderstood(
            _("'{text}' is no number of changes: from 1 to {most}.").format(text=text.strip(), most=_MOST)
        )
    return int(text)
