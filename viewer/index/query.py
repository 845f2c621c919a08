"""What may be asked: words, kinds, places, people, sources, doubts and a span, as one value."""

from __future__ import annotations

from collections.abc import Iterable

from viewer.case.errors import UnknownFocus
from viewer.case.frozen import dataclass, replace

LISTS = ("kind", "place", "agent", "role", "source", "party", "reliability", "language")
FLAGS = ("disputed", "single_origin", "uncited", "undated")


@dataclass(frozen=True, slots=True)
class Query:
    """Events that are asked for. Within a list any value serves; between parts all must hold.

    words: as typed, in the language of `viewer.index.wanted` (words, "phrases", AND OR NOT, prefix*, field:value).
    kind: codes; place: uids, with all places within; agent, source: uids; role: as stated; party: codes of the
    publisher's side; reliability: letters; language: BCP 47 of the sources.
    disputed: some point is; single_origin: one claimant speaks to it; uncited: no claim has a passage;
    undated: no date. since, until: EDTF, both inclusive, '' = open; certain: the event must lie in the span
    wholly, whatever its doubt ("certainly"), else it may ("possibly").
    """

    words: str = ""
    kind: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    agent: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    reliability: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    disputed: bool = False
    single_origin: bool = False
    uncited: bool = False
    undated: bool = False
    since: str = ""
    until: str = ""
    certain: bool = False

    def __bool__(self) -> bool:
        """False for the query that asks for everything."""
        return self != Query()

    def turned(self, facet: str, value: str) -> Query:
        """The same query with one value of a list added, or taken away where it is there."""
        now: tuple[str, ...] = getattr(self, facet)
        values = tuple(v for v in now if v != value) if value in now else tuple(sorted({*now, value}))
        return replace(self, **{facet: values})  # type: ignore[arg-type]

    def pairs(self) -> list[tuple[str, str]]:
        """Name and value of every part that asks for something, in the order of the fields: for an address."""
        stated: list[tuple[str, str]] = []
        for name in self.__match_args__:
            value = getattr(self, name)
            if isinstance(value, tuple):
                stated += [(name, item) for item in value]
            elif value:
                stated.append((name, "yes" if value is True else value))
        return stated


def from_pairs(pairs: Iterable[tuple[str, str]]) -> Query:
    """The query that `pairs` was made from. Raises UnknownFocus('unknown-part') for a name that is none."""
    lists: dict[str, list[str]] = {}
    single: dict[str, str | bool] = {}
    for name, value in pairs:
        if name in LISTS:
            lists.setdefault(name, []).append(value)
        elif name in FLAGS or name == "certain":
            single[name] = value == "yes"
        elif name in ("words", "since", "until"):
            single[name] = value
        else:
            raise UnknownFocus("unknown-part", found=name[:200])
    tuples = {name: tuple(sorted(set(values))) for name, values in lists.items()}
    return Query(**tuples, **single)  # type: ignore[arg-type]
