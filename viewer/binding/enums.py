"""Qt's 3,600 named constants as Python enums: the same classes as those of `enum`, each filled when first used.

PySide hands each of Qt's enums to `enum` as a list of names and numbers when the class around it is first used; at
a start that is some 250 of them, an eighth of the time until the window has painted, and a quarter of them are
asked for anything. What costs besides is care that lists of numbers do not need: a stand-in for each member, and
slots of the class mended once for each operator. Only that case is taken over, for each base only where a sample
made both ways comes out the same (what `enum` does with flags has changed between two patches of one version); all
else goes to `enum`.
"""

from __future__ import annotations

import enum
import sys
from _thread import RLock  # what threading's is, too
from collections.abc import Callable
from functools import reduce
from operator import or_

from viewer.binding.typed import Any

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
_LATE = ("_member_names_", "_value2member_map_", "_member_map_")
"""Where `enum` keeps the members of a class, in the order in which they are put there."""
_put = type.__setattr__  # an enum's own refuses
_one_at_a_time = RLock()
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
        words = _plain(cls, names, more)
        if words and (mould := _mould(slow, cls, more["boundary"])):
            return _made(cls, class_name, words, mould, module)
        return slow(cls, class_name, names, **more | {"module": more.get("module") or module})

    return _create_


def _plain(cls: Any, names: Any, more: dict[str, Any]) -> dict[str, int] | None:
    """The numbers by their names, where they are no more than that."""
    taken = _BASES.get(cls)
    if taken is None or type(names) is not list or not names or {**more, "boundary": None} != _USUAL:
        return None
    words = dict(names)
    plain = (
        len(words) == len(names)
        and taken.isdisjoint(words)
        and " _" not in " " + " ".join(words)
        and set(map(type, words.values())) == {int}
    )
    return words if plain else None


def _made(cls: Any, class_name: str, names: dict[str, int], mould: dict[str, Any], module: str | None) -> Any:
    filling = _Filling(names, _fill_flags if issubclass(cls, enum.Flag) else _fill, issubclass(cls, int))
    own: dict[str, Any] = {"__module__": module, "_unhashable_values_": []} | {
        name: _Late(name, filling) for name in _LATE
    }
    filling.made = made = type.__new__(enum.EnumType, class_name, (cls,), mould | own)
    _waiting.take(filling)
    return made


def fill_all() -> None:
    """Give every class its members, and from now on at once.

    For those who know Qt's old names (`QListWidgetItem.Type`, without the enum's): PySide looks them up in the
    classes as they are. It does so itself, for its signatures.
    """
    _waiting.fill()


class _Filling:
    """What is needed to give a class its members, once, whichever thread asks first."""

    __slots__ = ("_fill", "_is_int", "made", "names")
    made: Any

    def __init__(self, names: dict[str, int], fill: Callable[..., None], is_int: bool) -> None:
        self.names = names
        self._fill, self._is_int = fill, is_int

    def once(self) -> None:
        with _one_at_a_time:
            if type(vars(self.made)[_LATE[-1]]) is _Late:
                self._fill(self.made, self.names, self._is_int)
                self.names = {}


class _Waiting:
    """Classes that have been made, until all are to be filled at once."""

    def __init__(self) -> None:
        self._fillings: list[_Filling] = []
        self._at_once = False

    def take(self, filling: _Filling) -> None:
        with _one_at_a_time:
            self._fillings.append(filling)
            if self._at_once:
                self.fill()

    def fill(self) -> None:
        with _one_at_a_time:
            self._at_once = True
            while self._fillings:
                self._fillings.pop().once()


_waiting = _Waiting()


class _Late:
    """Stands where a class without members keeps them: to look there fills the class.

    Whatever `enum` does with a class, and whoever asks it for a member, looks there: a member that is no attribute
    yet is looked up in `_member_map_`, and a number in `_value2member_map_`.
    """

    __slots__ = ("_filling", "_name")

    def __init__(self, name: str, filling: _Filling) -> None:
        self._name, self._filling = name, filling

    def __get__(self, _member: object, made: Any) -> Any:
        self._filling.once()
        return vars(made)[self._name]

    def __contains__(self, name: str) -> bool:
        """Asked by `enum` before it lets somebody set this attribute of the class."""
        return name in self._filling.names


def _mould(slow: Callable[..., Any], cls: Any, boundary: Any) -> dict[str, Any]:
    key = cls, boundary
    if key not in _moulds:
        more = _USUAL | {"module": __name__, "boundary": boundary}
        empty = slow(cls, "Sample", (), **more)
        mould = {name: value for name, value in vars(empty).items() if name not in _PER_CLASS}
        mould["__new__"] = staticmethod(mould["__new__"])
        sample = _made(cls, "Sample", dict(_SAMPLE), mould, __name__)
        _moulds[key] = mould if _state(sample) == _state(slow(cls, "Sample", _SAMPLE, **more)) else {}
    return _moulds[key]


def _state(made: Any) -> tuple[object, ...]:
    """What a class is like, but for the functions it shares with its base."""
    members = [(name, one._name_, one._value_, one._sort_order_) for name, one in made._member_map_.items()]
    plain = {name: value for name, value in vars(made).items() if isinstance(value, int | str | list | None)}
    known = [(value, one._name_) for value, one in made._value2member_map_.items()]
    return set(vars(made)), {**plain, "__doc__": None}, members, known


def _fill(made: Any, names: dict[str, int], is_int: bool) -> None:
    """Give a class without members its members; a value that comes again is another name of the first."""
    listed, known, by_value = _members(made, names, is_int)
    _publish(made, listed, known, by_value)


def _members(made: Any, names: dict[str, int], is_int: bool) -> tuple[list[str], dict[str, Any], dict[int, Any]]:
    listed: list[str] = []
    known: dict[str, Any] = {}
    by_value: dict[int, Any] = {}
    for name, value in names.items():
        if (member := by_value.get(value)) is None:
            member = by_value[value] = int.__new__(made, value) if is_int else object.__new__(made)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(listed)
            listed.append(name)
        known[name] = member
    return listed, known, by_value


def _publish(made: Any, listed: list[str], known: dict[str, Any], by_value: dict[int, Any]) -> None:
    """The members, and last of all where they are looked up: until then other threads wait."""
    for name, member in known.items():
        _put(made, name, member)
    for name, value in zip(_LATE, (listed, by_value, known), strict=True):
        _put(made, name, value)


def _fill_flags(made: Any, names: dict[str, int], is_int: bool) -> None:
    """The same for flags: those of a single bit are listed, the others only known."""
    listed, known, by_value = _members(made, names, is_int)
    single: list[str] = []
    for name in listed:
        member, value = known[name], known[name]._value_
        member._sort_order_ = len(single)
        if value > 0 and not value & (value - 1):
            single.append(name)
    mask = reduce(or_, by_value)
    _put(made, "_flag_mask_", mask)
    _put(made, "_singles_mask_", reduce(or_, (known[name]._value_ for name in single), 0))
    _put(made, "_all_bits_", 2 ** mask.bit_length() - 1)
    values = [known[name]._value_ for name in single]
    if values != sorted(values):
        _put(made, "_iter_member_", made._iter_member_by_def_)
    _publish(made, single, known, by_value)
