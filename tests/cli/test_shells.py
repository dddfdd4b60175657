"""Completion in the shells themselves: what a key puts on the line, quoted as each wants it, and that nothing runs."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import shutil
import sqlite3
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cli.main import main
from cli.quoting import for_bash, unquoted
from tests.tui.terminal import started

ROOT = Path(__file__).parents[2]
SHELLS = ("bash", "zsh", "fish")
ADDED = ["Écrire l’article", "Un service d'été", "Appels à dix", 'Une idée "folle" !', "Coût: 5=cinq @x"]
EVIL = ["$(touch pwned)", "`touch pwned2`", "a;touch pwned3", "{x,y} * ?[z] ~ $HOME", "#un %s \\n | & > <"]
_A_WHILE = 0.3
_PATIENCE = 20  # seconds until a shell that says nothing is given up


# Quoting: bash reads back what was meant


def bash_reads(*words: str) -> list[str]:
    """The words that bash makes of a piece of a line."""
    said = subprocess.run(
        ["bash", "--norc", "-c", "printf '%s\\0' " + " ".join(words)], capture_output=True, check=True, timeout=60
    )
    return said.stdout.decode().split("\0")[:-1]


TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\0"), min_size=1)
HARD = st.text("ab é'\"$`\\!;&|<>(){}[]*?~#%:=@^", min_size=1)


@settings(max_examples=30, deadline=None)  # each starts a bash
@given(st.lists(TEXT | HARD, min_size=20, max_size=40))
def test_bash_reads_every_text_back(texts):
    quoted = [for_bash(text) for text in texts]
    assert bash_reads(*quoted) == texts
    assert [unquoted(word) for word in quoted] == [(text, "") for text in texts]


@pytest.mark.parametrize("quote", ["'", '"'])
@settings(max_examples=30, deadline=None)
@given(texts=st.lists(TEXT | HARD, min_size=20, max_size=40))
def test_bash_reads_them_back_after_an_open_quote(quote, texts):
    inside = [for_bash(text, quote) for text in texts]
    closed = [word if word.endswith(quote) else word + quote for word in inside]  # as readline closes it
    assert bash_reads(*(quote + word for word in closed)) == texts


@given(TEXT | HARD)
def test_what_is_typed_so_far_is_read_as_bash_would(text):
    for quote in ("'", '"'):
        typed = quote + for_bash(text.replace("!", ""), quote).removesuffix(quote)
        if not text.replace("!", "").endswith(quote):
            assert unquoted(typed) == (text.replace("!", ""), quote)


# The shells


@pytest.fixture(scope="module")
def program(tmp_path_factory) -> Path:
    """A folder with a `lundi` to call."""
    folder = tmp_path_factory.mktemp("bin")
    (folder / "lundi").write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m lundi "$@"\n')
    (folder / "lundi").chmod(0o755)
    return folder


@pytest.fixture
def shell_environment(environment, program, tmp_path) -> dict[str, str]:
    home = tmp_path / "home"
    home.mkdir()
    return {
        **environment,
        "PATH": f"{program}{os.pathsep}{os.environ['PATH']}",
        "TERM": "xterm",
        "LC_ALL": "C.UTF-8",
        "HOME": str(home),
        "PS1": "ready> ",
        "PROMPT": "ready> ",
    }


def present(shell: str) -> str:
    if shell != "bash" and shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed here")
    return shell


BASH = """
source <(lundi completion bash)
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_lundi
(( ${#COMPREPLY[@]} )) && printf '%s\\n' "${COMPREPLY[@]}"
exit 0
"""


@pytest.fixture
def replies(shell_environment, tmp_path):
    """What bash's function proposes for the words of a line, as they stand on it."""

    def ask(*line: str, **variables: str) -> list[str]:
        said = subprocess.run(
            ["bash", "--norc", "-c", BASH, "bash", "lundi", *line],
            cwd=tmp_path,
            env={**shell_environment, **variables},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=True,
        )
        assert said.stderr == ""
        return said.stdout.splitlines()

    return ask


def test_bash_proposes(replies, sample, tmp_path):
    assert replies("tick", "ca") == ["Calls"]
    assert replies("tick", "mon") == ["Monday\\ article"]
    assert replies("tick", '"mon') == ["Monday article"]
    assert replies("tick", "Monday\\ a") == ["Monday\\ article"]
    assert replies("cocher", "c", "--date", "y") == ["yesterday"]
    assert replies("--lang", "=", "") == ["en", "fr"]  # as readline cuts '--lang='
    assert replies("--lang", "=", "fr", "coc") == ["cocher"]
    assert replies("habit", "restore", "") == []
    assert replies("tick", "ca", LUNDI_DB=str(tmp_path / "none.db")) == []
    assert replies("--db", str(sample), "tick", "ca", LUNDI_DB=str(tmp_path / "none.db")) == ["Calls"]
    assert replies("--db", "=", str(sample), "tick", "ca", LUNDI_DB=str(tmp_path / "none.db")) == ["Calls"]


def test_in_bash_no_key_takes_letters_away(replies, run):
    """readline puts the candidates' common beginning on the line, whatever was typed."""
    for name in ("Appels de lundi", "Article de lundi", "Un lundi"):
        run("habit", "add", name, "--per-week", "1")
    assert replies("tick", "lun") == ["Appels\\ de\\ lundi", "Article\\ de\\ lundi", "Un\\ lundi"]  # nothing in common
    run("habit", "archive", "un lundi")
    assert replies("tick", "lun") == []  # all begin with 'A'
    assert replies("tick", "a") == ["Appels\\ de\\ lundi", "Article\\ de\\ lundi"]


CLEAR = "\x15"  # Ctrl+U takes the line away


class Shell:
    """An interactive shell in a terminal of its own, with the completion of lundi."""

    START = {
        "bash": (["bash", "--norc", "--noprofile", "-i"], 'eval "$(lundi completion bash)"'),
        "zsh": (["zsh", "-f", "-i"], 'eval "$(lundi completion zsh)"'),
        "fish": (
            ["fish", "--no-config", "-i", "-C", "function fish_prompt; echo 'ready> '; end; set -g fish_greeting"],
            "lundi completion fish | source",
        ),
    }

    def __init__(self, name: str, folder: Path, environment: dict[str, str]) -> None:
        arguments, script = self.START[name]
        self.said, self.lines = b"", 0
        self.terminal, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 250, 0, 0))
        self.process = started(inner, arguments, environment, folder)
        os.close(inner)
        self.wait_for("ready>")
        self.enter(script)

    def wait_for(self, *texts: str) -> str:
        """Read until all of these were said."""
        end = time.monotonic() + _PATIENCE
        while not all(text.encode() in self.said for text in texts):
            assert time.monotonic() < end, f"{texts} never came: {self.said!r}"
            if select.select([self.terminal], [], [], 0.1)[0]:
                self.said += os.read(self.terminal, 65536)
        return self.said.decode(errors="replace")

    def wait_until_quiet(self) -> None:
        """Read until nothing more comes for a while."""
        while select.select([self.terminal], [], [], _A_WHILE)[0]:
            self.said += os.read(self.terminal, 65536)

    def type(self, keys: str) -> None:
        self.said = b""
        os.write(self.terminal, keys.encode())

    def enter(self, line: str) -> str:
        """Type a line, keys and all, press Enter and read until that has run."""
        self.lines += 1
        self.type(f"{line}\recho do''ne{self.lines}\r")
        return self.wait_for(f"done{self.lines}\r\n")

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.terminal)


