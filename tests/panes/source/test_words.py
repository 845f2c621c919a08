"""What the pane calls things."""

from dataclasses import replace

import pytest

from tests.panes.source.made import document_of
from viewer.panes.source.words import document_name
from viewer.wording.voice import English

HEAD = document_of("One.", {}).head


@pytest.mark.parametrize(
    ("hold", "derivation", "name"),
    [
        ("held", None, "Document"),
        ("held", "translation", "Translation"),
        ("held", "redaction", "Redacted copy"),
        ("held", "conversion", "Made from it"),
        ("note", "extract-note", "Our note"),
        ("not-held", None, "Original, not held"),
    ],
)
def test_a_tab_says_what_was_made_of_the_original(hold: str, derivation: str | None, name: str) -> None:
    assert document_name(English(), replace(HEAD, hold=hold, derivation=derivation)) == name
