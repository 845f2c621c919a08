"""Frozen, slotted dataclasses, made ten times faster than the standard library makes them.

The standard library writes and compiles six functions for each class: half a millisecond, and a window needs
ninety classes before it can paint. Here the classes share their functions. To a type checker, and to the standard
library's `fields`, `asdict` and `replace`, they are ordinary dataclasses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter, itemgetter

from viewer.binding.typed import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace

__all__ = ["dataclass", "field", "replace"]


class _Fresh:
    """A default that is made anew for each record."""

    def __init__(self, *, default_factory: Callable[[], object]) -> None:
        self.make = default_factory


class _Fields:
    """The standard library's account of a class, without defaults, made when somebody asks for it."""

    def __get__(self, _record: object, kind: type) -> object:
        from dataclasses import make_dataclass

        twin = make_dataclass(kind.__name__, kind.__annotations__.items())
        account: object = vars(twin)["__dataclass_fields__"]
        type.__setattr__(kind, "__dataclass_fields__", account)
        return account


def _dataclass(*, frozen: bool, slots: bool) -> Callable[[type], type]:
    """Raises TypeError for what this one does not offer: a class that can be changed, or one that inherits."""
    if not (frozen and slots):
        raise TypeError("expected frozen=True and slots=True")
    return _made


def _made(plain: type) -> type:
    """The class once more, with slots for its fields and what a record can do."""
    space = dict(vars(plain))
    names = tuple(space.get("__annotations__", ()))
    if plain.__bases__ != (object,) or not names:
        raise TypeError(f"{plain.__name__}: expected a class of its own with fields")
    defaults = {name: space.pop(name) for name in names if name in space}
    for own in ("__dict__", "__weakref__"):
        space.pop(own, None)
    space |= {"__slots__": names, "__match_args__": names, "__dataclass_fields__": _Fields()}
    for method, shared in _SHARED.items():
        space.setdefault(method, shared)
    values = attrgetter(*names) if len(names) > 1 else lambda record: (getattr(record, names[0]),)
    space["_values"] = property(values)
    made = type(plain.__name__, plain.__bases__, space | {"__qualname__": plain.__qualname__})
    type.__setattr__(made, "__init__", _filler(made, names, defaults))
    return made


def _filler(made: type, names: tuple[str, ...], defaults: Mapping[str, object]) -> Callable[..., None]:
    """The class's __init__: writes its slots in turn, past the lock."""
    writers = [vars(made)[name].__set__ for name in names]
    count = len(names)
    in_order = itemgetter(*names)  # of all values by name, as most are given; a lone one comes without a tuple

    def __init__(record: Any, *values: Any, **named: Any) -> None:  # noqa: N807
        if not values and len(named) == count > 1:
            try:
                values = in_order(named)
            except KeyError:
                values = _completed(made, names, defaults, values, named)
        elif named or len(values) != count:
            values = _completed(made, names, defaults, values, named)
        for write, value in zip(writers, values, strict=True):
            write(record, value)

    return __init__


def _completed(
    made: type,
    names: tuple[str, ...],
    defaults: Mapping[str, object],
    values: tuple[Any, ...],
    named: dict[str, Any],
) -> tuple[Any, ...]:
    """All values in the order of the fields. Raises TypeError for one too many or too few."""
    whole = list(values)
    for name in names[len(values) :]:
        if name in named:
            whole.append(named.pop(name))
        elif name in defaults:
            default = defaults[name]
            whole.append(default.make() if isinstance(default, _Fresh) else default)
        else:
            raise TypeError(f"{made.__name__}: {name} is missing")
    if named or len(whole) > len(names):
        raise TypeError(f"{made.__name__}: {', '.join(named) or 'a value'} is given beyond its fields")
    return tuple(whole)


# What all of them share


def _equal(record: Any, other: Any) -> Any:
    return record._values == other._values if other.__class__ is record.__class__ else NotImplemented


def _hash(record: Any) -> int:
    return hash(record._values)


def _repr(record: Any) -> str:
    said = (f"{name}={value!r}" for name, value in zip(record.__slots__, record._values, strict=True))
    return f"{record.__class__.__qualname__}({', '.join(said)})"


def _refuse(record: Any, name: str, _value: object = None) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"{name} of {record.__class__.__name__} cannot be changed")


def _reduce(record: Any) -> tuple[object, ...]:
    return record.__class__, record._values


_SHARED: Mapping[str, Callable[..., object]] = {
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__reduce__": _reduce,
}


def _replace(record: Any, /, **changes: Any) -> Any:
    """A copy with other values for some fields."""
    kept = dict(zip(record.__slots__, record._values, strict=True))
    return record.__class__(**kept | changes)


if not TYPE_CHECKING:
    dataclass, field, replace = _dataclass, _Fresh, _replace
