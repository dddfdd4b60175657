"""Past campaigns side by side, and the programmes that some became."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Static

from lundi.campaign.campaign import Programme
from lundi.words.errors import LundiError
from lundi.words.language import gettext as _
from storage.campaign.closing import end_programme, keep_programme
from storage.campaign.review import read_past, read_programmes_of
from tui.campaign.past_table import PastTable
from tui.kit.drawing.prose import Remark
from tui.kit.intents import Change
from tui.kit.place import Desk
from tui.kit.screens.dialog import Foot
from tui.kit.screens.fitted import FittedModal


def past_campaigns(desk: Desk) -> Screen[None]:
    """Closed campaigns, the latest first."""
    return PastCampaigns(desk)


class PastCampaigns(FittedModal):
    """← and → choose a campaign; what became a programme is kept for another year, or ends."""

    BINDINGS = [
        Binding("escape,q", "close", show=False, priority=True),
        Binding("left,h", "choose(-1)", show=False, priority=True),
        Binding("right,l", "choose(1)", show=False, priority=True),
        Binding("up", "scroll(-1)", show=False, priority=True),
        Binding("down", "scroll(1)", show=False, priority=True),
        Binding("pageup", "scroll(-10)", show=False, priority=True),
        Binding("pagedown", "scroll(10)", show=False, priority=True),
        Binding("enter,k", "keep", show=False, priority=True),
        Binding("d", "end", show=False, priority=True),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._past = read_past(desk.store, desk.today)
        self._table = PastTable(desk.today)

    def compose(self) -> ComposeResult:
        with Foot(classes="dialog"):
            yield Static(_("Past campaigns"), classes="title", markup=False)
            yield self._table
            yield Remark(classes="refusal")
            yield Static("", classes="keys", markup=False)

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        self._table.show(self._past)
        if not self._past:
            self._say(_("None yet. A campaign that was closed stands here, beside the others."))
        self._show_keys()

    def _show_keys(self) -> None:
        """Those that do something with the chosen campaign."""
        keys = [_("← → campaign   ↑ ↓")] if self._past else []
        if self._past and self._past[self._table.chosen].programme:
            keys.append(_("k keep the programme   d end it"))
        self.query_one(".keys", Static).update("   ".join([*keys, _("esc close")]))

    def _say(self, sentence: str, *, refused: bool = False) -> None:
        self.query_one(".refusal", Remark).say(sentence, refused=refused)

    def action_choose(self, step: int) -> None:
        if not self._past:
            return
        self._table.chosen = max(0, min(len(self._past) - 1, self._table.chosen + step))
        self._say("")
        self._show_keys()

    def action_scroll(self, lines: int) -> None:
        self.query_one(Foot).scroll_relative(y=lines, animate=False, immediate=True)

    def action_keep(self) -> None:
        if (programme := self._programme()) is not None:
            name = programme.name
            self._change(lambda store, now: keep_programme(store, programme.campaign_id, name, now))

    def action_end(self) -> None:
        if (programme := self._programme()) is not None:
            name = programme.name
            self._change(lambda store, now: end_programme(store, programme.campaign_id, name, now))

    def _programme(self) -> Programme | None:
        """That of the chosen campaign; without one it is said."""
        if not self._past:
            return None
        chosen = self._past[self._table.chosen]
        if chosen.programme is None:
            self._say(_("'{name}' is no programme.").format(name=chosen.campaign.name), refused=True)
        return chosen.programme

    def _change(self, change: Change) -> None:
        refusal = self._desk.perform(change)
        try:
            self._past = read_programmes_of(self._desk.store, self._past)
        except LundiError as error:
            refusal = refusal or error.sentence
        else:
            self._show()
        self._say(refusal or "", refused=True)

    def action_close(self) -> None:
        if self.is_active:
            self.dismiss()
