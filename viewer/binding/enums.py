"""Qt's 3,600 named constants as Python enums: the same classes that `enum` makes, made in a fifth of the time.

PySide hands each of Qt's enums to `enum` as a list of names and numbers when the class around it is first used; at
a start that is some 250 of them, an eighth of the time until the window has painted. What costs there is care that
lists of numbers do not need: a stand-in for each member, and slots of the class mended once for each operator.
Only that case is taken over, for each base only where a sample made both ways comes out the same (what `enum` does
with flags has changed between two patches of one version); all else goes to `enum`.
"""

from __future__ import annotations

import enum
import sys
from collections.abc import Callable
from functools import reduce
from operator import or_
from typing import Any

TRIED = (3, 11)
"""The version of Python in which this was tried."""
_BASES: dict[Any, frozenset[str]] = {
    base: frozenset({"mro", ""}.union(*map(vars, base.__mro__)))
    for base in (enum.Enum, enum.Flag, enum.IntEnum, enum.IntFlag)
}
"""The names that mean something to each base already."""
_USUAL = {"module": None, "qualname": None, "type": None, "start": 1, "boundary": None}
_PER_CLASS = frozenset({"__dict__", "__weakref__", "__module__"})
_SAMPLE = [("A", 0), ("B", 4), ("C", 1), ("Again", 4), ("Several", 7), ("Below", -8), ("Far", 0x80000000)]
_put = type.__setattr__  # an enum's own refuses
_moulds: dict[Any, dict[str, Any]] = {}
"""What a class of these without members has, by its base and boundary; nothing where they are left to `enum`."""


def make_quickly() -> None:
    """From now on, in this process."""
    if sys.version_info[:2] == TRIED:
        maker: Any = enum.EnumType
        maker._create_ = quick(maker._create_)


def quick(slow: Callable[..., Any]) -> Callable[..., Any]:
    """`EnumType._create_` for lists of plain names and numbers; anything else is left to the `slow` one."""

    def _create_(cls: Any, class_name: str, names: Any, **more: Any) -> Any:
        # Named as `enum` does it: after the module of the frame that called the class.
        module = sys._getframe(2).f_globals.get("__name__")
        if _is_plain(cls, names, more) and (mould := _mould(slow, cls, more["boundary"])):
            return _made(cls, class_name, names, mould, module)
        return slow(cls, class_name, names, **more | {"module": more.get("module") or module})

    return _create_


def _is_plain(cls: Any, names: Any, more: dict[str, Any]) -> bool:
    taken = _BASES.get(cls)
    if taken is None or type(names) is not list or not names or {**more, "boundary": None} != _USUAL:
        return False
    words = dict(names)
    return (
        len(words) == len(names)
        and taken.isdisjoint(words)
        and " _" not in " " + " ".join(words)
        and set(map(type, words.values())) == {int}
    )


def _own(module: str | None) -> dict[str, Any]:
    return {
        "__module__": module,
        "_member_names_": [],
        "_member_map_": {},
        "_value2member_map_": {},
        "_unhashable_values_": [],
    }


def _made(
    cls: Any, class_name: str, names: list[tuple[str, int]], mould: dict[str, Any], module: str | None
) -> Any:
    made = type.__new__(enum.EnumType, class_name, (cls,), mould | _own(module))
    (_fill_flags if issubclass(cls, enum.Flag) else _fill)(made, names, issubclass(cls, int))
    return made


def _mould(slow: Callable[..., Any], cls: Any, boundary: Any) -> dict[str, Any]:
    key = cls, boundary
    if key not in _moulds:
        more = _USUAL | {"module": __name__, "boundary": boundary}
        empty = slow(cls, "Sample", (), **more)
        mould = {name: value for name, value in vars(empty).items() if name not in _PER_CLASS}
        mould["__new__"] = staticmethod(mould["__new__"])
        sample = _made(cls, "Sample", _SAMPLE, mould, __name__)
        _moulds[key] = mould if _state(sample) == _state(slow(cls, "Sample", _SAMPLE, **more)) else {}
    return _moulds[key]


def _state(made: Any) -> tuple[object, ...]:
    """What a class is like, but for the functions it shares with its base."""
    plain = {name: value for name, value in vars(made).items() if isinstance(value, int | str | list | None)}
    members = [(name, one._name_, one._value_, one._sort_order_) for name, one in made._member_map_.items()]
    known = [(value, one._name_) for value, one in made._value2member_map_.items()]
    return set(vars(made)), {**plain, "__doc__": None}, members, known


def _fill(made: Any, names: list[tuple[str, int]], is_int: bool) -> None:
    """Give a class without members its members; a value that comes again is another name of the first."""
    listed, known, by_value = made._member_names_, made._member_map_, made._value2member_map_
    for name, value in names:
        if (member := by_value.get(value)) is None:
            member = by_value[value] = int.__new__(made, value) if is_int else object.__new__(made)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(listed)
            listed.append(name)
        known[name] = member
        _put(made, name, member)


def _fill_flags(made: Any, names: list[tuple[str, int]], is_int: bool) -> None:
    """The same for flags: those of a single bit are listed, the others only known."""
    _fill(made, names, is_int)
    known, listed = made._member_map_, made._member_names_
    single: list[str] = []
    for name in listed:
        member, value = known[name], known[name]._value_
        member._sort_order_ = len(single)
        if value > 0 and not value & (value - 1):
            single.append(name)
    listed[:] = single
    mask = reduce(or_, made._value2member_map_)
    _put(made, "_flag_mask_", mask)
    _put(made, "_singles_mask_", reduce(or_, (known[name]._value_ for name in single), 0))
    _put(made, "_all_bits_", 2 ** mask.bit_length() - 1)
    values = [known[name]._value_ for name in single]
    if values != sorted(values):
        _put(made, "_iter_member_", made._iter_member_by_def_)
