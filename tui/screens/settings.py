"""The settings, made from their table; a theme is seen while it is chosen."""

from __future__ import annotations

from lundi.language import gettext as _
from lundi.settings import SETTINGS, THEME
from storage.settings import change_settings, read_settings
from storage.store import Store
from tui.intents import Perform
from tui.screens.dialog import Dialog, Field, Texts
from tui.themes import by_setting


class SettingsDialog(Dialog):
    """One line a setting. Esc gives the theme back that was there."""

    def __init__(self, store: Store, perform: Perform) -> None:
        kept = read_settings(store)
        self._theme_before = kept[THEME]
        fields = [
            Field(
                key,
                _(setting.label),
                value if setting.choices else setting.shown(value),
                choices=tuple((choice, setting.shown(choice)) for choice in setting.choices),
                hint=_(setting.hint),
            )
            for (key, value), setting in zip(kept.items(), SETTINGS.values(), strict=True)
        ]

        def submit(texts: Texts) -> str | None:
            return perform(lambda store, now: change_settings(store, texts, now))

        super().__init__(_("Settings"), fields, submit)

    def changed(self) -> None:
        super().changed()
        self.app.theme = by_setting(self.texts[THEME]).name

    def action_cancel(self) -> None:
        if self.is_current:
            self.app.theme = by_setting(self._theme_before).name
        super().action_cancel()
