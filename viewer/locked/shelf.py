"""The documents the child holds: bytes under a key, and what was opened of them; bounded in number and size."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from viewer.locked.messages import LARGEST_DOCUMENT
from viewer.locked.refusal import Refusal

if TYPE_CHECKING:
    from PIL import Image
    from pypdfium2 import PdfDocument

MOST_HELD = 8


@dataclass(slots=True)
class Held:
    """One document; `pdf` and `frame` are filled when first asked for."""

    content: bytes
    password: str
    pdf: PdfDocument | None = None
    frame: tuple[object, Image.Image] | None = None  # which one, decoded

    def close(self) -> None:
        """Let go of what was opened."""
        if self.pdf is not None:
            self.pdf.close()
        self.pdf = self.frame = None


@dataclass(slots=True)
class Shelf:
    """Keys and documents."""

    _held: dict[str, Held] = field(default_factory=dict)

    def hold(self, key: str, content: bytes, password: str) -> None:
        """Keep a document; the same key replaces. Raises Refusal where the shelf is full."""
        self.drop(key)
        size = len(content) + sum(len(held.content) for held in self._held.values())
        if len(self._held) >= MOST_HELD or size > LARGEST_DOCUMENT:
            raise Refusal("too-large", "the shelf is full")
        self._held[key] = Held(content, password)

    def drop(self, key: str) -> None:
        """Forget a document, held or not."""
        held = self._held.pop(key, None)
        if held is not None:
            held.close()

    def find(self, key: str) -> Held:
        """The document of this key. Raises Refusal."""
        held = self._held.get(key)
        if held is None:
            raise Refusal("refused", "no such key")
        return held

    def free_frames(self) -> None:
        """One decoded picture at a time is kept: before another is decoded, this makes room."""
        for held in self._held.values():
            held.frame = None
