"""What a page, the report or a sheet says, as data: no Streamlit, no HTML, no paper."""
