"""The hash-locked file installs exactly what requirements.txt asks for, from whatever index serves those bytes."""

import re
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
WANTED = (ROOT / "requirements.txt").read_text(encoding="utf-8")
LOCK = (ROOT / "requirements-lock.txt").read_text(encoding="utf-8")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}(?: |$)")


def lines(text):
    """The lines of a requirements file, continued ones as one, without comments."""
    joined = text.replace("\\\n", " ").splitlines()
    return [line.strip() for line in joined if line.strip() and not line.startswith("#")]


def locked():
    """What each line of the lock pins, with its hashes."""
    split = [line.partition(" --hash") for line in lines(LOCK)]
    return [(Requirement(what.strip()), mark + hashes) for what, mark, hashes in split]


def canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_requirement_is_locked_at_its_very_version():
    pinned = {canonical(found.name): str(found.specifier) for found, _ in locked()}
    wanted = {canonical(one.name): str(one.specifier) for one in map(Requirement, lines(WANTED))}
    assert {name: pinned.get(name) for name in wanted} == wanted, "run `make lock` after a change of requirements.txt"


def test_all_is_pinned_once_with_hashes_alone():
    names = [canonical(found.name) for found, _ in locked()]
    assert len(names) == len(set(names))
    for found, hashes in locked():
        assert re.fullmatch(r"==[0-9][\w.!+]*", str(found.specifier)), found
        assert HASH.findall(hashes), f"no hash for {found}"
        assert HASH.sub("", f"{hashes} ").strip() == "", f"more than hashes for {found}"


def needed(one, seen):
    """Add the names of all that a requirement brings along here, those of its extras too."""
    applying = [
        found
        for extra in one.extras or {""}
        for found in map(Requirement, requires(one.name) or ())
        if found.marker is None or found.marker.evaluate({"extra": extra})
    ]
    for found in applying:
        known = (canonical(found.name), *sorted(found.extras))
        if known not in seen:
            seen.add(known)
            needed(found, seen)
    return seen


def test_what_the_pins_need_is_locked_too():
    """With --require-hashes pip refuses to install anything that is not in the file."""
    names = {canonical(found.name) for found, _ in locked()}
    brought = {name for one in map(Requirement, lines(WANTED)) for name, *_ in needed(one, set())}
    assert {"authlib", "uvicorn", "psycopg-binary"} <= brought
    assert brought <= names


def test_the_lock_names_no_index_and_no_place():
    text = LOCK.lower()
    for sign in ("://", " @ ", "--index-url", "--extra-index-url", "--find-links", "--trusted-host", "file:", "-e "):
        assert sign not in text
    assert not re.search(r"(?:^|\s)[~.]?/", text, re.MULTILINE), "a path of some machine"
