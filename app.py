"""Partnerspiegel: `streamlit run app.py -- --local` (or simply `make run`)."""

from regional.ui.router import run

run()
