"""lundi, alone: the dashboard."""

from __future__ import annotations

import gc
import importlib
import sys

from cli.context import Context
from cli.parsing import Parser
from lundi.words.errors import Refused
from lundi.words.language import gettext as _
from storage.store import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


def run(context: Context, _command: str, words: list[str]) -> int:
    """Open the dashboard on the user's file."""
    Parser("lundi").read(words)
    with context.open() as store:
        return show(store, context.clock)


def show(store: Store, clock: Callable[[], datetime]) -> int:
    """Run the dashboard until it is quit; returns its exit code. Refused without a terminal."""
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):  # Textual draws on the last
        raise Refused(_("The dashboard needs a terminal. `lundi week` prints the week."))
    gc.disable()  # until the first frame is there: what is imported now stays, and looking it over takes time
    # The lazy door to the dashboard: Textual takes longer to import than any command takes to run.
    app = importlib.import_module("tui.app").LundiApp(store, clock)
    app.run()
    return int(app.return_code or 0)
