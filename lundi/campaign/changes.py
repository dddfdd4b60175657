"""Changes of campaigns, as people read them."""

from __future__ import annotations

from lundi.time.details import day_in
from lundi.words.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lundi.time.details import Sentences

CAMPAIGN_DRAFTED = "campaign-drafted"
CAMPAIGN_EDITED = "campaign-edited"
CAMPAIGN_STARTED = "campaign-started"
CAMPAIGN_LENGTHENED = "campaign-lengthened"
CAMPAIGN_CLOSED = "campaign-closed"
CAMPAIGN_LET_GO = "campaign-let-go"
MEASURED = "measured"
PROGRAMME_ENDED = "programme-ended"
PROGRAMME_KEPT = "programme-kept"
IRRITANT = "irritant"
IRRITANT_MENDED = "irritant-mended"
IRRITANT_OPENED = "irritant-opened"
TRIED = "tried"


SENTENCES: Sentences = {
    CAMPAIGN_DRAFTED: lambda detail: _("campaign begun: {name}").format(name=detail["name"]),
    CAMPAIGN_EDITED: lambda detail: _("campaign changed: {name}").format(name=detail["name"]),
    CAMPAIGN_STARTED: lambda detail: _("campaign started: {name}").format(name=detail["name"]),
    CAMPAIGN_LENGTHENED: lambda detail: _("{name} lengthened until {day}").format(
        name=detail["name"], day=day_in(detail)
    ),
    CAMPAIGN_CLOSED: lambda detail: _("campaign closed: {name}").format(name=detail["name"]),
    CAMPAIGN_LET_GO: lambda detail: _("draft let go of: {name}").format(name=detail["name"]),
    MEASURED: lambda detail: _("measures of {name}").format(name=detail["name"]),
    PROGRAMME_ENDED: lambda detail: _("programme ended: {name}").format(name=detail["name"]),
    PROGRAMME_KEPT: lambda detail: _("programme kept for a year: {name}").format(name=detail["name"]),
    IRRITANT: lambda detail: _("what bothered somebody: {name}").format(name=detail["name"]),
    IRRITANT_MENDED: lambda detail: _("mended: {name}").format(name=detail["name"]),
    IRRITANT_OPENED: lambda detail: _("open again: {name}").format(name=detail["name"]),
    TRIED: lambda detail: _("tried once: {name}").format(name=detail["name"]),
}
