"""lundi check: the client's view of a text, and the words of one's own that it looks for."""

from __future__ import annotations

import codecs
import re
import sys
from argparse import Namespace
from bisect import bisect_right

from cli.context import Context
from cli.output import print_json
from cli.parsing import Parser
from lundi.client.jargon import AMONG_COLLEAGUES, HOLLOW, INCOMPREHENSIBLE, SEVERITIES
from lundi.client.remarks import SIGNS, figures, rather, sentences, shown, unless
from lundi.client.view import ClientsView, Finding, look
from lundi.words.errors import NotUnderstood, Unavailable, Unreadable
from lundi.words.language import gettext as _
from lundi.words.marks import OFF
from lundi.words.text import clean
from storage.client.words import add_word, forget_word, read_own_words, silence_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from lundi.client.jargon import OwnWord
    from lundi.time.days import Moment
    from storage.store import Store

_STANDARD_INPUT = "-"
_PIECE = 1024 * 1024  # bytes read at a time, so that an endless device is refused by its first ones
_BREAK = re.compile(r"\r\n|\r|\n")
_WIDEST = 30  # columns for the words found; a longer one pushes the rest of its line


def run(context: Context, _command: str, words: list[str]) -> int:
    """Print what a client would see in a text, and return 1 where it holds a word of severity 2 or 3; or change the
    list of words, or print one's own."""
    values = _parser().read(words)
    severity = _severity(values.severity)
    wanted = [name for name in ("file", "words", *_CHANGES) if getattr(values, name) is not None]
    if len(wanted) != 1 or (values.plain is not None and wanted != ["add"]):
        raise NotUnderstood(_("Check what? One text: lundi check FILE. Or one word: lundi check --add WORD"))
    if wanted == ["words"]:
        with context.look() as store:
            own = read_own_words(store) if store else ()
        if values.json:
            print_json({"words": [_own_json(word) for word in own]})
        else:
            print("\n".join(_own_lines(own)))
        return 0
    if wanted != ["file"]:
        with context.open() as store:
            print(_CHANGES[wanted[0]](store, values, severity, context.now_for_writing(store)))
        return 0
    text = _read(values.file)
    with context.look() as store:
        seen = look(text, read_own_words(store) if store else (), severity)
    if values.json:
        print_json(_json(seen))
    else:
        print("\n".join(_lines(text, seen)))
    return int(any(finding.severity >= HOLLOW for finding in seen.findings))


def _parser() -> Parser:
    parser = Parser(
        "check", _("Look at a text as a client would: its words, whom it is about, whether it has a number.")
    )
    parser.add_argument("file", nargs="?", metavar=_("FILE"), help=_("the text; - is standard input"))
    parser.add_argument(
        "--severity",
        default=str(HOLLOW),
        metavar="N",
        help=_("at least how severe: 3 is obscure, 2 hollow, 1 any; with --add, how severe the word is"),
    )
    parser.add_argument("--json", action="store_true", help=_("for programs"))
    parser.add_argument("--add", metavar=_("WORD"), help=_("have a word of your own found, from now on"))
    parser.add_argument("--plain", metavar=_("TEXT"), help=_("with --add: what to say instead"))
    parser.add_argument("--silence", metavar=_("WORD"), help=_("have a word not found any more"))
    parser.add_argument("--forget", metavar=_("WORD"), help=_("take back what you said of a word"))
    parser.add_argument("--words", action="store_const", const=True, help=_("the words you added and silenced"))
    return parser


def _severity(text: str) -> int:
    if text.strip() not in map(str, SEVERITIES):
        raise NotUnderstood(_("'{text}' is no severity. There are 3, 2 and 1.").format(text=clean(text)))
    return int(text)


# Words of one's own


def _add(store: Store, values: Namespace, severity: int, now: Moment) -> str:
    return _("Added: {term}").format(term=add_word(store, values.add, values.plain or "", severity, now))


def _silence(store: Store, values: Namespace, _severity: int, now: Moment) -> str:
    return _("Silenced: {term}").format(term=silence_word(store, values.silence, now))


def _forget(store: Store, values: Namespace, _severity: int, now: Moment) -> str:
    return _("Forgotten: {term}").format(term=forget_word(store, values.forget, now))


_CHANGES = {"add": _add, "silence": _silence, "forget": _forget}


def _own_json(word: OwnWord) -> dict[str, object]:
    return {
        "language": word.language,
        "term": word.term,
        "severity": word.severity,
        "plain": word.plain,
        "silenced": word.silenced,
    }


