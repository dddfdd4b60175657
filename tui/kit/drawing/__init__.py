"""Lines, blocks, voices, themes: how anything is drawn."""
