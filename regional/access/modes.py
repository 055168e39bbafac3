"""In which of four ways a visitor is here (design.md, "Access").

The allow-list stands in ``.streamlit/secrets.toml``, beside Streamlit's own ``[auth]``::

    [access]
    editors = ["partnerships@museum.example"]
    viewers = ["director@museum.example"]
    hours = 12            # after which one signs in again; Streamlit's own cookie lasts 30 days
    own_provider = false  # true where the sign-in service is the museum's own and confirms no addresses

Addresses are compared without regard to case. Only whole addresses count: a whole domain cannot be allowed.
An address that the service has not confirmed could be anybody's (OpenID Connect Core 1.0, 5.7), so it counts only
where ``own_provider`` says that nobody but the museum makes accounts there (Microsoft Entra, one tenant).
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal
from urllib.parse import urlsplit

from regional.texts import N_, Message

Role = Literal["editor", "viewer"]
LOCAL_OPTION = "--local"
_HOURS = 12
_CLOCKS = 300
# Whatever a proxy, tunnel or CDN says of who it speaks for: RFC 7239 and 9110, and the names that are in use for it.
_PROXIES = re.compile(
    r"(x-)?forward.*|(.*-)?via|(.*-)?proxy(-.*)?|front-end-https|base-url|remote-(addr|host|user)"
    r"|x-(real|origin|original|originating|remote|cluster|envoy|azure|appengine|arr|proxyuser|coming|gateway|http).*"
    r"|x-(host|server|scheme|proto|protocol|port|url-scheme|ssl|nginx.*|client.*)"
    r"|(.*-)?(client|connecting|real|remote|source|src|user|visitor)-?ip(v?6)?"
    r"|(cf|cdn|ali-cdn|incap|coder|fly|fastly|akamai|tailscale|ngrok)-.+"
    r"|x-(akamai|amzn|amz|github|goog|ms|nf|railway|replit|server|sucuri|tunnel|vercel)-.+"
)

_PUBLIC = N_("This computer has a public address set, so the app does not open without signing in.")
_HOST = N_("Without signing in, the app opens only on the computer where it runs.")
_PROXY = N_("This request came through another server, so the app does not open without signing in.")
_ELSEWHERE = N_(
    "Another page on this computer asked for this, so the app does not open. Open it in a window of its own."
)
_SIGN_IN = N_("Please sign in.")
_SIGNED_OUT = N_("You have signed out. Please sign in again.")
_NOT_LISTED = N_("You are signed in, but you are not on the list of this museum. Ask the person who manages it.")
_NOT_VERIFIED = N_(
    "Your e-mail address has not been confirmed yet. Confirm it with your sign-in service and try again."
)
_TOO_LONG_AGO = N_("You signed in more than {hours} hours ago. Please sign in again.")
_ALONE = N_("Nothing is kept and sharing is off, because signing in has not been set up here.")


class Mode(StrEnum):
    """How a visitor is here."""

    LOCAL = "local"
    SIGNED_IN = "signed_in"
    VISITOR = "visitor"
    REFUSED = "refused"


@dataclass(frozen=True)
class Access:
    """How a visitor is here; ``reason`` tells why no more is possible, ``role`` and ``email`` when signed in.

    ``can_sign_in``: refused only until the visitor signs in.
    """

    mode: Mode
    reason: Message | None = None
    role: Role | None = None
    email: str = ""
    can_sign_in: bool = False


@dataclass(frozen=True)
class Request:
    """What is known of a visitor: the headers (any case), the ``Host`` and the OIDC claims, None if not signed in.

    ``has_ended``: that sign-in was signed out, here or on another device that holds the same cookie.
    """

    host: str
    headers: Mapping[str, str] = field(default_factory=dict)
    user: Mapping[str, object] | None = None
    has_ended: bool = False


def mode(
    options: Sequence[str], request: Request, configured_address: str, secrets: Mapping[str, object], now: float
) -> Access:
    """Return how a visitor is here.

    Parameters
    ----------
    options : what follows ``--`` on the command line.
    configured_address : ``browser.serverAddress`` or the public address of the installation, "" for none.
    secrets : with ``auth`` (Streamlit's OIDC settings) and ``access`` (the allow-list).
    now : seconds since 1970 (UTC).
    """
    if LOCAL_OPTION in options:
        fault = _local_fault(request, configured_address)
        return Access(Mode.REFUSED, Message.of(fault)) if fault else Access(Mode.LOCAL)
    if not secrets.get("auth"):
        return Access(Mode.VISITOR, Message.of(_ALONE))
    if request.user is None:
        return Access(Mode.REFUSED, Message.of(_SIGN_IN), can_sign_in=True)
    if request.has_ended:
        return Access(Mode.REFUSED, Message.of(_SIGNED_OUT), can_sign_in=True)
    listed = secrets.get("access")
    return _signed_in(request.user, listed if isinstance(listed, Mapping) else {}, now)


def is_loopback(host: str) -> bool:
    """Tell whether a Host header (with or without port) or bare address names this computer itself.

    Only ``localhost`` and literal loopback addresses do: a name that resolves to one (127.0.0.1.nip.io,
    localhost.evil.com) is how DNS rebinding gets in. A trailing dot and a scope are refused as unusual.
    """
    name = _host_name(host)
    if name == "localhost":
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return "%" not in name and mapped is None and address.is_loopback


def _host_name(host: str) -> str:
    if not host.isascii() or any(character in host for character in "/\\@?# \t\r\n,") or host.endswith(":"):
        return ""
    if host.count(":") > 1 and not host.startswith("["):
        return host  # a bare IPv6 address, as a configured address may be
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return ""
    return parts.hostname or ""


def _local_fault(request: Request, configured_address: str) -> str:
    if configured_address and not is_loopback(configured_address):
        return _PUBLIC
    if any(_is_forwarding(name) for name in request.headers):
        return _PROXY
    if not is_own_origin(_header(request, "origin"), request.host):
        return _ELSEWHERE
    hosts = [request.host, *(value for name, value in request.headers.items() if name.strip().lower() == "host")]
    return "" if all(is_loopback(host) for host in hosts) else _HOST


def is_own_origin(origin: str | None, host: str) -> bool:
    """Tell whether a request comes from our own page: no Origin at all, or the one of ``host``, port and all.

    Another port of this computer is another site (RFC 6454), though it has the same name and sends the same cookies.
    """
    if origin is None:
        return True
    scheme, _, rest = origin.strip().lower().partition("://")
    return scheme in ("http", "https") and bool(host) and rest == host.strip().lower()


def _header(request: Request, wanted: str) -> str | None:
    return next((value for name, value in request.headers.items() if name.strip().lower() == wanted), None)


def _is_forwarding(header: str) -> bool:
    name = header.strip().lower().replace("_", "-").removeprefix("http-")
    return _PROXIES.fullmatch(name) is not None


def _signed_in(user: Mapping[str, object], listed: Mapping[str, object], now: float) -> Access:
    email = _address(user, is_own=listed.get("own_provider") is True)
    if not email:
        return Access(Mode.REFUSED, Message.of(_NOT_VERIFIED))
    role = _role(email, listed)
    if role is None:
        return Access(Mode.REFUSED, Message.of(_NOT_LISTED), email=email)
    hours = _hours(listed)
    if not _is_fresh(user.get("iat"), hours, now):
        return Access(Mode.REFUSED, Message.of(_TOO_LONG_AGO, hours=hours), email=email, can_sign_in=True)
    return Access(Mode.SIGNED_IN, role=role, email=email)


def _address(user: Mapping[str, object], *, is_own: bool) -> str:
    """Return the e-mail address that the sign-in service stands for, "" where it does not."""
    given = user.get("email") or (user.get("preferred_username") if is_own else "")
    email = str(given or "").strip().casefold()
    confirmed = user.get("email_verified", True if is_own else None)
    # OpenID Connect Core 1.0 asks for a boolean; Amazon Cognito and Apple write it as text.
    is_confirmed = confirmed is True or (isinstance(confirmed, str) and confirmed.strip().casefold() == "true")
    return email if is_confirmed and "@" in email else ""


def _hours(listed: Mapping[str, object]) -> int:
    hours = listed.get("hours")
    return hours if isinstance(hours, int) and not isinstance(hours, bool) and hours > 0 else _HOURS


def _is_fresh(issued: object, hours: int, now: float) -> bool:
    """Tell whether a token was issued within so many hours; a clock may differ by a few minutes."""
    if isinstance(issued, bool) or not isinstance(issued, int | float):
        return False
    return -_CLOCKS < now - issued <= hours * 3600


def _role(email: str, listed: Mapping[str, object]) -> Role | None:
    roles: tuple[tuple[Role, str], ...] = (("editor", "editors"), ("viewer", "viewers"))
    for role, key in roles:
        given = listed.get(key)
        addresses = given if isinstance(given, Sequence) and not isinstance(given, str) else ()
        if email in {str(address).strip().casefold() for address in addresses}:
            return role
    return None
