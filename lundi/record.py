"""Frozen value types that cost nothing to import.

``dataclasses`` imports ``inspect``, which takes longer than everything else that ``lundi tick`` does. A record is
written like a frozen dataclass, read by type checkers as one, and is a named tuple underneath.
"""

from __future__ import annotations

from collections import namedtuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar, dataclass_transform

    T = TypeVar("T")
else:

    def dataclass_transform(**_options):
        return lambda decorator: decorator


_LEFT_BEHIND = {"__dict__", "__weakref__", "__annotations__"}


@dataclass_transform(frozen_default=True, order_default=True)
def record(cls: type[T]) -> type[T]:
    """Make an immutable value type of a class whose body annotates its fields.

    Fields with a value are optional; methods and properties are kept. Methods can't use ``super()``.
    """
    fields = tuple(cls.__annotations__)
    defaults = [vars(cls)[name] for name in fields if name in vars(cls)]
    # namedtuple wants literal names; ours are those of the class body.
    base = namedtuple(cls.__name__, fields, defaults=defaults)  # type: ignore[misc]
    body = {name: value for name, value in vars(cls).items() if name not in _LEFT_BEHIND.union(fields)}
    return type(cls.__name__, (base,), {**body, "__slots__": ()})
