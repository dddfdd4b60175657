"""What the package says of itself, what a build makes of it, and the versions that it is tested with."""

import gettext
import importlib.util
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
from packaging.requirements import Requirement

import hatch_build
from lundi import __version__

ROOT = Path(__file__).parents[1]
CONFIGURATION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = CONFIGURATION["project"]
BUILD = [Requirement(requirement) for requirement in CONFIGURATION["build-system"]["requires"]]
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


# The versions that it is tested with


def load_constraints():
    """The module of the script, which stands in no package."""
    specification = importlib.util.spec_from_file_location("constraints", ROOT / ".ci/constraints.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


CONSTRAINTS = load_constraints()
PINNED = CONSTRAINTS.pinned((ROOT / ".ci/constraints.txt").read_text(encoding="utf-8"))


def closure(*roots):
    """The names of packages and of all that they need here, by what is installed."""
    found, waiting = set(), list(roots)
    while waiting:
        name = CONSTRAINTS.normal(waiting.pop())
        if name not in found:
            found.add(name)
            needs = [Requirement(requirement) for requirement in requires(name) or []]
            waiting += [need.name for need in needs if need.marker is None or need.marker.evaluate({"extra": ""})]
    return found


def test_everything_that_is_asked_for_has_a_version():
    asked = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    assert closure(*names(asked)) - {"pip"} <= set(PINNED)  # sqlite-utils asks for it; each Python's venv has its own
    for requirement in map(Requirement, asked):
        for chosen in PINNED[CONSTRAINTS.normal(requirement.name)]:
            assert requirement.specifier.contains(chosen), requirement


def test_a_build_asks_for_exact_versions_and_for_all_that_they_need():
    chosen = {CONSTRAINTS.normal(requirement.name): str(requirement.specifier) for requirement in BUILD}
    assert set(chosen) == closure("hatchling", "editables", "babel")
    for name, specifier in chosen.items():
        assert specifier in [f"=={pinned}" for pinned in PINNED[name]], name


def test_versions_on_which_pythons_agree_have_no_marker():
    frozen = [((3, 11), {"rich": "15.0", "backport": "1.0"}), ((3, 13), {"rich": "15.0"})]
    assert CONSTRAINTS.constraints("rich", frozen) == ["rich==15.0"]
    assert CONSTRAINTS.constraints("backport", frozen) == ["backport==1.0"]  # harmless where nothing asks for it


def test_versions_on_which_pythons_differ_are_for_every_python():
    frozen = [((3, 9 + number), {"rich": one}) for number, one in ((2, "1"), (4, "2"), (5, "2"), (6, "3"))]
    lines = CONSTRAINTS.constraints("rich", frozen)
    requirements = [Requirement(line) for line in lines]
    chosen = {
        python: [str(one.specifier) for one in requirements if one.marker.evaluate({"python_version": python})]
        for python in ("3.11", "3.12", "3.13", "3.14", "3.15", "3.16")
    }
    assert chosen == {
        "3.11": ["==1"],
        "3.12": ["==1"],
        "3.13": ["==2"],
        "3.14": ["==2"],
        "3.15": ["==3"],
        "3.16": ["==3"],
    }
    assert CONSTRAINTS.pinned("\n".join(lines)) == {"rich": ["1", "2", "3"]}


def test_an_update_renews_the_pins_of_the_build_and_no_others():
    project = '[build-system]\nrequires = [\n  "Hatch_ling==1.0",  # why\n]\n\n[project]\ndev = ["hatch-ling==1.0"]\n'
    renewed = CONSTRAINTS.with_build_pins(project, {"hatch-ling": ["2.0", "3.0"]})
    assert renewed == project.replace("Hatch_ling==1.0", "Hatch_ling==2.0")
    own = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert CONSTRAINTS.with_build_pins(own, PINNED) == own


def test_an_update_says_what_changed():
    before, after = {"a": ["1"], "b": ["1"], "c": ["1"]}, {"a": ["1"], "b": ["1", "2"], "d": ["1"]}
    assert CONSTRAINTS.changes(before, after) == ["b 1 → 1, 2", "c 1 → (none)", "d (none) → 1"]


def test_a_check_names_what_has_another_version(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(CONSTRAINTS, "CONSTRAINTS", tmp_path / "constraints.txt")
    monkeypatch.setattr(CONSTRAINTS, "freeze", lambda _python: {"rich": "15.0", "new": "1.0"})
    (tmp_path / "constraints.txt").write_text("rich==14.0\n")
    assert CONSTRAINTS.main(["--check"]) == 1
    assert re.findall(r"(\S+ \S+)$", capsys.readouterr().out, re.MULTILINE) == ["rich 15.0", "new 1.0"]
    (tmp_path / "constraints.txt").write_text("rich==15.0\nnew==1.0\n")
    assert CONSTRAINTS.main(["--check"]) == 0
