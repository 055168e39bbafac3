"""What is deployed, read without running it: the systemd unit, the container file, the secrets and their guide."""

import configparser
import json
import re
import shlex
import tempfile
import tomllib
from pathlib import Path

import pathspec
import pytest

from regional.access import Access, Mode, Request, mode
from regional.workspace.database import Database

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "docs/deploy"
GUIDE = (ROOT / "docs/deploy.md").read_text(encoding="utf-8")
SECRETS = ROOT / ".streamlit/secrets.example.toml"
CONTAINER = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
ISSUED = 1_790_000_000


class Unit(configparser.ConfigParser):
    """A systemd unit: keys keep their case, and a key may come more than once (its values are joined by a newline)."""

    def __init__(self, text):
        super().__init__(interpolation=None, strict=False, dict_type=Joining)
        self.optionxform = str
        self.read_string(text)


class Joining(dict):
    """A dictionary that adds a list to the list that is there."""

    def __setitem__(self, key, value):
        if isinstance(value, list) and isinstance(self.get(key), list):
            value = [*self[key], *value]
        super().__setitem__(key, value)


@pytest.fixture(scope="module")
def unit():
    return Unit((DEPLOY / "partnerspiegel@.service").read_text(encoding="utf-8"))


def test_the_unit_starts_the_app_behind_nginx_and_never_without_signing_in(unit):
    command = shlex.split(unit["Service"]["ExecStart"])
    assert command[:3] == ["/opt/partnerspiegel/.venv/bin/streamlit", "run", "app.py"]
    options = dict(zip(command[3::2], command[4::2], strict=True))
    assert options["--server.address"] == "127.0.0.1"
    assert options["--server.port"] == "%i"
    assert options["--secrets.files"] == "/etc/partnerspiegel/secrets.toml"
    assert "--" not in command
    assert "--local" not in (DEPLOY / "partnerspiegel@.service").read_text() + CONTAINER


def test_streamlit_knows_every_option_and_setting_that_is_given(unit):
    from streamlit import config

    known = config.get_config_options()
    command = shlex.split(unit["Service"]["ExecStart"])
    assert [one for one in command if one.startswith("--") and one[2:] not in known] == []
    named = {re.sub(r"(?<!^)(?=[A-Z])|\.", "_", name).upper() for name in known}
    text = CONTAINER + (DEPLOY / "environment.example").read_text()
    given = set(re.findall(r"STREAMLIT_([A-Z_]+)=", text))
    assert given
    assert given <= named


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("User", "partnerspiegel"),
        ("NoNewPrivileges", "true"),
        ("CapabilityBoundingSet", ""),
        ("ProtectSystem", "strict"),
        ("ProtectHome", "true"),
        ("PrivateTmp", "true"),
        ("PrivateDevices", "true"),
        ("ProtectKernelTunables", "true"),
        ("ProtectKernelModules", "true"),
        ("ProtectControlGroups", "true"),
        ("RestrictAddressFamilies", "AF_INET AF_INET6 AF_UNIX"),
        ("RestrictNamespaces", "true"),
        ("RestrictSUIDSGID", "true"),
        ("LockPersonality", "true"),
        ("SystemCallArchitectures", "native"),
        ("SystemCallFilter", "@system-service\n~@privileged"),
        ("UMask", "0077"),
        ("Restart", "always"),
    ],
)
def test_the_unit_may_do_little_and_comes_back(unit, key, value):
    assert unit["Service"][key] == value


def test_all_processes_share_a_cache_and_may_write_nowhere_else(unit):
    service = unit["Service"]
    settings = dict(one.split("=", 1) for one in service["Environment"].split())
    assert service["CacheDirectory"] == service["StateDirectory"] == "partnerspiegel"
    assert settings["PARTNERSPIEGEL_CACHE"] == "%C/partnerspiegel"
    assert settings["HOME"] == "%S/partnerspiegel"
    assert "ReadWritePaths" not in service
    assert "PASSWORD" not in str(settings).upper()


def test_the_example_of_an_environment_is_one_that_the_app_understands():
    text = (DEPLOY / "environment.example").read_text(encoding="utf-8")
    given = dict(line.split("=", 1) for line in text.splitlines() if line and not line.startswith("#"))
    database = Database(given["PARTNERSPIEGEL_DB"])
    assert database.url.get_backend_name() == "postgresql"
    assert database.url.password is None
    assert given["STREAMLIT_SERVER_ALLOWED_HOSTS"] == site_name()
    database.close()


def site_name():
    names = set(re.findall(r"server_name ([\w.]+);", (DEPLOY / "nginx.conf").read_text(encoding="utf-8")))
    (name,) = names
    return name


def claims(email, confirmed=True):
    return {"email": email, "email_verified": confirmed, "iat": ISSUED}


def visitor(secrets, user, now=ISSUED + 60):
    return mode([], Request(host=site_name(), user=user), "", secrets, now)


def test_the_example_of_the_secrets_is_one_that_the_app_reads():
    secrets = tomllib.loads(SECRETS.read_text(encoding="utf-8"))
    assert {"redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url"} == set(
        secrets["auth"]
    )
    assert secrets["auth"]["redirect_uri"] == f"https://{site_name()}/oauth2callback"
    editor, viewer = secrets["access"]["editors"][0], secrets["access"]["viewers"][0]
    assert visitor(secrets, claims(editor)) == Access(Mode.SIGNED_IN, role="editor", email=editor)
    assert visitor(secrets, claims(viewer)) == Access(Mode.SIGNED_IN, role="viewer", email=viewer)
    assert visitor(secrets, None).mode is Mode.REFUSED
    assert visitor(secrets, claims("someone@else.example")).mode is Mode.REFUSED
    assert visitor(secrets, claims(editor, confirmed=False)).mode is Mode.REFUSED
    hours = secrets["access"]["hours"]
    assert visitor(secrets, claims(editor), ISSUED + hours * 3600 + 1).mode is Mode.REFUSED