def _own_lines(own: Sequence[OwnWord]) -> Iterator[str]:
    """Under the titles that findings stand under, with the language in whose texts each counts; silenced ones last."""
    groups = [
        (title, SIGNS[severity], [word for word in own if word.severity == severity and not word.silenced])
        for severity, title in _titles().items()
    ]
    groups.append((_("Not found any more:"), OFF, [word for word in own if word.silenced]))
    width = min(max((len(word.term) for word in own), default=0), _WIDEST)
    for title, sign, words in groups:
        if words:
            yield title
        for word in words:
            yield f"  {word.language}  {sign} {shown(word.term):<{width}}  {rather(word.plain)}".rstrip()
    if not own:
        yield _("No word of your own yet. `lundi check --add WORD` adds one.")


# Reading a text


def _read(path: str) -> str:
    """The text of a file, its characters as they are.

    NotUnderstood when there is no such file; Unavailable when the system doesn't let it be read; Unreadable when it
    is no text in UTF-8.
    """
    if path == _STANDARD_INPUT:
        if sys.stdin.isatty():
            print(_("The text; Ctrl+D ends."), file=sys.stderr)
        return _decoded(sys.stdin.buffer, _("standard input"))
    try:
        with open(path, "rb") as file:
            return _decoded(file, path)
    except FileNotFoundError as error:
        raise NotUnderstood(_("There is no file {path}.").format(path=clean(path))) from error
    except IsADirectoryError as error:
        raise Unreadable(_("{path} is a folder. Give a file with a text in it.").format(path=clean(path))) from error
    except OSError as error:
        raise Unavailable(_("Cannot read {path}. Check the rights on it.").format(path=clean(path))) from error


def _decoded(file: BinaryIO, name: str) -> str:
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    pieces = []
    try:
        while piece := file.read(_PIECE):
            pieces.append(decoder.decode(piece))
            if "\0" in pieces[-1]:
                raise _no_text(name)
        pieces.append(decoder.decode(b"", final=True))
    except UnicodeDecodeError as error:
        raise _no_text(name) from error
    return "".join(pieces)


def _no_text(name: str) -> Unreadable:
    return Unreadable(
        _("This is no text in UTF-8: {path}. Save it as plain text in UTF-8 first.").format(path=clean(name))
    )


# What is printed


def _json(seen: ClientsView) -> dict[str, object]:
    return {
        "findings": [
            {
                "start": finding.start,
                "text": finding.text,
                "term": finding.term,
                "severity": finding.severity,
                "plain": finding.plain,
            }
            for finding in seen.findings
        ],
        "mirror": {"you": seen.mirror.you, "we": seen.mirror.we},
        "has_number": seen.has_number,
        "how_words": list(seen.how_words),
    }


def _lines(text: str, seen: ClientsView) -> Iterator[str]:
    """The words, those that say least to a client first; then a line of figures, remarks, and what a client asks."""
    titles = _titles()
    places = _places(text, seen.findings)
    words = [shown(finding.text) for finding in seen.findings]
    width = min(max(map(len, words), default=0), _WIDEST)
    for severity in SEVERITIES:
        lines = [
            f"  {place:>7}  {SIGNS[severity]} {word:<{width}}  {_advice(finding)}".rstrip()
            for finding, place, word in zip(seen.findings, places, words, strict=True)
            if finding.severity == severity
        ]
        if lines:
            yield from (titles[severity], *lines, "")
    yield " · ".join(figures(seen))
    yield from sentences(seen)
    yield _("For me? So what? What do I do now?")


def _titles() -> dict[int, str]:
    """What a client makes of words, by their severity, those that say least first."""
    return {
        INCOMPREHENSIBLE: _("A client will not understand:"),
        HOLLOW: _("Understood, but hollow, or about us:"),
        AMONG_COLLEAGUES: _("Fine between colleagues:"),
    }


def _advice(finding: Finding) -> str:
    return "   ".join(filter(None, (rather(finding.plain), unless(finding))))


def _places(text: str, findings: tuple[Finding, ...]) -> list[str]:
    """Line and column of each finding, '2:17', both counted from 1."""
    starts = [0, *(match.end() for match in _BREAK.finditer(text))]
    places = []
    for finding in findings:
        line = bisect_right(starts, finding.start)
        places.append(f"{line}:{finding.start - starts[line - 1] + 1}")
    return places
