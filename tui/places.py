"""The one table of places: what stands under the header, one at a time."""

from __future__ import annotations

from lundi.record import record
from lundi.words.language import N_


@record
class Place:
    """A place, and the room that it is in."""

    name: str  # of its widget, its room, and the scope of its commands
    keys: str  # Textual's names; the first is the one that is shown
    word: str  # an English msgid
    tooltip: str  # the same, for the page of keys
    module: str  # its room's, imported when the place is visited first
    view: str  # the class in it that shows the place
    is_apart: bool = False  # not in the header: gone to on purpose

    @property
    def key(self) -> str:
        """The key that is shown."""
        return self.keys.split(",")[0]


# Digits need Shift on AZERTY: the unshifted key in the same place and F1-F8 do the same.
PLACES = (
    Place("week", "1,ampersand,f1", N_("Week"), N_("go to the Week"), "tui.week.view", "WeekView"),
    Place("strategy", "2,é,f2", N_("Strategy"), N_("go to the Strategy"), "tui.strategy.view", "StrategyView"),
    Place(
        "campaign", "3,quotation_mark,f3", N_("Campaign"), N_("go to the Campaign"), "tui.campaign.view", "CampaignView"
    ),
    Place("tracking", "4,apostrophe,f4", N_("Tracking"), N_("go to Tracking"), "tui.tracking.view", "TrackingView"),
    Place("ideas", "6,minus,f6", N_("Ideas"), N_("go to the Ideas"), "tui.ideas.view", "IdeasView", is_apart=True),
)
IN_HEADER = tuple(place for place in PLACES if not place.is_apart)
APART = tuple(place for place in PLACES if place.is_apart)


def place_named(name: str) -> Place:
    """The place of a name; KeyError without one."""
    return {place.name: place for place in PLACES}[name]
