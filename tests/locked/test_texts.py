"""Text documents become blocks: the same document text whoever reads it, and nothing of a page that acts."""

from __future__ import annotations

import pytest

from tests.locked.conftest import Asking
from viewer.index import markup
from viewer.locked.messages import ReadText, Refused, TextBlocks
from viewer.locked.texts import LARGEST_TEXT


def read(ask: Asking, content: bytes, media_type: str = "text/html") -> TextBlocks:
    answer = ask(content, ReadText("d", media_type))  # type: ignore[arg-type]
    assert isinstance(answer, TextBlocks)
    return answer


def told(blocks: TextBlocks) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, block.text) for block in blocks.blocks]


@pytest.mark.parametrize("media_type", ["text/markdown", "text/plain"])
def test_markdown_and_plain_text_are_read_as_the_index_reads_them(ask: Asking, media_type: str) -> None:
    content = "# Statement\r\n\r\n1. *He* said\r\n2. `no`\r\n\r\n> \u0634\u0627\u0647\u062f\r\n".encode()
    answer = read(ask, content, media_type)
    assert answer.text == markup.document_text(content)
    assert answer.blocks == list(markup.blocks(answer.text, media_type))


def test_a_page_is_read_block_by_block(ask: Asking) -> None:
    page = (
        "<h2>Report</h2><p>One\n  <b>two</b> <i>three</i><ul><li>a<ul><li>b</ul><li>c</ul><ol><li>x<li>y</ol>"
        "<blockquote><p>said</blockquote><pre>\n  a\n b</pre><hr><table><tr><th>k<th>v<tr><td>1<td><p>2</table>"
        "after"
    )
    assert told(read(ask, page.encode())) == [
        ("heading", 2, "Report"),
        ("paragraph", 0, "One two three"),
        ("item", 1, "a"),
        ("item", 2, "b"),
        ("item", 1, "c"),
        ("item", 1, "1. x"),
        ("item", 1, "2. y"),
        ("quote", 1, "said"),
        ("code", 0, "  a\n b"),
        ("rule", 0, ""),
        ("row", 1, "k\tv"),
        ("row", 0, "1\t2"),
        ("paragraph", 0, "after"),
    ]


def test_every_shown_sign_stands_in_the_document_text(ask: Asking) -> None:
    answer = read(ask, "<p>One &amp; <b>two</b></p>\n<hr><li>three<p>\u0634\u0627\u0647\u062f".encode())
    for block in answer.blocks:
        for shown, place, length in block.pieces:
            assert answer.text[place : place + length] == block.text[shown : shown + length]


def test_styles_are_ranges_of_their_block(ask: Asking) -> None:
    (block,) = read(ask, b"<p>a <b>bold <i>both</i></b> <a href='https://example.org/x'>there</a>").blocks
    assert [(block.text[s.start : s.end], s.style, s.target) for s in block.spans] == [
        ("bold both", "strong", None),
        ("both", "emphasis", None),
        ("there", "link", "https://example.org/x"),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<script>evil()</script>", "<style>evil</style>", "<img src='file:///evil' onerror='evil()'>",
        "<a href='javascript:evil()'></a>", "<iframe src='evil'>evil</iframe>", "<svg><text>evil</text></svg>",
        "<!-- evil -->", "<title>evil</title>", "<object data='evil'>evil</object>", "<template>evil</template>",
        "<noscript>evil</noscript>", "<textarea>evil</textarea>", "<math><mi>evil</mi></math>",
        "<input value='evil'>",
    ],
)  # fmt: skip
def test_what_acts_or_loads_is_gone(ask: Asking, page: str) -> None:
    answer = read(ask, f"<p>before</p>{page}<p>after</p>".encode())
    assert answer.text == "before\nafter"
    assert "evil" not in str(answer)


@pytest.mark.parametrize(
    "target", ["javascript:a()", "JaVaScRiPt:a()", "data:text/html,a", "file:///etc/x", "//h/x", "x"]
)
def test_a_link_that_is_no_address_is_no_link(ask: Asking, target: str) -> None:
    (block,) = read(ask, f"<a href='{target}'>there</a>".encode()).blocks
    assert block.text == "there"
    assert all(span.target is None for span in block.spans)


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        ("caf\u00e9".encode(), "caf\u00e9", "utf-8"),
        ("caf\u00e9".encode("cp1252"), "caf\u00e9", "cp1252"),
        (
            b"<meta charset=windows-1256>" + "\u0634\u0627\u0647\u062f".encode("cp1256"),
            "\u0634\u0627\u0647\u062f",
            "cp1256",
        ),
        ("\ufeff\u0634".encode("utf-16-le"), "\u0634", "utf-16-le"),
        ("\ufeff\u0634".encode(), "\u0634", "utf-8"),
        (b"<meta charset=koi8-r>" + "\u0434\u0430".encode("koi8-r"), "\u0434\u0430", "koi8_r"),
        (b"<meta charset=nothing-known>" + "\u0634".encode(), "\u0634", "utf-8"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_names(ask: Asking, content: bytes, text: str, encoding: str) -> None:
    answer = read(ask, content)
    assert (answer.text, answer.encoding) == (text, encoding)


def test_a_text_of_unusual_length_is_refused(ask: Asking) -> None:
    assert ask(b"a" * (LARGEST_TEXT + 1), ReadText("d", "text/plain")) == Refused("too-large", "text")
