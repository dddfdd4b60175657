"""The lists of words: what they were made from, and that each entry is found."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from lundi.client.jargon import OwnWord, vocabulary
from lundi.client.phrases import normal
from lundi.client.view import look
from lundi.words import language

ROOT = Path(__file__).parents[3]
ORIGINAL = ROOT.parent / "shared" / "data" / "jargon.yaml"
LISTS = {
    code: tomllib.loads((ROOT / "lundi" / "client" / f"jargon_{code}.toml").read_text(encoding="utf-8"))
    for code in language.LANGUAGES
}


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_it_is_the_list_it_was_made_from(spoken):
    yaml = pytest.importorskip("yaml", reason="nothing here reads YAML")
    if not ORIGINAL.exists():
        pytest.skip("the list that it was made from is not here")
    original = yaml.safe_load(ORIGINAL.read_text(encoding="utf-8"))
    made = LISTS[spoken]
    plain_quotes = {**{ord("’"): "'"}, 0xA0: " "}
    assert [
        {key: value.translate(plain_quotes) if key in ("p", "ok") else value for key, value in row.items()}
        for row in made["terms"]
    ] == [{key: value for key, value in row.items() if key != "seed"} for row in original[spoken]]
    assert set(made["you"]) >= set(original["mirror"][spoken]["you"])
    assert set(made["we"]) >= set(original["mirror"][spoken]["me"])
    assert set(made["how"]) >= set(original["how_words"][spoken])


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_every_entry_is_found_in_all_its_spellings(spoken):
    language.use(spoken)
    assert len(LISTS[spoken]["terms"]) > 130
    for row in LISTS[spoken]["terms"]:
        assert row["s"] in (1, 2, 3)
        for spelling in (row["t"], *row.get("v", ())):
            (finding,) = look(f"… {spelling.upper()} …", severity=1).findings
            assert (finding.start, finding.text) == (2, spelling.upper())
            assert (finding.severity, finding.plain, finding.ok) == (row["s"], row["p"], row.get("ok", ""))


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_no_two_entries_claim_one_spelling(spoken):
    seen: dict[str, str] = {}
    for row in LISTS[spoken]["terms"]:
        for spelling in {normal(spelling) for spelling in (row["t"], *row.get("v", ()))}:
            assert seen.setdefault(spelling, row["t"]) == row["t"]


def test_the_term_of_a_word():
    words = vocabulary("fr", [OwnWord("fr", "hors-sol"), OwnWord("fr", "CRM", silenced=True)])
    assert [words.term_of(word) for word in ("Boostez", "LEADS", "hors sol", "crm", "tunnels de vente")] == [
        "booster", "lead", "hors-sol", "CRM", "tunnel de vente",
    ]  # fmt: skip
    assert [words.term_of(word) for word in ("", "pain", "un lead", "lead, lead")] == [None] * 4
