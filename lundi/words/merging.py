"""What becomes of something that was changed in two places at once."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")


def merged(typed: T, seen: T, present: T) -> T:
    """A record as it is now, with those fields that somebody typed otherwise than they had seen them."""
    fields = zip(typed, seen, present, strict=True)  # type: ignore[call-overload]
    return type(typed)(*(old if new == before else new for new, before, old in fields))
