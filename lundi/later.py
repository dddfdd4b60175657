"""A module that is imported once something of it is used: what a tick has no need of."""

from __future__ import annotations

import importlib


class Later:
    """Stands for a module; for type checkers the module itself is imported beside it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> object:
        return getattr(importlib.import_module(self._name), attribute)
