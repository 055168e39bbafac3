"""Who may see and do what. Pure functions over what a request brings; no Streamlit."""

from regional.access.modes import Access, Mode, Request, mode
from regional.access.rights import Deed, Permission, may, safe_page

__all__ = ["Access", "Deed", "Mode", "Permission", "Request", "may", "mode", "safe_page"]
