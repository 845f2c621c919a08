"""Where exact words stand in a PDF: boxes line by line, over the end of a page if need be; never a near miss."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from viewer.locked.folding import BROKEN, collapsed, folded, pattern, skeleton
from viewer.locked.glyphs import Sign, plain_text, signs_of
from viewer.locked.messages import MOST_PLACES, Box, FindWords, Place, Places, Stretch
from viewer.locked.pdf import open_pdf
from viewer.locked.refusal import Refusal
from viewer.locked.shelf import Held


@dataclass(frozen=True, slots=True)
class _Placed:
    """A sign and the page it stands on."""

    page: int
    sign: Sign


def find_words(held: Held, asked: FindWords) -> Places:
    """Every place that begins on one of the asked pages. Raises Refusal."""
    last = len(open_pdf(held))
    pages = range(asked.first, min(asked.first + asked.pages, last))
    if not pages:
        raise Refusal("no-such-page")
    bare = {number: _bare(held, number) for number in range(pages.start, min(pages.stop + 1, last))}
    wanted = skeleton(asked.words)
    places: list[Place] = []
    count = 0
    for number in pages if asked.words.strip() else ():
        if bare[number] is None:
            continue
        following = number + 1 if bare.get(number + 1) is not None else None
        # What has no letter or digit at all has no skeleton either, and is looked for everywhere.
        if wanted in (bare[number] or "") + (bare.get(number + 1) or ""):
            found = list(_on_page(held, number, following, asked))
            count += len(found)
            places += found[: MOST_PLACES - len(places)]
    return Places(places, count, [number for number in pages if not bare[number]])


def _bare(held: Held, number: int) -> str | None:
    """The letters of a page; None where it cannot be read: the others still can."""
    try:
        return skeleton(plain_text(held, number))
    except Refusal:
        return None


def _on_page(held: Held, number: int, following: int | None, asked: FindWords) -> Iterator[Place]:
    placed = [_Placed(number, sign) for sign in signs_of(held, number)]
    own = len(placed)
    if following is not None:
        placed.append(_Placed(number, Sign("\n", (0.0, 0.0, 0.0, 0.0))))
        placed += [_Placed(following, sign) for sign in signs_of(held, following)]
    text = "".join(each.sign.text for each in placed)
    for start, end in _ranges(text, asked):
        if start < own:
            verbatim = collapsed(text[start:end]) == collapsed(asked.words)
            yield Place(_stretches(placed[start:end]), verbatim)


def _ranges(text: str, asked: FindWords) -> Iterator[tuple[int, int]]:
    """Half-open ranges of the page's own text."""
    words, prefix, suffix = (folded(part).text.strip() for part in (asked.words, asked.prefix, asked.suffix))
    if not words:
        return
    page = folded(text)
    sought = pattern(words)
    before, after = re.compile(f"{pattern(prefix).pattern}[ {BROKEN}]?\\Z"), pattern(suffix)
    found = sought.search(page.text)
    while found:
        start, end = found.span()
        behind = page.text[max(start - 2 * len(prefix) - 2, 0) : start]
        ahead = end + 1 if page.text[end : end + 1] in (" ", BROKEN) else end
        if before.search(behind) and after.match(page.text, ahead):
            yield page.origins[start], page.origins[end - 1] + 1
        found = sought.search(page.text, start + 1)


def _stretches(placed: list[_Placed]) -> list[Stretch]:
    pages = sorted({each.page for each in placed})
    return [Stretch(page, _rects([each.sign.box for each in placed if each.page == page])) for page in pages]


def _rects(boxes: list[Box]) -> list[Box]:
    """Boxes of signs put together line by line."""
    rects: list[Box] = []
    last: Box | None = None
    for box in boxes:
        if box[0] >= box[2] or box[1] >= box[3]:
            continue
        if last is not None and _on_one_line(last, box):
            held = rects[-1]
            rects[-1] = (
                min(held[0], box[0]), min(held[1], box[1]), max(held[2], box[2]), max(held[3], box[3])
            )  # fmt: skip
        else:
            rects.append(box)
        last = box
    return rects


def _on_one_line(one: Box, other: Box) -> bool:
    """Their heights overlap, or, where text runs down the page, their widths while they nearly touch."""
    across = min(one[3], other[3]) - max(one[1], other[1])
    if across > 0.3 * min(one[3] - one[1], other[3] - other[1]):
        return True
    down = min(one[2], other[2]) - max(one[0], other[0])
    gap = max(one[1], other[1]) - min(one[3], other[3])
    return down > 0.5 * min(one[2] - one[0], other[2] - other[0]) and gap < 0.3 * max(
        one[3] - one[1], other[3] - other[1]
    )
