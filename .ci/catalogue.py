"""The catalogue of sentences: `python .ci/catalogue.py` checks it, `--update` brings it up to the code.

Checked: every msgid of the code is translated, none is fuzzy or left over, placeholders agree in every form. An update
compiles as well, so that an editable install speaks the new sentences at once. Needs the project's venv.
"""

from __future__ import annotations

import io
import re
import sys
from datetime import datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from hatch_build import LOCALE, compile_catalogues, forms, read_catalogue

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / LOCALE / "fr/LC_MESSAGES/lundi.po"
PACKAGES = ("lundi", "storage", "tui", "cli")
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
MADE = datetime(2026, 11, 22)  # a date that moved would change the file without a changed word
BABEL_VERSION = re.compile(rb'^"Generated-By: .*\n', re.MULTILINE)  # would change the file without a changed word, too
PLACEHOLDER = re.compile(r"\{[a-z_]*\}")


def extracted() -> Catalog:
    """Every msgid of the code."""
    catalogue = Catalog(project="lundi", charset="utf-8")
    for package in PACKAGES:
        for name, _line, message, _comments, context in extract_from_dir(ROOT / package, keywords=KEYWORDS):
            catalogue.add(message, locations=[(f"{package}/{name}", 0)], context=context)
    return catalogue


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
    french = read_catalogue(PO) if PO.exists() else Catalog(locale="fr", project="lundi", charset="utf-8")
    french.update(code, no_fuzzy_matching=True)
    french.obsolete.clear()
    french.header_comment = "# The French of lundi."
    french.version, french.last_translator, french.language_team = "0", "lundi", "fr"
    french.msgid_bugs_address = "lundi"
    french.creation_date = french.revision_date = MADE
    french.fuzzy = False
    PO.parent.mkdir(parents=True, exist_ok=True)
    text = io.BytesIO()
    write_po(text, french, width=110, sort_output=True, no_location=True, omit_header=False)
    PO.write_bytes(BABEL_VERSION.sub(b"", text.getvalue()))
    compile_catalogues(ROOT)


def main() -> int:
    if "--update" in sys.argv:
        update()
    found = problems(extracted(), read_catalogue(PO))
    print("\n".join(found) or "catalogue: complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
