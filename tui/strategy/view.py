"""Strategy: three years on one page, and everything that can be changed on it."""

from __future__ import annotations

from textual import getters
from textual.app import ComposeResult
from textual.screen import ModalScreen

from lundi.strategy.page import label
from lundi.words.language import gettext as _
from storage.strategy.canvas import read_canvas
from storage.strategy.intents import hold_at_once, turn_page
from tui.kit.commands import EMPTY, FILLED, bindings
from tui.kit.place import PlaceView
from tui.strategy import asks as strategy_asks
from tui.strategy import choices as strategy_choices
from tui.strategy import history as strategy_history
from tui.strategy.commands import COMMANDS, STRATEGY, TURNING, WAITING
from tui.strategy.page import StrategyCanvas


class StrategyView(PlaceView):
    """A page to read; keys open what there is to change."""

    BINDINGS = bindings(COMMANDS, STRATEGY)

    canvas = getters.query_one(StrategyCanvas)

    def compose(self) -> ComposeResult:
        yield StrategyCanvas()

    def show_file(self, *, only_ticks: bool = False) -> None:
        self.canvas.canvas = read_canvas(self.desk.store, self.desk.today)

    @property
    def conditions(self) -> frozenset[str]:
        canvas = self.canvas.canvas
        if canvas is None:
            return super().conditions
        page = canvas.page
        holding = {EMPTY if page.is_empty else FILLED}
        holding |= {WAITING} if page.waiting else set()
        return super().conditions | holding | ({TURNING} if page.turns else set())

    def action_edit(self) -> None:
        with self.desk.told():
            page = read_canvas(self.desk.store, self.desk.today).page
            self.desk.open(strategy_asks.edit_list(self.desk, self.app.size, self._go_to_campaign))
            if page.is_empty:  # what the empty page asks, over everything else that there is
                self.desk.open(strategy_asks.vision_dialog(self.desk, page))

    def action_show_changes_of_course(self) -> None:
        with self.desk.told():
            self.desk.open(strategy_history.changes_list(self.desk))

    def action_show_choices(self) -> None:
        with self.desk.told():
            self.desk.open(strategy_choices.choices_list(self.desk))

    def action_show_history(self) -> None:
        with self.desk.told():
            self.desk.open(strategy_history.history_list(self.desk))

    def action_turn_page(self) -> None:
        self.desk.demand(turn_page, said=_("The page looks a year further now. The former one is in the history: `v`."))

    def action_hold_at_once(self) -> None:
        """What waits holds from today on; where several things wait, those are listed."""
        with self.desk.told():
            waiting = list(read_canvas(self.desk.store, self.desk.today).page.waiting)
            if len(waiting) > 1:
                self.desk.open(strategy_history.changes_list(self.desk))
            elif waiting:
                (kind,) = waiting
                said = _("Holds from today on: {label}.").format(label=label(kind))
                self.desk.demand(lambda store, now: hold_at_once(store, kind, now), said=said)
            else:
                self.desk.say(_("Nothing waits to be confirmed here."), refused=True)

    def _go_to_campaign(self) -> None:
        self.app.call_later(self._close_all_and_go)

    async def _close_all_and_go(self) -> None:
        while isinstance(self.app.screen, ModalScreen):
            await self.app.pop_screen()
        await self.run_action("screen.show_place('campaign')")
