"""Blocks show what a reader should see, and every shown word knows its place in the document text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.index.block import Block, pack, unpack
from viewer.index.markup import blocks, document_text

TEXT = """# Title & more ##

Some *emph* and **strong _both_** with `code  x` and [link *a*](http://x.y/a "t") tail
second line \\* esc &amp; <http://auto.link/x> un*matched `tick\\
hard. ![img](a.png) <b>html</b>

> quoted **a**
> more

3. one
4. two

   again
   - sub
     lazy

| a | b |
|---|---|
| 1 | **2** |

```
code 1
  code 2
```

---
Set
===
"""


def read(text: str) -> list[Block]:
    return list(blocks(text, "text/markdown"))


def faults(text: str) -> list[tuple[str, str]]:
    """Pieces whose words are not those of the document text (ends of lines, escapes and entities aside)."""
    pairs = [
        (block.text[shown : shown + length], text[place : place + length])
        for block in read(text)
        for shown, place, length in block.pieces
    ]
    return [(a, b) for a, b in pairs if a.replace(" ", "\n") != b.replace(" ", "\n")]


def test_each_kind_of_block_is_told_apart() -> None:
    found = [(block.kind, block.level, block.text) for block in read(TEXT)]
    assert found[0] == ("heading", 1, "Title & more")
    assert found[2:8] == [
        ("quote", 1, "quoted a more"),
        ("item", 1, "3. one"),
        ("item", 1, "4. two"),
        ("paragraph", 1, "again"),
        ("item", 2, "sub lazy"),
        ("row", 1, "a\tb"),
    ]
    assert found[8:] == [
        ("row", 0, "1\t2"),
        ("code", 0, "code 1\n  code 2"),
        ("rule", 0, ""),
        ("heading", 1, "Set"),
    ]


def test_markup_is_not_shown_and_html_is_only_text() -> None:
    assert read(TEXT)[1].text == (
        "Some emph and strong both with code  x and link a tail second line * esc & http://auto.link/x"
        " un*matched `tick\nhard. !img <b>html</b>"
    )


def test_spans_name_their_form_and_target() -> None:
    block = read(TEXT)[1]
    spans = [(block.text[span.start : span.end], span.style, span.target) for span in block.spans]
    assert spans == [
        ("emph", "emphasis", None),
        ("strong both", "strong", None),
        ("both", "emphasis", None),
        ("code  x", "code", None),
        ("link a", "link", "http://x.y/a"),
        ("a", "emphasis", None),
        ("http://auto.link/x", "link", "http://auto.link/x"),
        ("img", "link", "a.png"),
    ]


def test_pieces_lead_to_the_same_words_in_the_document_text() -> None:
    assert faults(TEXT) == []


def test_all_that_is_shown_of_prose_has_a_place() -> None:
    for block in read(TEXT)[:7]:
        assert sum(length for _, _, length in block.pieces) == len(block.text)


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("ab *_`[]()<>#\n-1.|\\ق"), max_size=60))
def test_places_hold_for_any_markup(text: str) -> None:
    document = document_text(text.encode())
    for block in read(document):
        end = 0
        for shown, place, length in block.pieces:
            assert shown >= end
            assert length > 0
            assert place + length <= len(document) + 1
            end = shown + length
        assert end <= len(block.text)
    assert [fault for fault in faults(document) if "\\" not in document] == []


def test_a_link_that_runs_code_is_left_as_text() -> None:
    (block,) = read("[x](javascript:alert(1))")
    assert block.spans == ()


def test_plain_text_is_shown_as_it_is() -> None:
    text = document_text(b"\xef\xbb\xbfone *a*\r\ntwo\r\n\r\n\r\nthree\n")
    found = list(blocks(text, "text/plain"))
    assert [(block.text, block.pieces) for block in found] == [
        ("one *a*\ntwo", ((0, 0, 11),)),
        ("three", ((0, 14, 5),)),
    ]


def test_what_is_not_text_has_no_blocks() -> None:
    assert list(blocks("%PDF", "application/pdf")) == []


def test_a_block_is_the_same_after_packing() -> None:
    assert list(unpack(map(pack, read(TEXT)))) == read(TEXT)
    assert unpack([]) == ()
