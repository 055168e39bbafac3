"""A museum's server as docs/deploy.md describes it: its nginx site, before two processes started as its unit does."""

from __future__ import annotations

import configparser
import json
import os
import random
import re
import shlex
import shutil
import socket
import ssl
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "docs/deploy"
NAME = "partnerspiegel.museum.example"
PORTS = ("8501", "8502")
PATIENCE, STARTS = 60.0, 180.0
"""Seconds after which nobody waits any more: for what happens, and for a process that starts on a busy machine."""


class Fleet:
    """Two processes behind nginx, all in one folder; ``tls`` and ``plain`` are nginx's ports."""

    def __init__(self, folder: Path, database: str, sign_in_at: str, editors: list[str]) -> None:
        self.folder, self.database = folder, database
        self.tls, self.plain = free_port(), free_port()
        self.ports = (free_port(), free_port())
        self.logs = folder / "logs"
        self.processes: dict[int, subprocess.Popen[bytes]] = {}
        for name in ("logs", "cache", "home", "nginx"):
            (folder / name).mkdir()
        copy_the_app(folder / "app")
        make_certificate(folder)
        write_secrets(folder / "secrets.toml", sign_in_at, editors)
        self._nginx: subprocess.Popen[bytes] | None = None

    def start(self, which: int) -> None:
        """Start process 1 or 2 and wait until it is healthy."""
        port = self.ports[which - 1]
        log = (self.logs / f"app-{which}.log").open("ab")
        with log:
            self.processes[which] = subprocess.Popen(self._command(port), cwd=self.folder / "app", env=self._settings(),
                                                     stdin=subprocess.DEVNULL, stdout=log, stderr=log)  # fmt: skip
        wait_for(lambda: is_healthy(port), f"process {which} is not healthy: see {log.name}", STARTS)

    def kill(self, which: int) -> None:
        """Kill a process at once, as the kernel does where memory ran out."""
        self.processes[which].kill()
        self.processes[which].wait()

    def start_nginx(self) -> None:
        """Start nginx with the site as it is shipped, on ports of our own."""
        nginx = os.environ.get("NGINX") or shutil.which("nginx") or "/usr/sbin/nginx"
        assert Path(nginx).exists(), "no nginx here: run `make test-long`, or set NGINX"
        main = self.folder / "nginx.conf"
        main.write_text(self._main())
        (self.folder / "site.conf").write_text(self._site())
        command = [nginx, "-p", str(self.folder), "-c", str(main), "-e", str(self.logs / "start.log")]
        subprocess.run([*command, "-t", "-q"], check=True, timeout=30)
        self._nginx = subprocess.Popen(command, stdin=subprocess.DEVNULL)
        wait_for(lambda: is_open(self.tls), "nginx does not listen")

    def stop(self) -> None:
        """Stop everything."""
        for process in [*self.processes.values(), *([self._nginx] if self._nginx else [])]:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(5)
            process.kill()
            process.wait()

    def logged(self) -> dict[str, bytes]:
        """Return all that nginx and the app wrote down, by file."""
        return {path.name: path.read_bytes() for path in self.logs.iterdir()}

    def trust(self) -> ssl.SSLContext:
        """Return what accepts our certificate and no other."""
        return ssl.create_default_context(cafile=self.folder / "cert.pem")

    def _command(self, port: int) -> list[str]:
        command = shlex.split(unit()["ExecStart"].replace("%i", str(port)))
        place = command.index("/etc/partnerspiegel/secrets.toml")
        command[place] = str(self.folder / "secrets.toml")
        return [sys.executable, "-m", "streamlit", *command[1:]]

    def _settings(self) -> dict[str, str]:
        given = dict(re.findall(r"(\w+)=(\S+)", unit()["Environment"]))
        example = dict(re.findall(r"^(\w+)=(.*)$", (DEPLOY / "environment.example").read_text(), re.MULTILINE))
        ours = {
            "PARTNERSPIEGEL_CACHE": str(self.folder / "cache"),
            "HOME": str(self.folder / "home"),
            "PARTNERSPIEGEL_DB": self.database,
            "CBS_URL": "http://127.0.0.1:9",
            "PDOK_URL": "http://127.0.0.1:9",
        }
        return {"PATH": os.environ["PATH"]} | given | example | ours

    def _site(self) -> str:
        """Return the shipped site with other ports and places, and nothing else changed."""
        site = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
        site = re.sub(r"^ +listen \[::\].*\n", "", site, flags=re.MULTILINE)
        site = site.replace("listen 443 ", f"listen 127.0.0.1:{self.tls} ")
        site = re.sub(r"listen 80\b", f"listen 127.0.0.1:{self.plain}", site)
        for shipped, port in zip(PORTS, self.ports, strict=True):
            site = site.replace(f":{shipped}", f":{port}")
        certificates = f"/etc/letsencrypt/live/{NAME}"
        site = site.replace(f"{certificates}/fullchain.pem", str(self.folder / "cert.pem"))
        site = site.replace(f"{certificates}/privkey.pem", str(self.folder / "key.pem"))
        return site.replace("/var/log/nginx/", f"{self.logs}/")

    def _main(self) -> str:
        # What Debian's nginx.conf says of logs and of TLS: the site has to be right whatever stands there.
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        places = "\n".join(f"{kind}_temp_path {self.folder}/nginx/{kind};" for kind in kinds)
        user = "user root;\n" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
        http = f"access_log {self.logs}/access.log;\nssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;\n{places}"
        return (
            f"{user}daemon off;\nworker_processes 2;\npid {self.folder}/nginx.pid;\nerror_log {self.logs}/error.log;\n"
            f"events {{ worker_connections 768; }}\nhttp {{\n{http}\ninclude {self.folder}/site.conf;\n}}\n"
        )


