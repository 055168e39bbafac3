"""Whose attempts are counted together."""

from __future__ import annotations

import ipaddress


def network(address: str) -> str:
    """Return the IPv4 address, or the /64 network of an IPv6 address (one household); "" for what is neither."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)
