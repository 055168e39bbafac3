"""No page shows a literal of its own: every text goes through the catalogues."""

import ast
import re

from marked_texts import ROOT, constants, name_of

TEXT_CALLS = {
    "title", "header", "subheader", "caption", "markdown", "write", "text", "info", "warning", "error", "success",
    "button", "download_button", "link_button", "page_link", "checkbox", "toggle", "radio", "selectbox", "multiselect",
    "slider", "select_slider", "text_input", "text_area", "number_input", "date_input", "file_uploader",
    "segmented_control", "pills", "expander", "popover", "metric", "progress", "status", "spinner", "toast", "badge",
    "form_submit_button", "dialog", "data_editor", "Page",
}  # fmt: skip
TEXT_KEYWORDS = {"label", "help", "placeholder", "title", "body", "caption", "text"}
ICON = re.compile(r":material/[a-z0-9_]+:")
NAME = "Partnerspiegel"
WORD = re.compile(r"[^\W\d_]{2,}")


def files():
    return sorted([*ROOT.glob("pages/**/*.py"), *ROOT.glob("regional/ui/**/*.py"), *ROOT.glob("app.py")])


def is_streamlit(node):
    """Tell whether a call is made on ``st`` itself (columns and tabs have names of many kinds)."""
    func = node.func
    return isinstance(func, ast.Attribute) and name_of(func.value) in {"st", "sidebar"} and func.attr in TEXT_CALLS


def shown(node):
    """Yield the arguments of a Streamlit call that a reader sees."""
    if node.func.attr not in {"Page", "page_link"}:  # their first argument is a file
        yield from node.args[:1]
    yield from (k.value for k in node.keywords if k.arg in TEXT_KEYWORDS)


def literals(node):
    """Return the words in a shown argument that no catalogue knows; f-strings count by their fixed parts."""
    if isinstance(node, ast.JoinedStr):
        texts = [v.value for v in node.values if isinstance(v, ast.Constant)]
    else:
        texts = constants(node)
    bare = [re.sub(r"<[^>]*>|&\w+;", "", ICON.sub("", text.replace(NAME, ""))) for text in texts]
    return [text for text in bare if WORD.search(text)]


def untranslated(source, name="page.py"):
    calls = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Call) and is_streamlit(n)]
    return [f"{name}:{call.lineno}: {text}" for call in calls for arg in shown(call) for text in literals(arg)]


def test_pages_show_only_translated_texts():
    found = [line for path in files() for line in untranslated(path.read_text(encoding="utf-8"), path.name)]
    assert not found, "\n".join(found)


def test_the_walk_sees_a_literal():
    assert untranslated('st.title("Overzicht")') == ["page.py:1: Overzicht"]
    assert untranslated('st.sidebar.button(f"Save {n}")') == ["page.py:1: Save "]
    assert untranslated('st.metric(label="Partners", value=3)') == ["page.py:1: Partners"]


def test_the_walk_allows_keys_icons_and_marked_texts():
    assert not untranslated('st.button(t("Save"), key="save", icon=":material/save:")')
    assert not untranslated('st.markdown(f"**{name}** :material/info:")')