def unit() -> dict[str, str]:
    """Return the service part of the unit; all lines of Environment as one."""
    text = (DEPLOY / "partnerspiegel@.service").read_text(encoding="utf-8")
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(text)
    return dict(parser["Service"]) | {"Environment": " ".join(re.findall(r"^Environment=(.*)$", text, re.MULTILINE))}


def copy_the_app(place: Path) -> None:
    """Copy what the container file copies, and no more: so that is enough to run."""
    text = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    for what in re.findall(r"^COPY (?!--from|requirements)(.*) \S+$", text, re.MULTILINE):
        for path in what.split():
            target = place / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if (ROOT / path).is_dir():
                shutil.copytree(ROOT / path, target, ignore=shutil.ignore_patterns("__pycache__", "boundaries"))
            else:
                shutil.copy(ROOT / path, target)


def make_certificate(folder: Path) -> None:
    """Write a certificate for our name that nobody but the tests trusts."""
    import datetime as dt

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key, now = ec.generate_private_key(ec.SECP256R1()), dt.datetime.now(dt.UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    )


def write_secrets(path: Path, sign_in_at: str, editors: list[str]) -> None:
    """Fill in the example of the secrets."""
    text = (ROOT / ".streamlit/secrets.example.toml").read_text(encoding="utf-8")
    text = text.replace("REPLACE-ME", "only-for-tests-" * 4)
    text = re.sub(r'(?<=server_metadata_url = ")[^"]*', f"{sign_in_at}/.well-known/openid-configuration", text)
    path.write_text(re.sub(r"(?m)^editors = .*$", f"editors = {json.dumps(editors)}", text), encoding="utf-8")


def free_port() -> int:
    """Return a port that nobody has; like 8501, below those that Linux gives to outgoing connections."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def is_open(port: int) -> bool:
    """Tell whether somebody listens there."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=2).close()
    except OSError:
        return False
    return True


def is_healthy(port: int) -> bool:
    """Tell whether the app there says that it is well."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def wait_for(what, told: str, patience: float = PATIENCE) -> float:
    """Wait until ``what()`` holds and return how long that took; AssertionError where it does not come."""
    begin = time.monotonic()
    while not what():
        assert time.monotonic() - begin < patience, told
        time.sleep(0.05)
    return time.monotonic() - begin
