"""Figures by claimant on one measure: the chart, and the same rows as a table one key away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from viewer.binding.typed import TYPE_CHECKING
from viewer.index.ask.events import Chart
from viewer.look.fonts import Role
from viewer.look.theme import faded
from viewer.panes.detail.guide import Guide
from viewer.panes.detail.row import Columns, FigureRow, Plot, columns
from viewer.panes.detail.scale import Axis, axis
from viewer.panes.detail.spot import AirySection, SpotGroup, margins
from viewer.panes.detail.words import Words, heading
from viewer.wording.figures import band_legend
from viewer.wording.voice import fill

if TYPE_CHECKING:
    from viewer.panes.detail.table import FigureTable


class ChartSection(AirySection):
    """Title, legend, the switch between chart and table, and one of the two."""

    def __init__(self, guide: Guide, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._chart = chart
        self._table: FigureTable | None = None
        self.canvas = ChartCanvas(guide, chart, self)
        self.canvas.setAccessibleName(self._title())
        self.switch = self._make_switch()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(guide.look.space.tight)
        self._layout.addLayout(self._make_title())
        if legend := band_legend(guide.voice, chart.bands):
            words = Words(legend, text="small", tone="muted")
            words.setContentsMargins(*margins(guide))
            self._layout.addWidget(words)
        self._layout.addWidget(self.canvas)
        QShortcut(QKeySequence("T"), self, self.swap, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._name_switch()

    @property
    def shows_table(self) -> bool:
        return self._table is not None and not self._table.isHidden()

    def swap(self) -> None:
        """Show the table instead of the chart, or the chart again."""
        if self._table is None:
            from viewer.panes.detail.table import FigureTable

            self._table = FigureTable(self._guide, self._chart.claims, self)
            self._table.setAccessibleName(self._title())
            self._table.hide()
            self._layout.addWidget(self._table)
        to_table = self._table.isHidden()
        was_inside = self.focusWidget() is not None and self.focusWidget() is not self.switch
        self.canvas.setVisible(not to_table)
        self._table.setVisible(to_table)
        self._name_switch()
        if was_inside:
            (self._table if to_table else self.canvas.spots()[0]).setFocus(Qt.FocusReason.OtherFocusReason)
        self._guide.shape_changed.emit()

    # How it is done

    def _title(self) -> str:
        return fill(self.tr("Figures by claimant: %1", "what was counted"), self._chart.label)

    def _make_switch(self) -> QToolButton:
        switch = QToolButton(self)
        switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        side = self._guide.look.space.px(16)
        switch.setIconSize(QSize(side, side))
        switch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        switch.clicked.connect(self.swap)
        return switch

    def _name_switch(self) -> None:
        table = self.shows_table
        self.switch.setText(self.tr("Chart") if table else self.tr("Table"))
        self.switch.setIcon(self._guide.look.icon("chart" if table else "table", "muted"))
        named = self.tr("Show as a chart (T)") if table else self.tr("Show as a table (T)")
        self.switch.setToolTip(named)
        self.switch.setAccessibleName(named)

    def _make_title(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(self._guide.look.space.small, 0, 0, 0)
        line.addWidget(heading(self._title()), 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        return line


class ChartCanvas(SpotGroup):
    """The axis, the shaded bands and the grid; the rows stand on it."""

    def __init__(self, guide: Guide, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._chart = chart
        self._columns: Columns | None = None
        self._axis = Axis(1.0, ())
        self._heights: dict[int, int] = {}  # layouts ask for a few widths by turns
        self.rows = [
            FigureRow(guide, claim, claim.figure, self) for claim in chart.claims if claim.figure is not None
        ]
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.give_tab_stop()

    # What Qt calls

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            divided, _ = self._divide(width)
            rows = sum(row.height_in(divided) for row in self.rows)
            self._heights[width] = self._head() + rows + self._guide.look.space.tight
        return self._heights[width]

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._columns, self._axis = self._divide(self.width())
        top = self._head()
        for row in self.rows:
            height = row.height_in(self._columns)
            row.arrange(self._columns, self._axis)
            row.setGeometry(0, top, self.width(), height)
            top += height

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._columns is None:
            return
        painter = QPainter(self)
        plot = self._plot(self._columns)
        if self._columns.narrow:
            painter.setClipRegion(self._strips())
        self._paint_bands(painter, plot)
        self._paint_grid(painter, plot)

    # How it is done

    def _head(self) -> int:
        """Pixels above the first row, for the numbers of the axis."""
        return self._guide.look.space.px(22)

    def _inset(self) -> float:
        return self._guide.look.space.small

    def _divide(self, width: int) -> tuple[Columns, Axis]:
        inner = width - 2 * self._inset()
        number = min(max((row.number_width() for row in self.rows), default=0.0), inner * 0.4)
        divided = columns(self._guide.look, inner, number)
        most = max(2, min(6, int(divided.plot[1] / self._guide.look.space.px(44))))
        return divided, axis([row.figure for row in self.rows], most)

    def _plot(self, divided: Columns) -> Plot:
        start, width = divided.plot
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - start - width - self._inset() if turned else start + self._inset()
        box = QRectF(left, self._head(), width, self.height() - self._head())
        return Plot(self._guide.look, box, 0, turned)

    def _strips(self) -> QRegion:
        """The axis and the lines of marks, so that nothing is painted behind the names."""
        region = QRegion(0, 0, self.width(), self._head())
        for row in self.rows:
            box = row.geometry()
            region += QRegion(box.left(), box.bottom() - row.strip(), box.width(), row.strip())
        return region

    def _paint_bands(self, painter: QPainter, plot: Plot) -> None:
        """A band of one number is as wide as a disc, so that it can be seen."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(self._guide.look.theme.claim, 0.14))
        least = self._guide.look.space.px(5)
        for band in self._chart.bands:
            ends = sorted((plot.x(self._axis.share(band.low)), plot.x(self._axis.share(band.high))))
            box = QRectF(ends[0] - least, self._head(), ends[1] - ends[0] + 2 * least, self.height())
            painter.drawRect(box)

    def _paint_grid(self, painter: QPainter, plot: Plot) -> None:
        look = self._guide.look
        painter.setFont(look.type.font(Role.SMALL))
        wide = look.space.px(60)
        for tick in self._axis.ticks:
            x = plot.x(self._axis.share(tick))
            painter.setPen(QPen(look.theme.line, 1))
            painter.drawLine(round(x), self._head(), round(x), self.height())
            painter.setPen(look.theme.muted)
            box = QRectF(x - wide / 2, 0, wide, self._head() - look.space.px(4))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._guide.voice.number(tick))
