"""The settings, made from their table; a theme is seen while it is chosen."""

from __future__ import annotations

from collections.abc import Collection

from lundi.settings import LANGUAGE, SETTINGS, THEME, Setting
from lundi.words.language import gettext as _
from lundi.words.language import given_by
from storage.settings import change_settings, read_settings
from tui.kit.drawing.themes import by_setting
from tui.kit.fields.field import Field, Texts
from tui.kit.place import Desk
from tui.kit.screens.dialog import Dialog, Kept


class SettingsDialog(Dialog):
    """One line a setting, all of them or some. Esc gives the theme back that was there."""

    def __init__(self, desk: Desk, keys: Collection[str] = SETTINGS, title: str = "") -> None:
        present = read_settings(desk.store)
        self._theme_before = present[THEME]
        fields = [
            Field(
                key,
                _(setting.label),
                value if setting.choices else setting.shown(value),
                choices=tuple((choice, setting.shown(choice)) for choice in setting.choices),
                hint=_hint(setting),
            )
            for (key, value), setting in zip(present.items(), SETTINGS.values(), strict=True)
            if key in keys
        ]

        def submit(texts: Texts) -> str | None:
            return desk.perform(lambda store, now: change_settings(store, texts, now))

        super().__init__(title or _("Settings"), fields, submit, kept=Kept(desk, "settings"))

    def changed(self) -> None:
        super().changed()
        self.app.theme = by_setting(self.texts.get(THEME, self._theme_before)).name

    def action_cancel(self) -> None:
        if self.is_active:
            self.app.theme = by_setting(self._theme_before).name
        super().action_cancel()


def _hint(setting: Setting) -> str:
    """What a setting is about; for the language, what came with the call and keeps it from being seen."""
    if setting.key == LANGUAGE and given_by():
        return _("{given} rules here; what you choose counts without it").format(given=given_by())
    return _(setting.hint)
