"""The names that annotations are written with, for whatever a start imports.

`typing` takes two milliseconds to import, and as long again to make classes that nobody looks at: annotations are
never evaluated here. A type checker sees its own names; a program that runs sees the least that can stand in a
class or an assignment. Whoever reads annotations while running imports `typing`.
"""

from __future__ import annotations

__all__ = [
    "TYPE_CHECKING",
    "Any",
    "Final",
    "Generic",
    "Literal",
    "NamedTuple",
    "NoReturn",
    "Protocol",
    "TypeVar",
    "cast",
    "overload",
]

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any, Final, Generic, Literal, NamedTuple, NoReturn, Protocol, TypeVar, cast, overload
else:
    from collections import namedtuple

    class _Form:
        """A name of an annotation, with whatever is in its brackets; called, a variable for types."""

        def __getitem__(self, _parts):
            return self

        def __or__(self, _other):
            return self

        __ror__ = __or__

        def __call__(self, *_given, **_named):
            return self

    Any = Final = Literal = NoReturn = TypeVar = _Form()

    class Protocol:
        """A base that says for the type checker alone what a class offers."""

        def __class_getitem__(cls, _parts):
            return cls

    class Generic(Protocol):
        """The same of a class that holds things of some type."""

    class _Fields(type):
        def __new__(cls, name, bases, space):
            if not bases:
                return super().__new__(cls, name, bases, space)
            fields = space.pop("__annotations__")
            defaults = [space.pop(field) for field in fields if field in space]
            made = namedtuple(name, fields, defaults=defaults, module=space.pop("__module__"))
            for own, value in space.items():
                setattr(made, own, value)
            return made

    class NamedTuple(metaclass=_Fields):
        """A tuple whose parts have names: the fields of the class that has this as its base."""

    def cast(_kind, value):
        return value

    def overload(function):
        return function
