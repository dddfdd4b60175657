"""What the package says of itself, and what a build makes of it."""

import gettext
import io
import os
import pkgutil
import re
import shutil
import struct
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib.metadata import requires, version
from pathlib import Path

import pytest

import hatch_build
from lundi import __version__

ROOT = Path(__file__).parents[1]
CONFIGURATION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = CONFIGURATION["project"]
FRENCH = "lundi/locale/fr/LC_MESSAGES/lundi.mo"
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


# What a build makes


@pytest.fixture
def sources(tmp_path):
    """A copy of what a build needs, where nothing is compiled yet."""
    folder = tmp_path / "sources"
    folder.mkdir()
    for package in ("lundi", "storage", "tui", "cli"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    for name in ("pyproject.toml", "hatch_build.py", ".gitignore", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    return folder


def build(folder, kind, into):
    """Call the build's back end as an installer does, in a process of its own; what it made."""
    into.mkdir()
    subprocess.run(
        [sys.executable, "-c", f"import sys, hatchling.build; hatchling.build.build_{kind}(sys.argv[1])", str(into)],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(into)},
        check=True,
        capture_output=True,
        timeout=120,
    )
    (made,) = into.iterdir()
    return made


def spoken_by(compiled):
    """What a compiled catalogue makes of one English sentence."""
    return gettext.GNUTranslations(io.BytesIO(compiled)).gettext("{score} so far")


@pytest.mark.slow
def test_a_wheel_speaks_french(sources, tmp_path):
    with zipfile.ZipFile(build(sources, "wheel", tmp_path / "made")) as wheel:
        assert spoken_by(wheel.read(FRENCH)) == "{score} pour l’instant"
        assert not [name for name in wheel.namelist() if "hatch_build" in name or ".ci/" in name]


@pytest.mark.slow
def test_a_wheel_of_the_source_archive_speaks_french(sources, tmp_path):
    with tarfile.open(build(sources, "sdist", tmp_path / "archive")) as archive:
        assert not [name for name in archive.getnames() if name.endswith(".mo")]  # each build makes its own
        archive.extractall(tmp_path / "unpacked", filter="data")
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    with zipfile.ZipFile(build(unpacked, "wheel", tmp_path / "made")) as wheel:
        assert spoken_by(wheel.read(FRENCH)) == "{score} pour l’instant"


@pytest.mark.slow
def test_an_editable_install_speaks_french_from_its_sources(sources, tmp_path):
    with zipfile.ZipFile(build(sources, "editable", tmp_path / "made")) as wheel:
        assert FRENCH not in wheel.namelist()
    assert spoken_by((sources / FRENCH).read_bytes()) == "{score} pour l’instant"


@pytest.fixture
def compiled(tmp_path):
    """The compiled catalogue of a French .po file with these entries."""

    def write(*entries):
        folder = tmp_path / hatch_build.LOCALE / "fr/LC_MESSAGES"
        folder.mkdir(parents=True)
        header = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n"Generated-By: Some 1.0\\n"\n'
        (folder / "lundi.po").write_text("\n".join([header, *entries]), encoding="utf-8")
        assert hatch_build.compile_catalogues(tmp_path) == [folder / "lundi.mo"]
        return (folder / "lundi.mo").read_bytes()

    return write


def entry(message, translation, more=""):
    """An entry of a .po file."""
    return f'{more}msgid "{message}"\nmsgstr "{translation}"\n'


DAYS = 'msgid "{count} day"\nmsgid_plural "{count} days"\nmsgstr[0] "{count} jour"\nmsgstr[1] "{count} jours"\n'


def msgids(compiled):
    """The msgids of a .mo file in their order, read as its format says."""
    _magic, _revision, count, at = struct.unpack_from("<4I", compiled)
    places = [struct.unpack_from("<2I", compiled, at + 8 * number) for number in range(count)]
    return [compiled[start : start + length] for length, start in places]


def test_what_is_compiled_is_what_gettext_reads(compiled):
    made = compiled(entry("Week", "Semaine"), entry("Été", "Été"), DAYS, entry("May", "Mai", 'msgctxt "month"\n'))
    read = gettext.GNUTranslations(io.BytesIO(made))
    assert read.gettext("Week") == "Semaine"
    assert read.gettext("Été") == "Été"
    days = [read.ngettext("{count} day", "{count} days", count).format(count=count) for count in (0, 1, 2)]
    assert days == ["0 jour", "1 jour", "2 jours"]
    assert read.pgettext("month", "May") == "Mai"
    assert read.gettext("May") == "May"


def test_what_is_compiled_is_sorted_by_the_bytes_of_its_msgids(compiled):
    order = msgids(compiled(*(entry(text, text) for text in "béaZ"), DAYS, entry("m", "m", 'msgctxt "é"\n')))
    assert order == sorted(order)
    assert len(order) == 7


def test_what_is_installed_is_sorted_by_the_bytes_of_its_msgids():
    order = msgids((ROOT / FRENCH).read_bytes())
    assert len(order) > 1000
    assert order == sorted(order)


def test_what_is_compiled_leaves_out_what_has_no_sure_translation(compiled):
    fuzzy = entry("Day", "Journée ?", "#, fuzzy\n")
    made = compiled(entry("Week", "Semaine"), entry("Year", ""), fuzzy, DAYS.replace("{count} jours", ""))
    assert msgids(made) == [b"", b"Week"]


def test_what_is_compiled_says_nothing_of_the_tools(compiled):
    """Their versions would make other bytes of the same text."""
    header = "Content-Type: text/plain; charset=utf-8\nPlural-Forms: nplurals=2; plural=(n > 1);\n"
    assert compiled() == struct.pack("<11I", 0x950412DE, 0, 1, 28, 36, 0, 0, 0, 44, len(header), 45) + (
        b"\0" + header.encode() + b"\0"
    )


def test_a_project_without_catalogues_is_no_build(tmp_path):
    with pytest.raises(FileNotFoundError):
        hatch_build.compile_catalogues(tmp_path)
