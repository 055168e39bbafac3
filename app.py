"""Partnerspiegel: `streamlit run app.py -- --local` (or simply `make run`).

Streamlit runs this file twice over: the server imports it once, and then each visit runs it as ``__main__``.
"""

if __name__ == "__main__":
    from regional.ui.router import run

    run()
else:
    import streamlit as st

    from regional.ui import server

    app = st.App(__file__, middleware=server.middleware(), routes=server.routes(), lifespan=server.lifespan)
