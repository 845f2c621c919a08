"""What documents tell that their pages do not show is found: places, people, devices, earlier versions."""

from __future__ import annotations

import io
import zipfile

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.locked.conftest import Asking
from tests.locked.specimens import line, pages_of, pdf_of
from viewer.locked.messages import FindHidden, HiddenFacts


def facts(ask: Asking, content: bytes) -> dict[str, tuple[str, str]]:
    answer = ask(content, FindHidden("d"))
    assert isinstance(answer, HiddenFacts)
    return {fact.name: (fact.kind, fact.value) for fact in answer.facts}


def test_a_photograph_tells_where_when_who_and_with_what(ask: Asking) -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x013B], exif[0x0132] = "Maker", "A. Person", "2011:04:08 05:00:00"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (33.0, 30.0, 0.0)
    held = io.BytesIO()
    Image.new("RGB", (8, 8)).save(held, "JPEG", exif=exif, comment=b"from the gate")
    told = facts(ask, held.getvalue())
    assert told["Make"] == ("device", "Maker") and told["Artist"] == ("person", "A. Person")
    assert told["GPSLatitude"] == ("position", "(33.0, 30.0, 0.0)")
    assert told["DateTime"][0] == "time" and told["comment"] == ("words", "from the gate")


def test_words_inside_a_png_are_found(ask: Asking) -> None:
    words = PngInfo()
    words.add_text("Author", "A. Person")
    held = io.BytesIO()
    Image.new("RGB", (8, 8)).save(held, "PNG", pnginfo=words)
    assert facts(ask, held.getvalue()) == {"Author": ("words", "A. Person")}


def test_a_pdf_tells_its_author_its_program_and_that_it_was_changed(ask: Asking) -> None:
    plain = pages_of([line("a")])
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        b"<</Author(A. Person)/Producer(Some Program)>>",
    ]
    told = facts(ask, pdf_of(objects).replace(b"/Root 1 0 R", b"/Root 1 0 R/Info 4 0 R"))
    assert told == {"Author": ("person", "A. Person"), "Producer": ("software", "Some Program")}
    assert facts(ask, plain) == {}
    assert facts(ask, plain + b"/Subtype /Highlight /Subtype/Link")["notes"] == ("note", "1")
    assert facts(ask, plain + b"\n%%EOF")["%%EOF"] == ("earlier-version", "2")


def test_an_office_document_tells_who_wrote_and_changed_it(ask: Asking) -> None:
    held = io.BytesIO()
    core = "<cp:core><dc:creator>A. Person</dc:creator><cp:lastModifiedBy>B</cp:lastModifiedBy></cp:core>"
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("docProps/core.xml", core)
        made.writestr("word/document.xml", '<w:document><w:del w:id="1"/></w:document>')
        made.writestr("word/comments.xml", "<w:comments/>")
    told = facts(ask, held.getvalue())
    assert told["creator"] == ("person", "A. Person") and told["lastModifiedBy"] == ("person", "B")
    assert told["changes"] == ("earlier-version", "1") and told["comments"][0] == "note"


def test_a_web_page_tells_its_author_and_its_comments(ask: Asking) -> None:
    told = facts(ask, b"<html><meta name=\"author\" content='A. Person'><!-- draft 2 --><p>a")
    assert told == {"author": ("person", "A. Person"), "comment": ("note", "draft 2")}


def test_plain_words_tell_nothing(ask: Asking) -> None:
    assert facts(ask, b"words") == {}
