"""What a floor has in each of its rooms: a room that is added has nothing to say elsewhere."""

from __future__ import annotations

import importlib
import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType


def in_every_room(floor: str, name: str) -> list[ModuleType]:
    """The modules of that name in the rooms of a floor ('lundi', 'storage'), by the rooms' names."""
    folder = importlib.import_module(floor).__path__[0]
    rooms = [room for room in sorted(os.listdir(folder)) if os.path.exists(os.path.join(folder, room, f"{name}.py"))]
    return [importlib.import_module(f"{floor}.{room}.{name}") for room in rooms]
