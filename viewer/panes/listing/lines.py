"""How the words of a row share its width: title, date, figures, the word on it; knows no Qt."""

from __future__ import annotations

from viewer.case.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Widths:
    """Pixels that date, figures and pill want (0 = there is none), and the distance between them."""

    date: float
    figures: float
    pill: float
    gap: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a piece stands: line below the title, from the leading edge, and how wide it may be."""

    line: int
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Lines:
    """Spots of date, figures and pill, and how many lines they take; None = there is none."""

    date: Spot
    figures: Spot | None
    pill: Spot | None
    count: int


def share(room: float, wants: Widths) -> Lines:
    """All on one line if they fit; else figures and pill at the trailing side, one line more where needed."""
    figures, pill, gap = wants.figures, wants.pill, wants.gap
    trailing = figures + (gap if figures and pill else 0.0) + pill
    if not trailing:
        return Lines(Spot(0, 0.0, room), None, None, 1)
    if wants.date + gap + trailing <= room:
        return _on_one_line(room, wants)
    if not (figures and pill):
        line = 0 if wants.date + gap + trailing <= room else 1
        spot = Spot(line, room - min(room, trailing), min(room, trailing))
        return Lines(Spot(0, 0.0, room), spot if figures else None, spot if pill else None, line + 1)
    if wants.date + gap + figures <= room:
        end = Spot(0, room - figures, figures)
        return Lines(Spot(0, 0.0, end.left - gap), end, Spot(1, room - pill, pill), 2)
    if figures + gap + pill <= room:
        start = room - pill
        return Lines(Spot(0, 0.0, room), Spot(1, 0.0, figures), Spot(1, start, pill), 2)
    return Lines(Spot(0, 0.0, room), Spot(1, 0.0, min(room, figures)), Spot(2, 0.0, min(room, pill)), 3)


def _on_one_line(room: float, wants: Widths) -> Lines:
    figures = Spot(0, room - wants.figures, wants.figures) if wants.figures else None
    end = room - (wants.figures + wants.gap if wants.figures else 0.0)
    pill = Spot(0, end - wants.pill, wants.pill) if wants.pill else None
    first = pill.left if pill else room - wants.figures
    return Lines(Spot(0, 0.0, first - wants.gap), figures, pill, 1)
