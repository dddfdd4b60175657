"""lundi check: what it prints, its JSON, its exit codes, and somebody's own words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lundi.words import language
from tests.storage.file.test_refusals import unprivileged

Run = Callable[..., Any]

ROOT = Path(__file__).parents[2]
TEXT = "Notre CRM,\r\net le marketing de\r\ncontenu. Une conversion\tclé\u2011en main ; une solution."


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str | bytes], str]:
    """Write a text to a file; its path."""

    def call(text: str | bytes) -> str:
        path = tmp_path / "text.txt"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return call


def checked(run: Run, text: str, *options: str, spoken: str = "fr") -> dict[str, Any]:
    said = run("check", text, "--json", "--lang", spoken, *options)
    assert said.stderr == ""
    assert said.returncode in (0, 1)
    found: dict[str, Any] = json.loads(said.stdout)
    return found


# The contract


@pytest.mark.parametrize("spoken", language.LANGUAGES)
@pytest.mark.parametrize("text", [TEXT, "Du pain. Good bread.", ""])
def test_two_names(run, write, spoken, text):
    said = [run("--lang", spoken, name, write(text)) for name in ("check", "relire")]
    assert said[0] == said[1]
    assert said[0].stderr == ""


def test_the_json(run, write):
    said = run("check", write(TEXT), "--json", "--lang", "fr")
    assert said.returncode == 1
    assert json.loads(said.stdout) == {
        "findings": [
            {"start": 6, "text": "CRM", "term": "CRM", "severity": 3, "plain": "le carnet de clients"},
            {
                "start": 18,
                "text": "marketing de\r\ncontenu",
                "term": "marketing de contenu",
                "severity": 3,
                "plain": "des articles et des conseils utiles",
            },
            {"start": 45, "text": "conversion", "term": "conversion", "severity": 2, "plain": "ceux qui ont dit oui"},
            {
                "start": 56,
                "text": "clé\u2011en main",
                "term": "solution clé en main",
                "severity": 2,
                "plain": "nous faisons tout, vous n’avez rien à installer",
            },
        ],
        "mirror": {"you": 0, "we": 1},
        "has_number": False,
        "how_words": [],
    }
    for finding in json.loads(said.stdout)["findings"]:
        assert TEXT[finding["start"] :].startswith(finding["text"])


def test_the_json_of_a_good_text(run, write):
    said = run("check", write("Vous payez 3 fois, chaque semaine."), "--json", "--lang", "fr")
    assert said.returncode == 0
    assert json.loads(said.stdout) == {
        "findings": [],
        "mirror": {"you": 1, "we": 0},
        "has_number": True,
        "how_words": ["chaque semaine"],
    }


def test_what_people_read(run, write):
    said = run("check", write(TEXT), "--severity", "1", "--lang", "fr")
    assert said.returncode == 1
    lines = said.stdout.splitlines()
    assert [line.split()[:2] for line in lines if line.startswith("  ")] == [
        ["1:7", "■"], ["2:7", "■"], ["3:14", "▪"], ["3:25", "▪"], ["3:43", "·"],
    ]  # fmt: skip
    assert "  2:7  ■ marketing de contenu" in said.stdout
    assert "des articles et des conseils utiles" in said.stdout
    assert "unités, religion, combles aménagés" in said.stdout
    assert "\r" not in said.stdout


def test_remarks(run, write):
    good = run("check", write("You pay 3 pounds."))
    assert (good.returncode, good.stderr) == (0, "")
    assert good.stdout.splitlines() == ["jargon 0 · you 1, us 0 · a number", "For me? So what? What do I do now?"]
    about_us = run("check", write("We are proud of our method."))
    assert about_us.returncode == 0
    assert about_us.stdout.splitlines() == [
        "jargon 0 · you 0, us 2 · no number",
        "You speak of yourself 2×, of the client 0×.",
        "How often, where or how, and not what for: our method",
        "No number: which one would be true?",
        "For me? So what? What do I do now?",
    ]
    assert len(run("check", write("")).stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        ("a CRM", [], 1),
        ("a CRM", ["--severity", "3"], 1),
        ("a roadmap", [], 1),
        ("a roadmap", ["--severity", "3"], 0),
        ("a solution", [], 0),
        ("a solution", ["--severity", "1"], 0),
        ("", [], 0),
    ],
)
def test_something_found_is_1(run, write, text, options, code):
    assert run("check", write(text), *options).returncode == code
    assert run("check", write(text), "--json", *options).returncode == code


def test_severity_1_asks_for_all(run, write):
    path = write("a solution, a CRM")
    assert [finding["term"] for finding in checked(run, path, "--severity=1", spoken="en")["findings"]] == [
        "solution",
        "CRM",
    ]
    assert [finding["term"] for finding in checked(run, path, spoken="en")["findings"]] == ["CRM"]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--plain", "x"],
        ["--json"],
        ["a.txt", "--add", "x"],
        ["a.txt", "--plain", "x"],
        ["--add", "x", "--silence", "y"],
        ["--silence", "lead", "--plain", "y"],
        ["a.txt", "b.txt"],
        ["a.txt", "--severity", "0"],
        ["a.txt", "--severity", "high"],
        ["--add"],
        ["--add", "—"],
        ["--add", "x" * 101],
        ["--words", "a.txt"],
        ["--words", "--add", "x"],
        ["--words", "--plain", "x"],
        ["--silence", "bread"],
        ["--forget", "lead"],
        ["missing.txt"],
        ["a\x1b[31m.txt"],
    ],
    ids=" ".join,
)
def test_what_is_not_understood_is_2(run, database, words):
    said = run("check", *words)
    assert (said.returncode, said.stdout) == (2, "")
    assert len(said.stderr.splitlines()) == 1
    assert "\x1b" not in said.stderr
    if database.exists():
        assert run("undo", "--list").stdout == "Nothing was changed yet.\n"


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n\0\0", "Été".encode("latin-1"), "lead".encode("utf-16"), b"plain\0text", b"cut \xc3"],
)
def test_what_is_no_text_in_utf_8_is_4(run, write, content):
    said = run("check", write(content))
    assert (said.returncode, said.stdout) == (4, "")
    assert said.stderr.count("\n") == 1
    assert "UTF-8" in said.stderr


def test_a_folder_is_4(run, tmp_path):
    said = run("check", str(tmp_path))
    assert (said.returncode, said.stdout) == (4, "")
    assert f"{tmp_path} is a folder." in said.stderr


def test_a_file_that_may_not_be_read_is_3(lundi, write):
    path = write("lead")
    os.chmod(path, 0)
    said = lundi("check", path, before=unprivileged())
    assert (said.returncode, said.stdout) == (3, "")
    assert f"Cannot read {path}." in said.stderr


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no endless device here")
def test_an_endless_device_ends(run):
    assert run("check", "/dev/zero").returncode == 4


def test_a_mark_at_the_beginning_is_no_character(run, write):
    assert checked(run, write("lead".encode("utf-8-sig")))["findings"][0]["start"] == 0


def test_a_large_text_is_no_obstacle(run, write):
    line = "Notre CRM vous aide, é𝐋 e\u0301 3 fois.\r\n"
    found = checked(run, write(line * 30_000))["findings"]
    assert len(found) == 30_000
    assert found[-1]["start"] == len(line) * 29_999 + 6


def piped(content: bytes, *words: str, environment: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "lundi", "check", *words],
        cwd=ROOT,
        env=environment,
        input=content,
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_standard_input(environment, database):
    said = piped("Un CRM\r\né 𝐋 lead".encode(), "-", "--json", "--lang", "fr", environment=environment)
    assert (said.returncode, said.stderr) == (1, b"")
    assert [finding["start"] for finding in json.loads(said.stdout)["findings"]] == [3, 12]
    ascii_only = {**environment, "PYTHONIOENCODING": "ascii"}
    said = piped("été 5".encode(), "-", "--json", environment=ascii_only)
    assert (said.returncode, json.loads(said.stdout)["has_number"]) == (0, True)
    said = piped(b"\xff", "-", environment=environment)
    assert (said.returncode, said.stdout) == (4, b"")
    assert b"standard input" in said.stderr
    assert not database.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_a_file_as_well(environment, tmp_path):
    script = '"$1" -m lundi check <(printf "a lead") --json'
    said = subprocess.run(
        ["bash", "-c", script, "bash", sys.executable],
        cwd=ROOT, env=environment, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert (said.returncode, said.stderr) == (1, b"")


def test_no_file_of_lundi_is_needed_or_made(run, write, database, tmp_path):
    assert run("check", write(TEXT)).returncode == 1
    assert os.listdir(tmp_path) == ["text.txt"]
    database.write_text("no file of lundi")
    said = run("check", write(TEXT))
    assert (said.returncode, said.stdout) == (4, "")


def test_it_is_in_the_help(run):
    for spoken, name in (("en", "  check "), ("fr", "  relire ")):
        assert name in run("help", "--lang", spoken).stdout


# Somebody's own words


def test_c08_an_added_word_is_found_at_the_next_check_and_after_a_restart(lundi, write):
    path = write("Un accompagnement hors\u00a0sol, des synergies.")
    assert lundi("check", "--add", "Hors-sol", "--plain", "sur place", "--lang", "fr").returncode == 0
    for _restart in range(2):
        said = lundi("check", path, "--json", "--lang", "fr")
        assert said.returncode == 1
        first, second = json.loads(said.stdout)["findings"]
        assert first == {
            "start": 18,
            "text": "hors\u00a0sol",
            "term": "Hors-sol",
            "severity": 2,
            "plain": "sur place",
        }
        assert second["term"] == "synergie"


def test_c08_a_word_is_silenced_for_good_and_heard_again(run, write, database):
    path = write("Des leads.")
    said = run("relire", "--silence", "leads", "--lang", "fr")
    assert (said.returncode, said.stderr) == (0, "")
    assert "lead" in said.stdout
    assert checked(run, path)["findings"] == []
    assert len(checked(run, path, spoken="en")["findings"]) == 1  # the word of another language
    assert run("check", "--forget", "LEAD", "--lang", "fr").returncode == 0
    assert len(checked(run, path)["findings"]) == 1
    assert run("undo").stdout == "Undone: word forgotten: lead\n"
    assert checked(run, path)["findings"] == []
    assert run("check", "--add", "Lead", "--severity", "3", "--lang", "fr").returncode == 0
    assert [finding["severity"] for finding in checked(run, path)["findings"]] == [3]
    assert [line.split("  ")[-1] for line in run("undo", "--list").stdout.splitlines()] == [
        "word added: lead",
        "word silenced: lead",
    ]


def test_c09_three_questions_in_the_clients_voice(run, write):
    for text in ("Du pain.", TEXT):
        last = run("check", write(text), "--lang", "en").stdout.splitlines()[-1]
        assert last == "For me? So what? What do I do now?"
    assert run("check", write(TEXT), "--lang", "fr").stdout.splitlines()[-1].count("?") == 3


def test_d28_a_text_without_a_number_is_asked_for_one(run, write):
    remark = "No number: which one would be true?"
    assert remark in run("check", write("Good bread.")).stdout
    assert remark not in run("check", write("Good bread at 5.")).stdout


def test_ones_own_words_are_listed(run):
    assert run("check", "--add", "hors-sol", "--plain", "sur place", "--severity", "3", "--lang", "fr").returncode == 0
    assert run("check", "--add", "journey").returncode == 0
    assert run("check", "--add", "mindset", "--severity", "1").returncode == 0
    assert run("check", "--silence", "lead").returncode == 0
    said = run("check", "--words")
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.splitlines() == [
        "A client will not understand:",
        "  fr  ■ hors-sol  rather: sur place",
        "Understood, but hollow, or about us:",
        "  en  ▪ journey",
        "Fine between colleagues:",
        "  en  · mindset",
        "Not found any more:",
        "  en  – lead",
    ]
    assert run("check", "--words", "--json", "--lang", "fr").stdout == run("check", "--words", "--json").stdout
    assert json.loads(run("check", "--words", "--json").stdout) == {
        "words": [
            {"language": "en", "term": "journey", "severity": 2, "plain": "", "silenced": False},
            {"language": "en", "term": "lead", "severity": 2, "plain": "", "silenced": True},
            {"language": "en", "term": "mindset", "severity": 1, "plain": "", "silenced": False},
            {"language": "fr", "term": "hors-sol", "severity": 3, "plain": "sur place", "silenced": False},
        ]
    }


def test_no_word_of_ones_own_is_said_and_no_file_made(run, database):
    assert run("check", "--words").stdout == "No word of your own yet. `lundi check --add WORD` adds one.\n"
    assert json.loads(run("check", "--words", "--json").stdout) == {"words": []}
    assert not database.exists()
