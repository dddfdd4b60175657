"""What the package says of itself."""

import pkgutil
import re
import tomllib
from importlib.metadata import requires, version
from pathlib import Path

import pytest

from lundi import __version__

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUN_TIME = ["platformdirs", "python-dateutil", "sqlite-utils", "textual"]


def names(requirements):
    return sorted(re.match(r"[A-Za-z0-9_.-]+", requirement)[0].lower() for requirement in requirements)


def test_four_dependencies_and_no_other():
    assert names(PROJECT["dependencies"]) == RUN_TIME


def test_what_is_installed_asks_for_the_same():
    installed = [requirement for requirement in requires("lundi") if "extra ==" not in requirement]
    assert names(installed) == RUN_TIME


def test_python_3_11_to_3_14():
    prefix = "Programming Language :: Python :: 3."
    minors = [entry.removeprefix(prefix) for entry in PROJECT["classifiers"] if entry.startswith(prefix)]
    assert minors == ["11", "12", "13", "14"]
    assert PROJECT["requires-python"] == ">=3.11"


def test_the_command_is_called_lundi():
    ((name, target),) = PROJECT["scripts"].items()
    assert name == "lundi"
    assert callable(pkgutil.resolve_name(target))


def test_one_version_everywhere(run):
    headings = re.findall(
        r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})$",
        (ROOT / "CHANGELOG.md").read_text("utf-8"),
        re.MULTILINE,
    )
    assert headings, "CHANGELOG.md has no heading such as '## [0.1.0] - 2026-11-22'"
    assert headings[0][0] == __version__
    assert [day for _version, day in headings] == sorted((day for _version, day in headings), reverse=True)
    assert run("--version").stdout == f"lundi {__version__}\n"


def test_the_installed_version_is_the_one_of_the_source():
    assert version("lundi") == __version__


@pytest.mark.parametrize("name", ["README.md", "README.fr.md", "LICENSE", "CHANGELOG.md"])
def test_what_a_package_needs_is_there(name):
    assert (ROOT / name).read_text(encoding="utf-8").strip()
