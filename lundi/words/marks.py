"""The signs of the week, all one cell wide; colour is never the only one."""

DONE, PLANNED, SMALLEST, BACKFILLED, FREE, OFF, MET, STORM = "■", "□", "▪", "▣", "·", "–", "✓", "≈"
