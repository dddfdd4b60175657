"""lundi export: everything of the user's, in a form that other programs read."""

from __future__ import annotations

import os
import sys

from cli.commands import refuse_kind
from cli.context import Context
from cli.parsing import Parser
from lundi.words.errors import NotUnderstood, Unavailable
from lundi.words.language import gettext as _
from lundi.words.text import clean
from storage.exchange.csv_export import export_csv
from storage.exchange.files import write_files, write_folder
from storage.exchange.json_writer import export_json
from storage.exchange.tables import nothing_to_export
from storage.store import Store

_STANDARD_OUTPUT = "-"


def run(context: Context, _command: str, words: list[str]) -> int:
    """Write everything to a new file or folder, and say where it is."""
    parser = Parser("export", _("Write out everything of yours: habits, ticks, notes, plans, ideas, settings."))
    parser.add_argument("kind", nargs="?", metavar=_("KIND"), help=_("json: one document; csv: a folder of tables"))
    parser.add_argument("path", nargs="?", metavar=_("FILE"), help=_("where to; for json, - is standard output"))
    parser.add_argument("--excel", action="store_true", help=_("csv: as Excel opens it in French (semicolons)"))
    values = parser.read(words)
    if values.kind is None or (values.kind in _KINDS and values.path is None):
        raise NotUnderstood(_("Export what, and where to? Example: lundi export json FILE"))
    if values.kind not in _KINDS:
        raise refuse_kind(values.kind, list(_KINDS))
    with context.look() as store:
        if store is None:
            raise nothing_to_export(context.path)
        _KINDS[values.kind](store, values.path, excel=values.excel)
    return 0


def _json(store: Store, path: str, *, excel: bool) -> None:
    if excel:
        raise NotUnderstood(_("`--excel` is for csv. Example: lundi export csv DIR --excel"))
    text = export_json(store)
    if path == _STANDARD_OUTPUT:
        _print_bytes(text.encode())
    else:
        write_files({path: text})
        _say_where(path)


def _csv(store: Store, path: str, *, excel: bool) -> None:
    write_folder(path, export_csv(store, for_excel=excel))
    _say_where(path)


_KINDS = {"json": _json, "csv": _csv}


def _say_where(path: str) -> None:
    print(_("Everything of yours is in {path}").format(path=clean(path)))


def _print_bytes(text: bytes) -> None:
    """Print UTF-8, whatever the terminal's encoding is."""
    try:
        sys.stdout.buffer.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left unsaid can't be said later either
        raise Unavailable(_("Cannot write to the standard output. Nothing was changed.")) from error
