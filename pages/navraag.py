"""The old address of the page with questions to partners: it is bookmarked, and opens the page of now."""

import streamlit as st

from regional.ui.router import show

show(lambda _: st.switch_page("pages/vragen_aan_partners.py"))
