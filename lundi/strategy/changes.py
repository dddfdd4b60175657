"""Changes of the strategy, as people read them."""

from __future__ import annotations

from lundi.words.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lundi.time.details import Detail, Sentences

COURSE_CONFIRMED = "course-confirmed"
COURSE = "course"
PAGE_TURNED = "page-turned"
SHELVED = "shelved"
QUALITY = "quality"


def _course(detail: Detail) -> str:
    return _(str(detail["label"])).format(year=detail["year"])


SENTENCES: Sentences = {
    COURSE_CONFIRMED: lambda detail: _("strategy confirmed: {label}").format(label=_course(detail)),
    COURSE: lambda detail: _("strategy: {label}").format(label=_course(detail)),
    PAGE_TURNED: lambda detail: _("the strategy's page turned by a year"),
    SHELVED: lambda detail: _("line or channel: {name}").format(name=detail["name"]),
    QUALITY: lambda detail: _("quality list: {name}").format(name=detail["name"]),
}
