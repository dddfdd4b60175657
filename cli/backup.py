"""lundi backup, lundi restore."""

from __future__ import annotations

import os
from collections.abc import Iterator

from cli.context import Context
from cli.doctor import counts
from cli.parsing import Parser
from lundi.time.formats import day_short
from lundi.words.errors import LundiError, NotUnderstood, Refused
from lundi.words.language import gettext as _
from lundi.words.text import clean
from storage.doctor import examine, unreadable_cells
from storage.file.copies import daily_copies, folder_of, keep_as, keep_aside
from storage.file.restore import opened_copy, restore


def run(context: Context, command: str, words: list[str]) -> int:
    """Copy the file, or put a copy back, and say where everything is."""
    if command == "backup":
        return _backup(context, words)
    return _restore(context, words)


def _backup(context: Context, words: list[str]) -> int:
    parser = Parser("backup", _("A safe copy of the file, also while the dashboard is open."))
    parser.add_argument(
        "file", nargs="?", metavar=_("FILE"), help=_("where; by default in the folder of the copies, beside the file")
    )
    values = parser.read(words)
    with context.look() as store:
        if store is None:
            raise Refused(_("There is no file yet: {path}. Nothing to copy.").format(path=context.path))
        now = context.now(store)
        copy = keep_as(context.path, values.file) if values.file else keep_aside(context.path, _name(now.stamp))
    print(_("Copied to {path}").format(path=clean(copy)))
    return 0


def _copies(path: str) -> Iterator[str]:
    """The daily copies, the latest first: day, what is in each, where it is."""
    for copy in daily_copies(path):
        try:
            with opened_copy(copy.path) as content:
                held = ", ".join(counts(examine(content)))
        except LundiError as error:
            held = error.sentence
        yield f"{day_short(copy.day)}  {held}  {clean(copy.path)}"


def _name(stamp: str) -> str:
    """'2026-11-18-0910' of '2026-11-18T09:10:00+01:00'."""
    return stamp[: len("2026-11-18T09:10")].replace("T", "-").replace(":", "")


def _restore(context: Context, words: list[str]) -> int:
    parser = Parser("restore", _("Put a copy of the file back; the present one is copied aside first."))
    parser.add_argument("file", nargs="?", metavar=_("FILE"), help=_("the copy"))
    values = parser.read(words)
    if not values.file:
        for line in _copies(context.path):
            print(line)
        raise NotUnderstood(
            _("Restore what? Example: lundi restore FILE. Copies are in {folder}").format(
                folder=folder_of(context.path)
            )
        )
    aside = restore(context.path, values.file, unreadable_cells)
    with context.look() as store:
        if store is not None:
            found = examine(store)
    print(_("Restored: {path}").format(path=clean(os.path.abspath(values.file))))
    print("  " + ", ".join(counts(found)))
    for finding in found.findings:
        print("  " + finding)
    if aside:
        print(_("The file as it was before: {path}").format(path=clean(aside)))
    return 0
