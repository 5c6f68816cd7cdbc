"""A chart to take along: as a picture on the clipboard or in a file, or as a table for a spreadsheet."""

from __future__ import annotations

from pathlib import Path as File

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from counteroffer.documents.write import write_file
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.ui.charts.chart import Chart
from counteroffer.ui.charts.picture import as_image, as_png, as_svg
from counteroffer.ui.papers.saving import ask_where

_KINDS = "PNG (*.png);;SVG (*.svg)"


def open_menu(chart: Chart, at: QPoint) -> QMenu:
    """The menu of a chart, shown at a place on the screen."""
    _ = chart.ctx.translate
    menu = QMenu(chart)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(_("Copy as picture"), lambda: copy_picture(chart))
    menu.addAction(_("Save as picture …"), lambda: save_picture(chart))
    menu.addAction(_("Copy the table"), lambda: copy_table(chart))
    menu.popup(at)
    return menu


def copy_picture(chart: Chart) -> None:
    """Put the picture on the clipboard."""
    QGuiApplication.clipboard().setImage(as_image(chart))
    chart.tell(chart.ctx.translate("Copied"))


def copy_table(chart: Chart) -> None:
    """Put the table on the clipboard, its cells parted by tabs."""
    rows = ("\t".join(" ".join(cell.split()) for cell in row) for row in chart.table())
    QGuiApplication.clipboard().setText("\n".join(rows))
    chart.tell(chart.ctx.translate("Copied"))


def save_picture(chart: Chart) -> None:
    """Ask where to save the picture; its ending says whether it becomes a PNG or an SVG."""
    _ = chart.ctx.translate
    file = ask_where(chart.window(), _("Save the picture"), _("chart.png"), _KINDS)
    if file is None:
        return
    try:
        written = write_picture(chart, file)
    except (BadInput, Fault) as problem:
        chart.tell(_(problem.sentence))
        return
    chart.tell(_("Saved as {name}.").format(name=written.name))


def write_picture(chart: Chart, file: File) -> File:
    """Write it, as an SVG if the name says so, else as a PNG; where it is now. Raises BadInput or Fault."""
    if file.suffix.lower() not in (".png", ".svg"):
        file = file.with_name(f"{file.name}.png")
    write_file(file, as_svg(chart) if file.suffix.lower() == ".svg" else as_png(chart))
    return file
