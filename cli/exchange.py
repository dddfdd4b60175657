"""lundi import: bring in an export, or what another program wrote."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial

from cli.commands import refuse_kind
from cli.context import Context
from cli.parsing import Parser
from lundi.words.errors import NotUnderstood
from lundi.words.language import gettext as _
from lundi.words.language import ngettext
from storage.exchange.json_import import import_document
from storage.exchange.json_reader import read_document
from storage.exchange.loop.file import read_backup
from storage.exchange.loop.loop import import_backup
from storage.exchange.report import Report
from storage.store import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ROWS_SHOWN = 5

# Each reads a file, and returns what brings it in. A file that is refused is refused before ours is opened.
_KINDS: dict[str, Callable[[str], Callable[..., Report]]] = {
    "json": lambda path: partial(import_document, document=read_document(path)),
    "loop": lambda path: partial(import_backup, backup=read_backup(path)),
}


def run(context: Context, _command: str, words: list[str]) -> int:
    """Bring a file in, in one change, and say what was taken and what is not as it was."""
    parser = Parser("import", _("Bring in an export of lundi, or a backup of another program."))
    parser.add_argument(
        "words",
        nargs="*",
        metavar=_("KIND FILE"),
        help=_("json: what `lundi export json` wrote; loop: a backup of Loop Habit Tracker"),
    )
    parser.add_argument("--dry-run", action="store_true", help=_("say what would change, write nothing"))
    values = parser.read(_options_last(words))
    kind, *files = values.words or [""]
    if kind and kind not in _KINDS:
        raise refuse_kind(kind, list(_KINDS))
    if len(files) != 1:
        raise NotUnderstood(_("Import what? Example: lundi import json FILE"))
    bring_in = _KINDS[kind](files[0])
    with _opened(context, dry_run=values.dry_run) as store:
        now = context.now(store) if values.dry_run else context.now_for_writing(store)
        report = bring_in(store, now=now, dry_run=values.dry_run)
    _print(report, dry_run=values.dry_run)
    return 0


def _options_last(words: list[str]) -> list[str]:
    """argparse takes no two groups of words with an option between them."""
    if "--" in words:
        return words
    return sorted(words, key=lambda word: word.startswith("--"))


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
    """'Lines read: 212. Added: 198. Doubles: 9. Refused: 5 (rows 14, 52…).'"""
    rows = ", ".join(map(str, report.refused[:_ROWS_SHOWN])) + "…" * (len(report.refused) > _ROWS_SHOWN)
    sentence = ngettext(
        "Lines read: {read}. Added: {added}. Doubles: {doubles}. Refused: {refused} (row {rows}).",
        "Lines read: {read}. Added: {added}. Doubles: {doubles}. Refused: {refused} (rows {rows}).",
        len(report.refused),
    )
    if not report.refused:
        sentence = _("Lines read: {read}. Added: {added}. Doubles: {doubles}. Refused: {refused}.")
    return sentence.format(
        read=report.read, added=report.added, doubles=report.doubles, refused=len(report.refused), rows=rows
    )


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
