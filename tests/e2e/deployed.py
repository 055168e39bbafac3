"""The dashboard as a museum deploys it: with a sign-in service, an allow-list, and one workspace for all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from oidc_provider_mock import User, run_server_in_thread

from tests.e2e.harness import READY, free_port, serve, settle

EDITOR, VIEWER = "ed@museum.example", "vi@museum.example"
STRANGER, UNCONFIRMED = "stranger@elsewhere.example", "unconfirmed@museum.example"
PEOPLE = [User(sub=email, claims={"email": email, "email_verified": email != UNCONFIRMED})
          for email in (EDITOR, VIEWER, STRANGER, UNCONFIRMED)]  # fmt: skip


@contextmanager
def provider() -> Iterator[str]:
    """Run an OpenID Connect provider that knows PEOPLE, and yield its address."""
    with run_server_in_thread(user_claims=PEOPLE) as server:
        yield f"http://localhost:{server.server_port}"


@contextmanager
def deploy(folder: Path, sign_in_at: str, database: str) -> Iterator[str]:
    """Run the dashboard without --local, with sign-in at a provider, and yield its address."""
    port = free_port()
    secrets = folder / "secrets.toml"
    # JSON writes texts and lists as TOML does.
    auth = {"redirect_uri": f"http://localhost:{port}/oauth2callback", "cookie_secret": "only for tests " * 4,
            "client_id": "partnerspiegel", "client_secret": "only-for-tests",
            "server_metadata_url": f"{sign_in_at}/.well-known/openid-configuration"}  # fmt: skip
    listed = {"editors": [EDITOR, UNCONFIRMED], "viewers": [VIEWER]}
    parts = [f"[{name}]\n" + "\n".join(f"{key} = {json.dumps(value)}" for key, value in part.items())
             for name, part in (("auth", auth), ("access", listed))]  # fmt: skip
    secrets.write_text("\n".join(parts), encoding="utf-8")
    with serve(folder, options=("--secrets.files", str(secrets)), port=port, PARTNERSPIEGEL_DB=database) as address:
        yield address


def sign_in(page, address: str, email: str) -> None:
    """Open an address as somebody who is not signed in, and sign in."""
    # The provider's own page asks a style sheet of another host.
    page.context.route("https://cdn.jsdelivr.net/**", lambda route: route.fulfill(body=""))
    page.goto(address)
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_role("button", name=email, exact=True).click()
    page.wait_for_selector(READY)
    settle(page)