def test_nothing_in_the_example_is_real():
    secrets = tomllib.loads(SECRETS.read_text(encoding="utf-8"))
    kept = secrets["auth"]
    assert {kept[name] for name in ("cookie_secret", "client_id", "client_secret")} == {"REPLACE-ME"}
    hosts = re.findall(r"(?:https?://|@)([\w.-]+)", json.dumps(secrets))
    assert hosts
    assert all(host.endswith(".example") for host in hosts)


def instructions():
    """The instructions of the container file: (name, what follows), continued lines as one, without comments."""
    lines = [line for line in CONTAINER.splitlines() if line.strip() and not line.startswith("#")]
    joined = "\n".join(lines).replace("\\\n", " ").splitlines()
    return [tuple(line.split(None, 1)) for line in joined]


def values(name):
    return [rest for found, rest in instructions() if found == name]


def test_the_image_is_of_one_release_and_runs_as_nobody_special():
    images = {rest.split()[0] for rest in values("FROM")}
    (image,) = images
    assert re.fullmatch(r"docker\.io/library/python:3\.\d+\.\d+-slim-\w+", image)
    (user,) = values("USER")
    assert int(user) > 1000
    names = [name for name, _ in instructions()]
    assert names.index("USER") < names.index("CMD")
    assert "ADD" not in names


def test_the_image_installs_only_what_is_locked():
    installs = [rest for rest in values("RUN") if "pip install" in rest]
    assert len(installs) == 1
    assert {"--require-hashes", "--no-deps", "requirements-lock.txt"} <= set(re.findall(r"[\w.-]+", installs[0]))


def copied():
    """The paths of the repository that go into the image."""
    return [one for rest in values("COPY") if not rest.startswith("--from") for one in rest.split()[:-1]]


def ignored(path):
    """Tell whether .dockerignore keeps a path out; its rules are those of git, but counted from the root."""
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    rooted = [re.sub(r"^(!?)(?!\*\*/)", r"\1/", line) for line in lines if line and not line.startswith("#")]
    return pathspec.GitIgnoreSpec.from_lines(rooted).match_file(path)


def test_what_the_app_needs_is_copied_and_reaches_the_build():
    assert {"app.py", "pages", "regional", "data", "static", ".streamlit/config.toml"} <= set(copied())
    for path in [*copied(), "regional/texts/locale/nl/ui.po", "pages/spiegel.py", "static/logo.svg"]:
        assert (ROOT / path.split("/")[0]).exists(), path
        assert not ignored(path), path


@pytest.mark.parametrize(
    "path",
    [
        ".streamlit/secrets.toml",
        "secrets.toml",
        "data/secrets.toml",
        ".env",
        "regional/.env.local",
        ".git/config",
        "data/kept.db",
        "data/kept.db-wal",
        "regional/key.pem",
        "static/site.key",
        ".venv/bin/python",
        "tests/conftest.py",
    ],
)
def test_no_secret_and_nothing_of_this_copy_reaches_the_build(path):
    assert ignored(path)
    assert not any(path == one for one in copied())


def test_the_container_is_asked_for_its_health():
    (check,) = values("HEALTHCHECK")
    command = json.loads(check[check.index("[") :])
    assert "/_stcore/health" in command[-1]
    compile(command[-1], "healthcheck", "exec")
    (start,) = [json.loads(rest) for rest in values("CMD")]
    assert start == ["streamlit", "run", "app.py", "--secrets.files", "/run/secrets/partnerspiegel.toml"]


def test_git_leaves_the_secrets_alone():
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert pathspec.GitIgnoreSpec.from_lines(lines).match_file(".streamlit/secrets.toml")
    assert not pathspec.GitIgnoreSpec.from_lines(lines).match_file(".streamlit/secrets.example.toml")


def test_the_guide_tells_of_every_file():
    for path in [*DEPLOY.iterdir(), SECRETS, ROOT / "requirements-lock.txt"]:
        assert path.name in GUIDE, path
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "docs/deploy.md" in readme
    assert not [path for path in (ROOT, Path.home(), Path(tempfile.gettempdir())) if f"{path}/" in GUIDE]


def test_every_proof_of_a_security_point_is_there():
    text = (ROOT / "docs/security.md").read_text(encoding="utf-8")
    proofs = {tuple(proof.split("::")) for proof in re.findall(r"`(tests/[^`]+)`", text)}
    named = {name for name, *_ in proofs}
    assert len(named) > 20
    assert {name for name in named if not (ROOT / name).exists()} == set()
    missing = {(name, test) for name, *tests in proofs for test in tests
               if f"def {test}(" not in (ROOT / name).read_text(encoding="utf-8")}  # fmt: skip
    assert missing == set()
    found = re.findall(r"^\| (\d+) \| .*`tests/", text, re.MULTILINE)
    assert found == [str(number) for number in range(1, 15)]
    ours = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests/security").glob("test_*.py")}
    assert ours <= named
