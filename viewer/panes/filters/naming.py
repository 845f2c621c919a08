"""What a value of a facet is called here: the case names most, we name flags and languages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from viewer.case.frozen import replace
from viewer.index.ask.facets import FacetValue
from viewer.wording.filters import flag_label
from viewer.wording.voice import Voice


def named(voice: Voice, facet: str, value: FacetValue) -> FacetValue:
    """The value with the label that is shown."""
    match facet:
        case "flags":
            return replace(value, label=flag_label(voice, value.value))
        case "language":
            return replace(value, label=language_name(value.value))
        case "reliability" if value.label != value.value:
            return replace(value, label=f"{value.value} · {value.label}")
    return value


def language_name(code: str) -> str:
    """A language by its own name: "en" = English, "fa" = فارسی; the code where Qt knows none."""
    if code == "und":
        return QCoreApplication.translate("Filters", "not stated")
    locale = QLocale(code)
    if locale.language() == QLocale.Language.C:
        return code
    english = locale.language() == QLocale.Language.English
    return "English" if english else locale.nativeLanguageName() or code