@pytest.fixture(params=SHELLS)
def shell(request, shell_environment, tmp_path):
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "year 1.db").touch()
    opened = Shell(present(request.param), folder, shell_environment)
    yield opened
    opened.close()


def ticks(database: Path) -> dict[str, int]:
    """How often each habit was ticked."""
    connection = sqlite3.connect(database)
    try:
        rows = connection.execute(
            "SELECT habit.name, count(tick.id) FROM habit LEFT JOIN tick ON habit_id = habit.id GROUP BY habit.id"
        )
        return dict(rows.fetchall())
    finally:
        connection.close()


def add(names: list[str], database: Path) -> None:
    for name in names:
        assert main(["habit", "add", name, "--per-week", "5", "--db", str(database)]) == 0


@pytest.mark.slow
def test_a_key_writes_the_whole_name(shell, database):
    add(ADDED, database)
    # Beginnings of names, plain, escaped and after an open quote; of one word; of a second word of the line.
    for typed in ("Écr", "Un\\ se", '"Un ser', "'Un ser", "'App", "Une", '"Une id', "Coû", "un ser"):
        said = shell.enter(f"lundi tick {typed}\t")
        assert "/5" in said, (typed, said)
    assert ticks(database) == dict(zip(ADDED, [1, 4, 1, 2, 1], strict=True))


@pytest.mark.slow
def test_a_name_is_never_run(shell, database):
    add(EVIL, database)
    for typed in ("pwned2", "a\\;", "'a;", '"a;', "x,", "un"):
        shell.enter(f"lundi tick {typed}\t")
    assert ticks(database) == dict(zip(EVIL, [0, 1, 3, 1, 1], strict=True))
    for typed in ("tou", '"tou', "a", "'a", "x", "un", ""):  # a list, or a menu with its first entry
        shell.type(f"lundi tick {typed}\t\t")
        shell.wait_until_quiet()
        shell.enter(CLEAR)
    assert [path.name for path in (database.parent / "here").iterdir()] == ["year 1.db"]


@pytest.mark.slow
def test_keys_list_everything(shell, sample):
    shell.type("lundi tick \t\t")
    shell.wait_for("Calls", "client", "study", "service")
    shell.enter(CLEAR)
    shell.type("lundi tick calls --d\t\t")
    shell.wait_for("--date", "--db")
    shell.enter(CLEAR)
    assert "Archived: Calls" in shell.enter("lundi habit arch\tca\t")
    assert "Restored: Calls" in shell.enter("lundi habit res\t\t")


@pytest.mark.slow
def test_keys_complete_the_name_of_a_file(shell, sample):
    shutil.copy(sample, sample.parent / "here" / "year 1.db")
    for line in ("lundi --db ye\tstatus", "lundi --db=ye\tstatus"):
        assert "2/7 · calls 2/5" in shell.enter(line), line


def test_fish_proposes(shell_environment, database, tmp_path):
    present("fish")
    add(ADDED, database)

    def proposed(line: str) -> list[str]:
        said = subprocess.run(
            ["fish", "--no-config", "-c", f"lundi completion fish | source; complete -C {line!r}"],
            cwd=tmp_path, env=shell_environment, capture_output=True, encoding="utf-8", timeout=60, check=True,
        )  # fmt: skip
        return sorted(said.stdout.splitlines())

    assert proposed("lundi tick ") == sorted(ADDED)
    assert proposed("lundi tick app") == ["Appels à dix"]
    assert proposed("lundi tick serv") == ["Un service d'été"]
    assert proposed("lundi ti") == ["tick"]
    assert proposed("lundi habit r") == ["restore"]
    assert proposed("lundi --lang=f") == ["--lang=fr"]
    (tmp_path / "copy.db").touch()
    assert "copy.db" in proposed("lundi restore cop")[0]
