"""lundi, lundi demo: the dashboard, on the user's file or on the sample year."""

from __future__ import annotations

import importlib
import os
import sys
import tempfile

from cli.context import Context, system_clock
from cli.parsing import Parser
from lundi.errors import Refused
from lundi.language import gettext as _
from storage.sample import sample_now, write_sample
from storage.store import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


def run(context: Context, command: str, words: list[str]) -> int:
    """Open the dashboard; `demo --write FILE` only writes the sample year."""
    if command == "demo":
        return _demo(context, words)
    Parser("lundi").read(words)
    with context.open() as store:
        return _show(store, context.clock)


def _demo(context: Context, words: list[str]) -> int:
    parser = Parser("demo", _("The sample year, in a file of its own; nothing of yours is touched."))
    parser.add_argument("--write", metavar=_("FILE"), help=_("only write the file"))
    values = parser.read(words)
    if values.write:
        return _write(values.write)
    with (
        tempfile.TemporaryDirectory(prefix="lundi-demo-") as folder,
        Store.open(os.path.join(folder, "demo.db")) as store,
    ):
        write_sample(store)
        now = sample_now()
        return _show(store, (lambda: now) if context.clock is system_clock else context.clock)


def _write(path: str) -> int:
    if os.path.exists(path) and (os.path.isdir(path) or os.path.getsize(path)):
        raise Refused(_("There is something at {path} already; it was left as it is.").format(path=path))
    with Store.open(path) as store:
        write_sample(store)
    print(_("The sample year is in {path}").format(path=path))
    return 0


def _show(store: Store, clock: Callable[[], datetime]) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refused(_("The dashboard needs a terminal. `lundi week` prints the week."))
    # The lazy door to the dashboard: Textual takes longer to import than any command takes to run.
    app = importlib.import_module("tui.app").LundiApp(store, clock)
    app.run()
    return int(app.return_code or 0)
