"""lundi demo: the sample year, in a file of its own, with its own frozen clock."""

from __future__ import annotations

import os
import tempfile

from cli.context import Context, system_clock
from cli.dashboard import show
from cli.parsing import Parser
from lundi.words.language import gettext as _
from storage.file.new_places import refuse_taken
from storage.sample.year import sample_now, write_sample
from storage.store import Store


def run(context: Context, _command: str, words: list[str]) -> int:
    """Open the dashboard on the sample year; `--write FILE` only writes it."""
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
        return show(store, (lambda: now) if context.clock is system_clock else context.clock)


def _write(path: str) -> int:
    if os.path.exists(path) and (os.path.isdir(path) or os.path.getsize(path)):
        refuse_taken(path)
    with Store.open(path) as store:
        write_sample(store)
    print(_("The sample year is in {path}").format(path=path))
    return 0
