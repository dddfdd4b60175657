"""The two READMEs say the same, and what they say works: run as they stand."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from cli.commands import ALIASES, COMMANDS, HABIT_ALIASES
from lundi.words import language
from storage.sample.year import write_sample
from storage.store import Store
from tests.tui.terminal import Terminal

ROOT = Path(__file__).parents[1]
README = {
    "en": (ROOT / "README.md").read_text(encoding="utf-8"),
    "fr": (ROOT / "README.fr.md").read_text(encoding="utf-8"),
}

each_language = pytest.mark.parametrize("spoken", language.LANGUAGES)


def blocks(spoken: str) -> dict[str, str]:
    """The fenced blocks by their kind."""
    found = re.findall(r"^```(\w+)\n(.*?)^```$", README[spoken], re.MULTILINE | re.DOTALL)
    assert len(found) == len(dict(found)), "two blocks of one kind"
    return dict(found)


def tables(spoken: str) -> list[list[list[str]]]:
    """The tables, without their headings, cell by cell."""
    lines = README[spoken].replace("\\|", "\0").splitlines()
    rows = [
        [cell.strip().replace("\0", "|") for cell in line.strip("|").split("|")] for line in lines if line[:1] == "|"
    ]
    found: list[list[list[str]]] = []
    for row in rows:
        if row[0] == "---":
            found.append([])
            continue
        if found:
            found[-1].append(row)
    for table in found[:-1]:
        table.pop()  # the next one's heading
    return found


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder with a `lundi` to call."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "lundi").write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m lundi "$@"\n')
    (folder / "lundi").chmod(0o755)
    return folder


@pytest.fixture
def in_a_shell(program, environment, tmp_path):
    """Run a command line's words where `lundi` is installed; what it prints."""

    def call(*words: str, stdin: str = "", **variables: str) -> str:
        said = subprocess.run(
            words,
            env={**environment, "PATH": f"{program}{os.pathsep}{os.environ['PATH']}", "TERM": "xterm", **variables},
            cwd=tmp_path,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert said.stderr == ""
        return said.stdout

    return call


@pytest.fixture
def year(database, spoken) -> str:
    """The sample year in a language; what `status` says of it."""
    language.use(spoken)
    with Store.open(str(database)) as store:
        write_sample(store)
    return {"en": "2/7 · calls 2/5", "fr": "2/7 · appels 2/5"}[spoken]


# Prompts


def shown(in_a_shell, spoken: str, shell: str, **variables: str) -> str:
    """The prompt that a snippet makes, as the shell shows it."""
    ends = {"bash": 'printf "%s" "${PS1@P}"', "zsh": 'print -rnP -- "$PROMPT"'}
    start = {"bash": ("bash", "--norc", "-c"), "zsh": ("zsh", "-f", "-c")}
    prompt = {"bash": "PS1='> '", "zsh": "PROMPT='> '"}
    return in_a_shell(*start[shell], f"{prompt[shell]}\n{blocks(spoken)[shell]}\n{ends[shell]}", **variables)


@each_language
@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_the_prompt_has_a_segment_and_nothing_without_a_file(in_a_shell, database, year, spoken, shell):
    if shell != "bash" and shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed here")
    assert shown(in_a_shell, spoken, shell) == "2/7 > "
    database.unlink()
    assert shown(in_a_shell, spoken, shell) == "> "
    assert not database.exists()
    database.write_text("no file of lundi")
    assert shown(in_a_shell, spoken, shell) == "> "
    assert shown(in_a_shell, spoken, shell, PATH="/usr/bin:/bin") == "> "  # without lundi


@each_language
def test_the_module_for_starship(in_a_shell, database, year, spoken):
    module = tomllib.loads(blocks(spoken)["toml"])["custom"]["lundi"]
    assert set(module) == {"command", "when", "shell"}
    assert module["when"] is True
    assert in_a_shell(*module["shell"], stdin=module["command"]) == "2/7\n"
    database.unlink()
    assert in_a_shell(*module["shell"], stdin=module["command"]) == ""  # starship shows no empty module


@each_language
def test_the_line_at_login(in_a_shell, database, year, spoken):
    name = {"en": "Lundi: ", "fr": "Lundi : "}[spoken]
    line = blocks(spoken)["sh"]
    assert in_a_shell("sh", "-c", line) == f"{name}{year}\n"
    assert f"`{name}{year}`" in README[spoken]
    database.unlink()
    assert in_a_shell("sh", "-c", line) == f"{name}–\n"


@each_language
def test_the_status_line_of_tmux(in_a_shell, year, spoken, tmp_path):
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed here")
    (tmp_path / "tmux.conf").write_text(blocks(spoken)["tmux"], encoding="utf-8")
    tmux = ("tmux", "-S", str(tmp_path / "socket"))
    in_a_shell(*tmux, "-f", str(tmp_path / "tmux.conf"), "new-session", "-d", "sleep 60", TMUX="")
    try:
        assert in_a_shell(*tmux, "show", "-gv", "status-interval") == "60\n"
        attached = {**os.environ, "TERM": "xterm", "LC_ALL": "C.UTF-8", "TMUX": ""}
        with Terminal(80, 24, attached, *tmux, "attach") as here:
            assert "2/7 | " in here.wait_for("2/7")
    finally:
        in_a_shell(*tmux, "kill-server")


# Commands


@each_language
def test_a_day(run, spoken, monkeypatch):
    """The example: every command gives what stands under it."""
    monkeypatch.setenv("LUNDI_LANG", spoken)
    lines = re.findall(r"^    (.*)$", README[spoken].split("$ lundi", 1)[1], re.MULTILINE)
    example = ["$ lundi" + README[spoken].split("$ lundi", 1)[1].split("\n", 1)[0], *lines]
    example = example[: next(number for number, line in enumerate(example) if "venv" in line)]
    calls = [number for number, line in enumerate(example) if line.startswith("$ ")]
    assert len(calls) == 4
    for number, following in zip(calls, [*calls[1:], len(example)], strict=True):
        _dollar, _lundi, *words = shlex.split(example[number])
        said = run(*words)
        assert (said.returncode, said.stderr) == (0, ""), example[number]
        assert said.stdout.replace("\u00a0", " ").splitlines() == example[number + 1 : following]


def commands(spoken: str) -> list[str]:
    """What the table of commands names: 'tick', 'habit add', 'export json'."""
    found = []
    for cell, _does in tables(spoken)[0]:
        for call in re.findall(r"`([^`]+)`", cell):
            first, *rest = [word for word in call.split() if not re.fullmatch(r"\[?[A-Z]+\]?|--\w+", word)]
            found += [f"{first} {further}".strip() for further in (rest[0].split("/") if rest else [""])]
    return found


@each_language
def test_every_command_of_the_table_exists(run, database, spoken):
    found = commands(spoken)
    assert len(found) > 20
    for command in found:
        words = command.split()
        assert ALIASES.get(words[0], words[0]) in COMMANDS, command
        if ALIASES.get(words[0], words[0]) == "help":
            assert run(*words).returncode == 0
            continue
        with pytest.raises(SystemExit) as left:
            run(*words, "--help")
        assert left.value.code == 0, command
    assert not database.exists()


@each_language
def test_every_command_is_in_the_table(spoken):
    named = {ALIASES.get(command.split()[0], command.split()[0]) for command in commands(spoken)}
    assert named == set(COMMANDS) - {"dashboard"}
    habits = {command.split()[1] for command in commands(spoken) if command.startswith(("habit ", "habitude "))}
    assert {HABIT_ALIASES.get(name, name) for name in habits} == set(HABIT_ALIASES.values())


@each_language
def test_every_option_of_the_table_is_one_of_its_command(run, spoken, capsys):
    for cells in tables(spoken)[0]:
        options = set(re.findall(r"--[\w-]+", " ".join(cells)))
        known = set()
        for call in re.findall(r"`([^`]+)`", cells[0]):
            command = ALIASES.get(call.split()[0], call.split()[0])
            if command != "help":
                with pytest.raises(SystemExit):
                    run(command, *(["add"] if command == "habit" else []), "--help")
                known |= set(re.findall(r"--[\w-]+", capsys.readouterr().out))
        assert options <= known, cells


@each_language
def test_copies_are_kept_as_it_says(run, database, spoken, monkeypatch):
    assert "`backups/`" in README[spoken]
    assert {"en": "the last 8 are kept", "fr": "8 dernières sont gardées"}[spoken] in README[spoken].replace("\n", " ")
    for day in range(1, 15):
        monkeypatch.setenv("LUNDI_NOW", f"2026-11-{day:02}T09:00")
        assert run("idea", "One").returncode == 0
    assert len(list((database.parent / "backups").glob("*.db"))) == 8


# Completion


@each_language
def test_one_line_a_shell_completes(in_a_shell, database, year, spoken):
    lines = {row[0]: row[2].strip("`") for row in tables(spoken)[1]}
    assert list(lines) == ["bash", "zsh", "fish"]
    asks = {
        "bash": '\nCOMP_WORDS=(lundi {tick} {typed}) COMP_CWORD=2\n_lundi\nprintf "%s\\n" "${{COMPREPLY[@]}}"',
        "zsh": "\nprint -r -- ${{_comps[lundi]}}",
        "fish": "\ncomplete -C 'lundi {tick} {typed}'",
    }
    starts = {"bash": ("bash", "--norc", "-c"), "zsh": ("zsh", "-f", "-c"), "fish": ("fish", "--no-config", "-c")}
    words = {"en": {"tick": "tick", "typed": "ca"}, "fr": {"tick": "cocher", "typed": "ap"}}[spoken]
    name = {"en": "Calls", "fr": "Appels"}[spoken]
    for shell, line in lines.items():
        if shell == "bash" or shutil.which(shell):
            said = in_a_shell(*starts[shell], line + asks[shell].format(**words))
            assert said == ("_lundi\n" if shell == "zsh" else f"{name}\n")


# Working on it


def test_its_tests_have_the_written_versions_and_ci_runs_that_very_command():
    """CI runs what stands between the marks; both languages give the same."""
    marked = README["en"].split("<!-- tests -->")[1].split("<!-- /tests -->")[0]
    (command,) = re.findall(r"^    (.*)$", marked, re.MULTILINE)
    assert f"\n    {command}\n" in README["fr"]
    words = shlex.split(command)
    (constraint,) = [follows for word, follows in pairwise(words) if word == "--constraint"]
    assert (ROOT / constraint).is_file()
    assert words[-3:] == [".venv/bin/pytest", "-n", "4"]


@each_language
def test_the_files_for_working_on_it_are_there(spoken):
    named = set(re.findall(r"\.ci/[\w.]+|screenshots/\w+\.py", README[spoken]))
    assert ".ci/run" in named
    for path in named:
        assert (ROOT / path).is_file(), path


# The same in both


def test_both_say_the_same():
    english, french = README["en"], README["fr"]
    assert english.count("\n## ") == french.count("\n## ")
    assert [len(table) for table in tables("en")] == [len(table) for table in tables("fr")]
    assert list(blocks("en")) == list(blocks("fr"))
    for kind, block in blocks("en").items():
        assert block.replace("lundi status", "lundi etat").replace("Lundi:", "Lundi :") == blocks("fr")[kind]
    own = {ALIASES.get(word, word) for word in commands("fr") if " " not in word}
    assert own == {word for word in commands("en") if " " not in word}


@each_language
def test_what_it_links_to_is_there(spoken):
    for target in re.findall(r"\]\(([^)]+)\)", README[spoken]):
        assert target.startswith("https://") or (ROOT / target).exists(), target


@each_language
def test_the_status_that_it_shows_is_that_of_the_sample(run, year, spoken):
    assert f"`{year}`" in README[spoken]
    assert run("status").stdout == f"{year}\n"
    assert json.loads(run("status", "--json").stdout)["lines_done"] == 2
