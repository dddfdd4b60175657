"""The catalogue of sentences: `python .ci/catalogue.py` checks it, `--update` brings it up to the code.

Checked: every msgid of the code is translated, none is fuzzy or left over, placeholders agree in every form, the
compiled file is that of the text.
"""

from __future__ import annotations

import io
import re
import sys
from datetime import datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "lundi/locale/fr/LC_MESSAGES/lundi.po"
PACKAGES = ("lundi", "storage", "tui", "cli")
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
MADE = datetime(2026, 11, 22)  # a date that moved would change the file without a changed word
PLACEHOLDER = re.compile(r"\{[a-z_]*\}")


def extracted() -> Catalog:
    """Every msgid of the code."""
    catalogue = Catalog(project="lundi", charset="utf-8")
    for package in PACKAGES:
        for name, _line, message, _comments, context in extract_from_dir(ROOT / package, keywords=KEYWORDS):
            catalogue.add(message, locations=[(f"{package}/{name}", 0)], context=context)
    return catalogue


def translated() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="fr", domain="lundi")


def compiled(catalogue: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def forms(message: Message) -> tuple[list[str], list[str]]:
    """Singular and plural of the msgid, and of its translation."""
    both = (message.id, message.string)
    return tuple([text] if isinstance(text, str) else list(text) for text in both)  # type: ignore[return-value]


def problems(code: Catalog, french: Catalog) -> list[str]:
    found = []
    for message in code:
        if not message.id:
            continue
        translation = french.get(message.id, message.context)
        if translation is None or not all(forms(translation)[1]):
            found.append(f"not translated: {message.id!r}")
            continue
        if translation.fuzzy:
            found.append(f"fuzzy: {message.id!r}")
        ids, strings = forms(translation)
        wanted = set(PLACEHOLDER.findall(" ".join(ids)))
        found += [f"other placeholders: {text!r}" for text in strings if set(PLACEHOLDER.findall(text)) != wanted]
    found += [
        f"no longer in the code: {message.id!r}"
        for message in french
        if message.id and code.get(message.id, message.context) is None
    ]
    return found


def update() -> None:
    code = extracted()
    french = translated() if PO.exists() else Catalog(locale="fr", project="lundi", charset="utf-8")
    french.update(code, no_fuzzy_matching=True)
    french.obsolete.clear()
    french.header_comment = "# The French of lundi."
    french.version, french.last_translator, french.language_team = "0", "lundi", "fr"
    french.msgid_bugs_address = "lundi"
    french.creation_date = french.revision_date = MADE
    french.fuzzy = False
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, french, width=110, sort_output=True, no_location=True, omit_header=False)
    PO.with_suffix(".mo").write_bytes(compiled(translated()))


def main() -> int:
    if "--update" in sys.argv:
        update()
    found = problems(extracted(), translated())
    if PO.with_suffix(".mo").read_bytes() != compiled(translated()):
        found.append("the compiled catalogue is not that of the text: run .ci/catalogue.py --update")
    print("\n".join(found) or "catalogue: complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
