"""The spot the reader looks at, as a value."""

from __future__ import annotations

from viewer.case.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Focus:
    """Public uids of what is in focus, so that it survives a rebuilt case; None = nothing of that kind."""

    event: str | None = None
    claim: str | None = None
    quote: str | None = None
    source: str | None = None
    document: str | None = None
    passage: str | None = None

    def __bool__(self) -> bool:
        return any(getattr(self, part) is not None for part in self.__match_args__)
