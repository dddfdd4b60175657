"""lundi idea: park a thought until Monday."""

from __future__ import annotations

import sys

from cli.context import Context
from cli.parsing import Parser
from cli.words import joined
from lundi.words.language import gettext as _
from lundi.words.language import ngettext
from storage.ideas.intents import same_ideas


def run(context: Context, _command: str, words: list[str]) -> int:
    """Keep an idea, or one from each line of standard input; what waits already is said, and kept too."""
    parser = Parser("idea", _("Keep an idea until Monday."))
    parser.add_argument(
        "text",
        nargs="*",
        metavar=_("TEXT"),
        help=_("the idea; without it, one from each line of standard input"),
    )
    values = parser.read(words)
    if not values.text and sys.stdin.isatty():
        print(_("One idea a line; Ctrl+D ends."), file=sys.stderr)
    text = joined(values.text) if values.text else sys.stdin.read()
    with context.open() as store:
        doubles = same_ideas(store, text.splitlines())
        count = store.capture(text, context.now_for_writing(store))
    print(ngettext("{count} idea kept until Monday.", "{count} ideas kept until Monday.", count).format(count=count))
    if doubles:
        print(_("Kept, though there already: {titles}").format(titles=" · ".join(doubles)))
    return 0
