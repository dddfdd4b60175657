"""What a build makes, of a wheel or of an editable install: the compiled catalogues. `.ci/catalogue.py` uses it too."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALE = "lundi/locale"


class CompiledCatalogues(BuildHookInterface[BuilderConfig]):
    """The hook that hatchling calls before it collects the files of a wheel, or makes an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile beside the texts, in the source tree: an editable install reads them there, a wheel takes them."""
        compiled_files = compile_catalogues(Path(self.root))
        # git ignores them, and hatchling leaves out what git ignores unless it is named here.
        build_data["artifacts"] += [f"/{path.relative_to(self.root).as_posix()}" for path in compiled_files]


def compile_catalogues(root: Path) -> list[Path]:
    """Write the .mo beside every .po of the project at `root`; the paths written."""
    written = []
    for text in sorted((root / LOCALE).glob("*/LC_MESSAGES/*.po")):
        path = text.with_suffix(".mo")
        path.write_bytes(compiled(read_catalogue(text)))
        written.append(path)
    if not written:
        raise FileNotFoundError(f"no catalogue under {root / LOCALE}")
    return written


def read_catalogue(text: Path) -> Catalog:
    """The catalogue of a .po file, in the language of its folder; PoFileError where it can't be read."""
    with text.open("rb") as file:
        return read_po(file, locale=text.parent.parent.name, domain=text.stem, abort_invalid=True)


def forms(message: Message) -> tuple[list[str], list[str]]:
    """Singular and plural of the msgid, and of its translation."""
    ids, strings = (
        list(text) if isinstance(text, (tuple, list)) else [text or ""] for text in (message.id, message.string)
    )
    return ids, strings


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as a GNU .mo file, its entries sorted by the bytes of their msgids, as the format wants them.

    What isn't translated, or only by a fuzzy match, is left out: gettext gives the msgid for it. The same texts give
    the same bytes whatever Babel reads them: Babel's own writer puts its version into the header, and a header needs no
    more than what gettext reads of it.
    """
    header = f"Content-Type: text/plain; charset=utf-8\nPlural-Forms: {catalogue.plural_forms}\n"
    entries = {b"": header.encode()}
    for message in catalogue:
        ids, strings = forms(message)
        if not message.id or message.fuzzy or not all(strings):
            continue
        context = f"{message.context}\4" if message.context else ""
        entries[(context + "\0".join(ids)).encode()] = "\0".join(strings).encode()
    msgids = sorted(entries)

    tables_at = 7 * 4
    texts_at = tables_at + 2 * 8 * len(msgids)
    table, texts = b"", b""
    for text in [*msgids, *(entries[msgid] for msgid in msgids)]:
        table += struct.pack("<2I", len(text), texts_at + len(texts))
        texts += text + b"\0"
    # The magic number, revision 0, how many, where the tables of msgids and of translations begin; no hash table.
    return struct.pack("<7I", 0x950412DE, 0, len(msgids), tables_at, tables_at + 8 * len(msgids), 0, 0) + table + texts
