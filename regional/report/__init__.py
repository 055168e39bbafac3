"""The report: one Mirror as PDF, as one HTML file, as a workbook and as CSV."""

from regional.report.page import report_html
from regional.report.pdf import report_pdf
from regional.report.tables import report_csv, report_xlsx

__all__ = ["report_csv", "report_html", "report_pdf", "report_xlsx"]
