"""lundi doctor: examine the file."""

from __future__ import annotations

from cli.context import Context
from cli.parsing import Parser
from lundi.words.errors import Refused
from lundi.words.language import gettext as _
from lundi.words.language import ngettext
from storage.doctor import Examination, examine


def run(context: Context, _command: str, words: list[str]) -> int:
    """Say that the file is sound and what it holds, or print one finding a line and return 1."""
    Parser("doctor", _("Examine the file without changing it.")).read(words)
    with context.look() as store:
        if store is None:
            raise Refused(_("There is no file yet: {path}. Nothing to examine.").format(path=context.path))
        found = examine(store)
    for finding in found.findings:
        print(finding)
    if found.is_sound:
        print(_("Sound: {path}").format(path=context.path))
        print("  " + ", ".join(counts(found)))
    for remark in found.remarks:
        print("  " + remark)
    return 0 if found.is_sound else 1


def counts(found: Examination) -> list[str]:
    """How much of everything there is, each in a few words."""
    return [
        ngettext("{count} habit", "{count} habits", found.habits).format(count=found.habits),
        ngettext("{count} tick", "{count} ticks", found.ticks).format(count=found.ticks),
        ngettext("{count} plan", "{count} plans", found.plans).format(count=found.plans),
        ngettext("{count} change", "{count} changes", found.changes).format(count=found.changes),
    ]
