"""The exact version of everything that lundi is tested and built with.

    python3 .ci/constraints.py [PYTHON ...]     take the newest releases
    .venv/bin/python .ci/constraints.py --check that venv has these versions, and nothing else

The first installs lundi and its tests without constraints, in a new venv of each Python (of `.ci/pythons` when none is
named), writes what it got to .ci/constraints.txt and to the build's requirements in pyproject.toml, and says what
changed. Where Pythons got different versions, the file says which is whose; so leave none out that has one of its own.
Then `bash .ci/run`, and commit both files. `LUNDI_CI_NEWEST=1 bash .ci/run` does both before you commit.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / ".ci/constraints.txt"
PROJECT = ROOT / "pyproject.toml"
HEADING = "# What lundi is tested with, on Linux. Made by .ci/constraints.py, which says how to renew it.\n"
PINNED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)", re.MULTILINE)
BUILD = re.compile(r"^\[build-system\]\n(?:(?!\[).*\n)*", re.MULTILINE)
BUILD_PIN = re.compile(r'"(?P<name>[\w.-]+)==(?P<version>[^"]+)"')

Versions = dict[str, list[str]]  # of a package, oldest Python first; more than one where Pythons differ


def main(words: list[str]) -> int:
    """Update with the Pythons named, or check; the exit status."""
    return check() if words == ["--check"] else update(words)


def update(pythons: list[str]) -> int:
    """Write what the newest releases are, in both files, and print what changed; 0."""
    if not pythons:
        pythons = subprocess.check_output([ROOT / ".ci/pythons"], text=True).splitlines()
    frozen = sorted(newest(python) for python in pythons)
    before = pinned(CONSTRAINTS.read_text(encoding="utf-8")) if CONSTRAINTS.exists() else {}
    names = sorted({name for _minor, versions in frozen for name in versions})
    lines = [line for name in names for line in constraints(name, frozen)]
    CONSTRAINTS.write_text(HEADING + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    project = PROJECT.read_text(encoding="utf-8")
    PROJECT.write_text(with_build_pins(project, pinned("\n".join(lines))), encoding="utf-8")
    print("\n".join(changes(before, pinned("\n".join(lines)))) or "constraints: nothing is newer")
    return 0


def check() -> int:
    """Say what is installed beside this Python, but not with a version of the file; 1 when there is anything."""
    wanted = pinned(CONSTRAINTS.read_text(encoding="utf-8"))
    found = [
        f"not of .ci/constraints.txt: {name} {version}"
        for name, version in freeze(sys.executable).items()
        if version not in wanted.get(name, [])
    ]
    print("\n".join(found) or "constraints: what is installed is what is written")
    return 1 if found else 0


def newest(python: str) -> tuple[tuple[int, int], dict[str, str]]:
    """A Python's version, (3, 11), and what it installs for lundi and its tests when nothing holds it back."""
    # Constraints from elsewhere would hold back what is to be the newest.
    environment = {name: value for name, value in os.environ.items() if name != "PIP_CONSTRAINT"}
    with tempfile.TemporaryDirectory(prefix="lundi-constraints-") as folder:
        subprocess.run([python, "-m", "venv", folder], check=True)
        own = os.path.join(folder, "bin", "python")
        ask = [own, "-m", "pip", "install", "--quiet", "--editable", f"{ROOT}[dev]"]
        subprocess.run(ask, env=environment, check=True)
        said = subprocess.check_output([own, "-c", "import sys; print(*sys.version_info[:2])"], text=True)
        major, minor = said.split()
        return (int(major), int(minor)), freeze(own)


def freeze(python: str) -> dict[str, str]:
    """What is installed beside a Python, pip and lundi itself apart: versions by name."""
    said = subprocess.check_output([python, "-m", "pip", "freeze", "--exclude-editable"], text=True)
    return {name: version for name, (version,) in pinned(said).items()}


def pinned(text: str) -> Versions:
    """The versions that lines such as `name==1.0` give, with whatever marker."""
    found: Versions = {}
    for match in PINNED.finditer(text):
        found.setdefault(normal(match["name"]), []).append(match["version"])
    return found


def normal(name: str) -> str:
    """A package's name as every index knows it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def constraints(name: str, frozen: Sequence[tuple[tuple[int, int], dict[str, str]]]) -> list[str]:
    """A package's lines: one without a marker, or one for each range of Pythons that got a version of its own.

    A Python between two of them gets the version of the older one.
    """
    tried = [(python, versions[name]) for python, versions in frozen if name in versions]
    starts = [at for at, (_, version) in enumerate(tried) if at == 0 or version != tried[at - 1][1]]
    lines = []
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        bounds = [f'python_version >= "{dotted(tried[start][0])}"'] if start else []
        bounds += [f'python_version < "{dotted(tried[end][0])}"'] if end is not None else []
        lines.append(f"{name}=={tried[start][1]}" + (f" ; {' and '.join(bounds)}" if bounds else ""))
    return lines


def dotted(python: tuple[int, int]) -> str:
    return f"{python[0]}.{python[1]}"


def with_build_pins(project: str, versions: Versions) -> str:
    """pyproject.toml's text, its build requirements at these versions: the oldest Python's, which suits all."""

    def renewed(pin: re.Match[str]) -> str:
        return f'"{pin["name"]}=={versions[normal(pin["name"])][0]}"'

    return BUILD.sub(lambda section: BUILD_PIN.sub(renewed, section[0]), project, count=1)


def changes(before: Versions, after: Versions) -> list[str]:
    """What is new, gone or of another version: 'textual 8.2.7 → 8.2.8'."""
    return [
        f"{name} {', '.join(before.get(name, ['(none)']))} → {', '.join(after.get(name, ['(none)']))}"
        for name in sorted({*before, *after})
        if before.get(name) != after.get(name)
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
