"""The only room that knows Streamlit, with pages/: router, shared choices, components."""
