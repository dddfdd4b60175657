"""New files: only their owner may read them, as they name clients, and they are written whole or not at all."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FILE_MODE, FOLDER_MODE = 0o600, 0o700


@contextmanager
def parts_of(*targets: str) -> Iterator[list[str]]:
    """New files beside the targets, to be written; at the end they take the targets' places, or go: all or none."""
    parts = [os.path.join(os.path.dirname(target), f".{os.urandom(4).hex()}.lundi-part") for target in targets]
    placed: list[str] = []
    try:
        for part in parts:
            os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, FILE_MODE))
        yield parts
        for part, target in zip(parts, targets, strict=True):
            os.replace(part, target)
            placed.append(target)
    finally:
        if len(placed) < len(targets):
            remove(placed)
        remove(parts)


def remove(paths: Iterable[str]) -> None:
    """Remove files; one that isn't there, or can't be removed, is left."""
    for path in paths:
        with suppress(OSError):
            os.remove(path)
