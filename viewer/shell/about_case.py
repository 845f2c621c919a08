"""About this case: who made it and how, what was read, what was left out, its balance, its digests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from viewer.case.when import BadDate, parse
from viewer.index.ask.about import About, Share
from viewer.look.current import Look
from viewer.shell.sheetview import ReadingPage
from viewer.wording.dates import say_when
from viewer.wording.digests import digest_groups
from viewer.wording.voice import Voice, fill

if TYPE_CHECKING:
    from viewer.index.reader import Alterations
    from viewer.session.verification import Judgement, Verification


class AboutCase(QDialog):
    """One window of plain text. Nothing in it is a verdict."""

    def __init__(self, about: About, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self.setWindowTitle(self.tr("About this case"))
        self._page = page = ReadingPage(look, self.tr("About this case"), self)
        self._fill(page, about)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, look.space.medium)
        layout.addWidget(page)
        layout.addWidget(buttons)
        self.resize(look.space.px(720), look.space.px(640))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def show_seal(self, verification: Verification, altered: Alterations) -> None:
        """What is known of the seal and of the files, and what becomes known while the page is open."""
        self._altered = altered
        self._page.heading(self.tr("Seal and custody"))
        self._short, self._custody = self._page.paragraph(""), self._page.paragraph("")
        if verification.shipped:
            self._page.paragraph(self.tr("This case was shipped with the program."))
        self._page.paragraph(self.tr("Verify… shows every answer, every file and every step."), "muted")
        self._files = self._page.mono("")
        self._show_altered()
        verification.judged.connect(self._show_judgement)
        if verification.judgement:
            self._show_judgement(verification.judgement)
        else:
            bare = self.tr("Not verified: only the database is at hand, and nothing says what it should be.")
            self._short.setText(self.tr("Not checked yet.") if verification.case else bare)

    # What others tell us

    def _show_judgement(self, judgement: Judgement) -> None:
        from viewer.wording.custody import custody_lines
        from viewer.wording.verdicts import say_short

        self._short.setText(say_short(self._voice, judgement.verdict))
        lines = custody_lines(self._voice, judgement.verdict.custody, judgement.names)
        self._custody.setText("\n".join(lines))
        self._show_altered()

    # How it is done

    def _show_altered(self) -> None:
        """Every document that is not as listed, with both hashes."""
        from viewer.wording.seal_status import say_altered_file

        lines = [say_altered_file(self._voice, name, *hashes) for name, hashes in sorted(self._altered.items())]
        self._files.setText("\n\n".join(lines))
        self._files.setVisible(bool(lines))

    def _fill(self, page: ReadingPage, about: About) -> None:
        page.title(about.title)
        for title in about.titles:
            page.paragraph(self._translated(title.text, title.status), "muted")
        if about.fiction:
            page.paragraph(self.tr("This case is fiction."))
        page.paragraph(about.summary)
        self._fill_making(page, about)
        self._fill_counts(page, about)
        self._fill_balance(page, about)
        self._fill_digests(page, about)

    def _translated(self, text: str, status: str) -> str:
        if status == "draft":
            return self.tr("%1 (draft translation, checked by no native reader)").replace("%1", text)
        return text

    def _fill_making(self, page: ReadingPage, about: About) -> None:
        page.heading(self.tr("How it was made"))
        page.table(
            (what, answer)
            for what, answer in (
                (self.tr("Prepared by"), about.prepared_by),
                (self.tr("Prepared on"), self._date(about.prepared_on)),
                (self.tr("How"), about.prepared_how),
                (self.tr("What was read"), about.what_was_read),
                (self.tr("Left out on purpose"), about.left_out),
                (self.tr("Grades proposed by"), about.graded_by),
                (self.tr("Terms of use"), about.licence),
            )
            if answer
        )
        page.heading(self.tr("Principles"))
        for principle in about.principles:
            page.paragraph(f"– {principle}")

    def _fill_counts(self, page: ReadingPage, about: About) -> None:
        counts, number = about.counts, self._voice.number
        page.heading(self.tr("What it holds"))
        page.table(
            (
                (self.tr("Events"), number(counts.events)),
                (self.tr("Events on which claims cannot all be true"), number(counts.disputed_events)),
                (self.tr("Claims"), number(counts.claims)),
                (self.tr("Claims stated only in notes of ours"), number(counts.only_in_notes)),
                (self.tr("Sources"), number(counts.sources)),
                (self.tr("Sources that a claim rests on"), number(counts.sources_cited)),
                (self.tr("Quotations"), number(counts.quotes)),
                (self.tr("Places"), number(counts.places)),
                (self.tr("People and organisations"), number(counts.agents)),
                (self.tr("Places where accounts differ"), number(counts.discrepancies)),
                (self.tr("Documents in the case"), number(counts.documents_held)),
                (self.tr("Documents named but not held"), number(counts.documents_not_held)),
            )
        )

    def _fill_balance(self, page: ReadingPage, about: About) -> None:
        for heading, shares in (
            (self.tr("Claims by the claimant’s side"), about.claims_by_claimant_party),
            (self.tr("Claims by the publisher’s side"), about.claims_by_publisher_party),
            (self.tr("Sources by what was read of them"), about.sources_by_read_status),
            (self.tr("Sources by kind"), about.sources_by_kind),
        ):
            page.heading(heading)
            page.table(self._shares(shares))

    def _shares(self, shares: tuple[Share, ...]) -> list[tuple[str, str]]:
        return [(share.label, self._voice.number(share.count)) for share in shares]

    def _fill_digests(self, page: ReadingPage, about: About) -> None:
        page.heading(self.tr("Digests (SHA-256)"))
        page.paragraph(self.tr("The case: of the file manifest-sha256.txt, which lists every file in the case."))
        page.mono(digest_groups(about.case_digest))
        page.paragraph(self.tr("The database in it, data/case.sqlite."))
        page.mono(digest_groups(about.database_digest))
        page.paragraph(fill(self.tr("The identifier of the case is %1."), about.case_uid))

    def _date(self, stated: str) -> str:
        try:
            return say_when(self._voice, parse(stated))
        except BadDate:
            return stated
