"""The words of one command, as `--help` has them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("words", [("demo",), ("relire",), ("habit", "add")])
def test_help_of_one_command_is_its_own(lundi, words):
    asked, own = lundi("help", *words, "--lang", "fr"), lundi(*words, "--help", "--lang", "fr")
    assert (asked.returncode, asked.stderr) == (0, "")
    assert asked.stdout == own.stdout
    assert asked.stdout.startswith("usage")


@pytest.mark.parametrize("words", [("help", "foo"), ("aide", "foo", "--lang", "fr")])
def test_help_of_what_is_no_command_is_not_understood(run, words):
    refused = run(*words)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "foo" in refused.stderr


@pytest.mark.parametrize("word", ["help", "dashboard"])
def test_help_of_what_has_no_words_lists_the_commands(run, word):
    assert run("help", word).stdout == run("help").stdout
