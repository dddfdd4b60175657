"""What SQLite is given to open a file that is there, and never to make one."""

from __future__ import annotations

import os

MEMORY = ":memory:"  # a file that is nowhere
_QUOTED = str.maketrans({"%": "%25", "?": "%3f", "#": "%23"})


def address(path: str, mode: str, options: str = "") -> str:
    """The address of a file with SQLite's mode, 'ro' or 'rw', and other options of its own ('&immutable=1')."""
    # With an authority, an empty one: of a path that begins with two slashes SQLite would read the first name as one.
    quoted = os.path.abspath(path).translate(_QUOTED)
    root = "" if quoted.startswith("/") else "/"  # before a drive
    return f"file://{root}{quoted}?mode={mode}{options}"
