"""The lazy door of the dashboard: what the first paint doesn't show is imported in a thread once that is there, or by
the key that asks for it first."""

from __future__ import annotations

import gc
import importlib
import sys
from collections.abc import Iterable

from lundi import later

_TURN = 0.001  # seconds for which an import may keep a key waiting

_names: list[str] = []


class Later(later.Later):
    """Stands for a module until something of it is used, or until everything is imported."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        _names.append(name)


def import_all(first: Iterable[str]) -> None:
    """Import these modules, the places say, which one key leads to, and then everything that stands behind the door, so
    that no key has to wait for it. It takes a tenth of a second, in which keys get their turn soon."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    for name in first:
        importlib.import_module(name)
    imported = 0
    while imported < len(_names):  # what is imported may have a door of its own
        importlib.import_module(_names[imported])
        imported += 1
    sys.setswitchinterval(interval)
    gc.freeze()  # what is there by now stays; a key needn't wait until all of it was looked over
