"""The lazy door of the dashboard: what the first paint doesn't show is imported in a thread once that is there, or by
the key that asks for it first."""

from __future__ import annotations

import gc
import importlib
import sys

_TURN = 0.001  # seconds for which an import may keep a key waiting

_names: list[str] = []


class Later:
    """Stands for a module until something of it is used."""

    def __init__(self, name: str) -> None:
        self._name = name
        _names.append(name)

    def __getattr__(self, attribute: str) -> object:
        return getattr(importlib.import_module(self._name), attribute)


def import_all() -> None:
    """Import everything that stands behind the door, so that no key has to wait for it: the places first, which one key
    leads to. It takes a tenth of a second, in which keys get their turn soon."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    imported: set[str] = set()
    while waiting := [name for name in _names if name not in imported]:  # what is imported may have a door of its own
        name = min(waiting, key=lambda name: not name.endswith(".view"))
        importlib.import_module(name)
        imported.add(name)
    sys.setswitchinterval(interval)
    gc.freeze()  # what is there by now stays; a key needn't wait until all of it was looked over
