"""What an event is: kind, title, date with its doubt, place, the range of figures, the editor's summary."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from viewer.index.ask.chips import Headline
from viewer.index.ask.events import DateGiven, EventView, PlaceView, Translated
from viewer.look.glyphs import paint_glyph
from viewer.look.ink import reads_from_right
from viewer.look.style import dress
from viewer.look.theme import kind_colour
from viewer.look.voice import isolate
from viewer.panes.detail.fold import Fold, Pair
from viewer.panes.detail.guide import Guide
from viewer.panes.detail.marked_words import MarkedWords
from viewer.panes.detail.words import Mark, Words
from viewer.session.focus import Focus
from viewer.wording.dates import say_bounds, say_when
from viewer.wording.doubt import disputed_sentence, disputed_word, loose_words, translation_words
from viewer.wording.figures import headline_measure, headline_range, headline_sentence
from viewer.wording.relations import place_words
from viewer.wording.voice import fill


class EventHead(QWidget):
    """The top of the pane."""

    def __init__(self, guide: Guide, event: EventView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._event = event
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(guide.look.space.px(6))
        self._layout.addLayout(self._kind_line())
        self._layout.addWidget(self._title_block())
        for date in event.dates:
            self._layout.addLayout(self._other_date(date))
        if event.summary:
            self._layout.addSpacing(guide.look.space.tight)
            self._layout.addWidget(Mark(self.tr("Editor's summary"), tone="muted"))
            self._layout.addWidget(MarkedWords(guide, event.summary))
        if event.translations:
            count = len(event.translations)
            title = guide.voice.translate("EventHead", "Title in %n other language(s)", n=count)
            self._layout.addWidget(Fold(guide, title, self._translations))

    # How it is done

    def _kind_line(self) -> QHBoxLayout:
        event, guide = self._event, self._guide
        words = event.kind_label
        if event.subkind_label:
            words = fill(self.tr("%1 · %2", "kind and subkind"), words, event.subkind_label)
        line = QHBoxLayout()
        line.setSpacing(guide.look.space.px(6))
        line.addWidget(KindGlyph(guide, event.kind, self._to_the_day()))
        line.addWidget(Mark(words, text="label", tone="muted"))
        if event.disputed_points:
            line.addSpacing(guide.look.space.tight)
            line.addWidget(self._pill())
        line.addStretch(1)
        if event.claims:
            line.addWidget(self._compare())
        return line

    def _compare(self) -> QPushButton:
        button = QPushButton(self.tr("Compare accounts"))
        dress(button, role="link", text="label")
        button.setToolTip(self.tr("A table of who says what on each point"))
        button.clicked.connect(self._guide.comparison_asked)
        return button

    def _to_the_day(self) -> bool:
        when = self._event.when
        return when is not None and when.sure_start

    def _pill(self) -> Mark:
        pill = Mark(disputed_word(self._guide.voice), role="pill")
        why = disputed_sentence(self._guide.voice, self._event.disputed_points)
        pill.setToolTip(why)
        pill.setAccessibleDescription(why)
        return pill

    def _title_block(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._guide.look.space.tight)
        column.addWidget(MarkedWords(self._guide, self._event.title, text="title"))
        column.addWidget(self._date_line())
        column.addStretch(1)
        if self._event.headline is None:
            return left
        figures = HeadFigures(self._guide, self._event.headline)
        pair = Pair(left, figures, self._guide.look.space.px(440), (1, 0))
        pair.set_spacing(self._guide.look.space.large)
        pair.tell(figures.stand_beside)
        return pair

    def _date_line(self) -> Words:
        event, voice = self._event, self._guide.voice
        parts = [say_when(voice, event.when) if event.when else event.date_text or loose_words(voice, event.loose)]
        if event.when and event.loose:
            parts.append(loose_words(voice, event.loose))
        if event.place:
            parts.append(place_words(voice, event.place))
        said = [part for part in parts if part]
        line = said[0] if said else ""
        for part in said[1:]:
            line = fill(self.tr("%1 · %2", "date, place"), line, part)
        words = Words(line, tone="muted")
        words.setToolTip("\n".join(self._date_and_place_notes()))
        return words

    def _date_and_place_notes(self) -> list[str]:
        event, voice = self._event, self._guide.voice
        notes = [say_bounds(voice, event.when)] if event.when else []
        if event.date_text:
            notes.append(fill(self.tr("As written: %1"), event.date_text))
        return notes + (place_notes(event.place) if event.place else [])

    def _other_date(self, date: DateGiven) -> QHBoxLayout:
        guide = self._guide
        line = QHBoxLayout()
        line.setSpacing(guide.look.space.small)
        said = fill(self.tr("Another date stated: %1"), say_when(guide.voice, date.when, "plain"))
        if date.note:
            said = fill(self.tr("%1 (%2)", "a date, a note"), said, date.note)
        words = Words(said, text="label", tone="muted")
        words.setToolTip(say_bounds(guide.voice, date.when))
        line.addWidget(words, 1)
        if date.source:
            from viewer.panes.detail.chips import ChipSpot

            focus = Focus(event=self._event.uid, source=date.source.uid)
            line.addWidget(ChipSpot(guide, date.source, focus), 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _translations(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        for translated in self._event.translations:
            column.addWidget(Words(translated.text))
            column.addWidget(Words(self._translation_line(translated), text="small", tone="muted"))
        return box

    def _translation_line(self, translated: Translated) -> str:
        language = QLocale(translated.lang).nativeLanguageName() or translated.lang
        status = translation_words(self._guide.voice, translated.status)
        words = self.tr("%1 · %2", "how far a translation is checked, its language")
        return fill(words, status, isolate(language, reads_from_right(language)))


class HeadFigures(QWidget):
    """The range in large figures over what was counted, in the colour of text."""

    def __init__(self, guide: Guide, headline: Headline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        figures = Words(headline_range(guide.voice, headline), text="figure")
        measure = Words(headline_measure(guide.voice, headline), text="label", tone="muted")
        self._lines = (figures, measure)
        for words in self._lines:
            words.setWordWrap(False)
            words.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
            column.addWidget(words)
        column.addStretch(1)
        self.stand_beside(True)
        self.setToolTip(headline_sentence(guide.voice, headline))
        figures.setAccessibleDescription(headline_sentence(guide.voice, headline))

    def stand_beside(self, beside: bool) -> None:
        """At the far side of the title, or below it."""
        for words in self._lines:
            words.align_trailing(beside)


class KindGlyph(QWidget):
    """The glyph of the event's kind, filled when dated to the day."""

    def __init__(self, guide: Guide, kind: int, filled: bool) -> None:
        super().__init__()
        self._guide = guide
        self._kind = kind
        self._filled = filled
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._guide.look.space.px(14)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._guide.look.theme
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_glyph(QPainter(self), self._kind, box, kind_colour(theme, self._kind), self._filled)


def place_notes(place: PlaceView) -> list[str]:
    """Full name, where the coordinate comes from and how others describe the place."""
    lines = [place.name, place.basis, place.note, *place.reported]
    return [line for line in lines if line]
