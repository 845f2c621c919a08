"""Another list for a show that is on: what is in hand and what is shown stays, wherever it now stands."""

from __future__ import annotations

from viewer.case.frozen import replace
from viewer.session.show import Show, Stop, View


def restocked(show: Show, stops: tuple[Stop, ...]) -> Show:
    """The show with these stops; those in hand or on the public screen must be among them, found by uid.

    Raises KeyError.
    """
    if not show.stops:
        return replace(show, stops=stops)
    place = {stop.uid: number for number, stop in enumerate(stops)}
    return replace(
        show,
        stops=stops,
        at=_moved(show, show.at, place),
        held=_moved(show, show.held, place) if show.held else None,
        owed=(place[show.stops[show.owed[0]].uid], show.owed[1]) if show.owed else None,
        shown=frozenset(place[uid] for old in show.shown if (uid := show.stops[old].uid) in place),
    )


def in_use(show: Show) -> tuple[str, ...]:
    """Uids of the items that a new list may not lack."""
    views = [view for view in (show.at, show.held) if view and show.stops]
    numbers = [view.stop for view in views] + [view.beside for view in views if view.beside is not None]
    if show.owed:
        numbers.append(show.owed[0])
    return tuple(dict.fromkeys(show.stops[number].uid for number in numbers))


def _moved(show: Show, view: View, place: dict[str, int]) -> View:
    beside = None if view.beside is None else place[show.stops[view.beside].uid]
    return replace(view, stop=place[show.stops[view.stop].uid], beside=beside)
