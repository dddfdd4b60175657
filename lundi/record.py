"""Frozen value types that cost nothing to import.

``dataclasses`` imports ``inspect``, which takes longer than everything else that ``lundi tick`` does. A record is
written like a frozen dataclass, read by type checkers as one, and is a tuple underneath.
"""

from __future__ import annotations

from operator import itemgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar, dataclass_transform

    T = TypeVar("T")
else:

    def dataclass_transform(**_options):
        return lambda decorator: decorator


_LEFT_BEHIND = {"__dict__", "__weakref__", "__annotations__"}
_MISSING = object()


@dataclass_transform(frozen_default=True, order_default=True)
def record(cls: type[T]) -> type[T]:
    """Make an immutable value type of a class whose body annotates its fields.

    Fields with a value are optional; methods and properties are kept. Methods can't use ``super()``. Records compare,
    hash and sort by their fields.
    """
    fields = tuple(cls.__annotations__)
    defaults = tuple(vars(cls).get(name, _MISSING) for name in fields)

    def complete(values: tuple[object, ...], named: dict[str, object]) -> tuple[object, ...]:
        filled = [*values, *(named.pop(name, default) for name, default in zip(fields, defaults, strict=True)
                             if name in fields[len(values):])]  # fmt: skip
        if named or len(filled) > len(fields) or _MISSING in filled:
            raise TypeError(f"{cls.__name__}({', '.join(fields)}) got {values!r} and {named!r}")
        return tuple(filled)

    def new(kind: type[T], /, *values: object, **named: object) -> T:
        if named or len(values) != len(fields):
            values = complete(values, named)
        return tuple.__new__(kind, values)  # type: ignore[type-var]

    def shown(self: tuple[object, ...]) -> str:
        return f"{cls.__name__}({', '.join(f'{name}={value!r}' for name, value in zip(fields, self, strict=True))})"

    body = {name: value for name, value in vars(cls).items() if name not in _LEFT_BEHIND.union(fields)}
    getters = {name: property(itemgetter(place)) for place, name in enumerate(fields)}
    made = {**getters, **body, "__slots__": (), "__new__": new, "__repr__": shown, "__match_args__": fields}
    return type(cls.__name__, (tuple,), made)


def replaced(value: T, /, **fields: object) -> T:
    """A record with other values in some of its fields."""
    names = value.__match_args__  # type: ignore[attr-defined]
    return type(value)(**{**dict(zip(names, value, strict=True)), **fields})  # type: ignore[call-overload]


def merged(typed: T, seen: T, present: T) -> T:
    """What becomes of a record that was changed in two places at once: as it is now, with those fields that somebody
    typed otherwise than they had seen them."""
    fields = zip(typed, seen, present, strict=True)  # type: ignore[call-overload]
    return type(typed)(*(old if new == before else new for new, before, old in fields))
