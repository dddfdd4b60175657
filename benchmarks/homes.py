"""A temporary home with a file in the place where lundi looks for it, and the command lines that are measured."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

NOW = "2026-11-18T09:10"  # the sample year's clock
MONDAY = "2026-11-23T08:30"  # in the week after it, which has no plan yet
LANGUAGE = "fr"  # the one with a catalogue to load

_SCRIPT = Path(sys.executable).parent / "lundi"
_WITHOUT_SCRIPT = (sys.executable, "-c", "import sys; from cli.main import main; sys.exit(main())")
LUNDI = (str(_SCRIPT),) if _SCRIPT.exists() else _WITHOUT_SCRIPT


class Home(NamedTuple):
    """Somebody's home folder."""

    folder: Path
    now: str = NOW

    @property
    def file(self) -> str:
        return str(self.folder / "data" / "lundi" / "lundi.db")

    @property
    def environment(self) -> dict[str, str]:
        """Everything a child sees of the world; nothing of ours leaks in."""
        return {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(self.folder),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LUNDI_LANG": LANGUAGE,
            "LUNDI_NOW": self.now,
        }


class Homes(NamedTuple):
    """Where the sample year is, on its own day and on the Monday after it, and where twenty years are."""

    sample: Home
    monday: Home
    years: Home
