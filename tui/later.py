"""The lazy door of the dashboard: what the first paint doesn't show is imported in a thread once that is there, or by
the key that asks for it first."""

from __future__ import annotations

import gc
import importlib

_names: list[str] = []


class Later:
    """Stands for a module until something of it is used."""

    def __init__(self, name: str) -> None:
        self._name = name
        _names.append(name)

    def __getattr__(self, attribute: str) -> object:
        return getattr(importlib.import_module(self._name), attribute)


def import_all() -> None:
    """Import everything that stands behind the door, so that no key has to wait for it."""
    for name in _names:
        importlib.import_module(name)
    gc.freeze()  # what is there by now stays; a key needn't wait until all of it was looked over
