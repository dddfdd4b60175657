"""Changes of ideas, as people read them."""

from __future__ import annotations

from lundi.words.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lundi.time.details import Detail, Sentences

IDEAS = "ideas"
CHOSEN = "chosen"
UNCHOSEN = "unchosen"
IDEA_CHANGED = "idea-changed"
IDEA_SPLIT = "idea-split"
IDEA_LET_GO = "idea-let-go"


def _ideas(detail: Detail) -> str:
    count = int(detail["count"])
    if count == 1:
        return _("an idea: {title}").format(title=detail["title"])
    return _("{count} ideas").format(count=count)


def _let_go(detail: Detail) -> str:
    count = int(detail.get("count", 1))
    if count == 1:
        return _("idea let go of: {title}").format(title=detail["title"])
    return _("{count} ideas let go of").format(count=count)


SENTENCES: Sentences = {
    IDEAS: _ideas,
    CHOSEN: lambda detail: _("chosen: {title}").format(title=detail["title"]),
    UNCHOSEN: lambda detail: _("not chosen any more: {title}").format(title=detail["title"]),
    IDEA_CHANGED: lambda detail: _("idea changed: {title}").format(title=detail["title"]),
    IDEA_SPLIT: lambda detail: _("idea split: {title}").format(title=detail["title"]),
    IDEA_LET_GO: _let_go,
}
