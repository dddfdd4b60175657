"""lundi import: bring in what another program wrote."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from cli.context import Context
from cli.parsing import Parser
from lundi.errors import NotUnderstood
from lundi.language import gettext as _
from lundi.language import ngettext
from storage.exchange.loop import Report, import_backup
from storage.exchange.loop_file import read_backup
from storage.store import Store

_LOOP = "loop"
_ROWS_SHOWN = 5


def run(context: Context, _command: str, words: list[str]) -> int:
    """Bring a file in, in one change, and say what was taken and what is not as it was."""
    parser = Parser("import", _("Bring in a backup of another program."))
    parser.add_argument("kind", nargs="?", metavar=_("KIND"), help=_("loop: a backup of Loop Habit Tracker"))
    parser.add_argument("file", nargs="?", metavar=_("FILE"), help=_("the file"))
    parser.add_argument("--dry-run", action="store_true", help=_("say what would change, write nothing"))
    values = parser.read(words)
    if values.kind is None or (values.kind == _LOOP and values.file is None):
        raise NotUnderstood(_("Import what? Example: lundi import loop FILE"))
    if values.kind != _LOOP:
        raise NotUnderstood(
            _("I do not know the kind '{word}'. Known: {known}. Example: lundi import loop FILE").format(
                word=values.kind, known=_LOOP
            )
        )
    backup = read_backup(values.file)  # before our file: a backup that is refused creates none
    with _opened(context, dry_run=values.dry_run) as store:
        now = context.now(store) if values.dry_run else context.now_for_writing(store)
        report = import_backup(store, backup, now, dry_run=values.dry_run)
    _print(report, dry_run=values.dry_run)
    return 0


@contextmanager
def _opened(context: Context, *, dry_run: bool) -> Iterator[Store]:
    """The file; a dry run doesn't create one."""
    if not dry_run:
        with context.open() as store:
            yield store
        return
    with context.look() as found, Store.open() as empty:
        yield found or empty


def _print(report: Report, *, dry_run: bool) -> None:
    print(_lines(report))
    if report.habits_added:
        print(_habits_added(report))
    if report.habits_met:
        print(
            ngettext("{count} habit was here already.", "{count} habits were here already.", report.habits_met).format(
                count=report.habits_met
            )
        )
    for sentence in report.sentences:
        print(sentence)
    if dry_run:
        print(_("This was a dry run: nothing was written."))
    elif report.is_written:
        print(_("`lundi undo` takes all of it back."))
    else:
        print(_("Nothing was new, and nothing was written."))


def _lines(report: Report) -> str:
    """'212 lines read, 198 added, 9 doubles, 5 refused (rows 14, 52…).'"""
    counts = {
        "read": ngettext("{count} line read", "{count} lines read", report.read).format(count=report.read),
        "added": ngettext("{count} added", "{count} added", report.added).format(count=report.added),
        "doubles": ngettext("{count} double", "{count} doubles", report.doubles).format(count=report.doubles),
        "refused": ngettext("{count} refused", "{count} refused", len(report.refused)).format(
            count=len(report.refused)
        ),
    }
    if not report.refused:
        return _("{read}, {added}, {doubles}, {refused}.").format(**counts)
    rows = ", ".join(map(str, report.refused[:_ROWS_SHOWN]))
    if len(report.refused) > _ROWS_SHOWN:
        rows += "…"
    return ngettext(
        "{read}, {added}, {doubles}, {refused} (row {rows}).",
        "{read}, {added}, {doubles}, {refused} (rows {rows}).",
        len(report.refused),
    ).format(**counts, rows=rows)


def _habits_added(report: Report) -> str:
    if not report.habits_archived:
        return ngettext("{count} habit added.", "{count} habits added.", report.habits_added).format(
            count=report.habits_added
        )
    return ngettext(
        "{count} habit added, archived: {archived}.",
        "{count} habits added, archived: {archived}.",
        report.habits_added,
    ).format(count=report.habits_added, archived=report.habits_archived)
