"""What is asked of the locked child for the picture of a page, and the picture that its answer is."""

from __future__ import annotations

from PySide6.QtGui import QImage

from viewer.index.ask.holdings import Holding
from viewer.locked.messages import Pixels, RenderPage, RenderPicture, RenderSvg, Request

_DRAWING = "image/svg+xml"


def request_for(holding: Holding, page: int, width: int) -> Request:
    """A page from 1, `width` pixels wide; of a picture its frame."""
    if holding.media_type == "application/pdf":
        return RenderPage(holding.uid, page - 1, width)
    if holding.media_type == _DRAWING:
        return RenderSvg(holding.uid, width)
    return RenderPicture(holding.uid, width, page - 1)


def image_of(pixels: Pixels) -> QImage:
    """The picture; the record must live as long as it."""
    form = QImage.Format.Format_RGB32 if pixels.opaque else QImage.Format.Format_ARGB32
    return QImage(pixels.data, pixels.width, pixels.height, 4 * pixels.width, form)
