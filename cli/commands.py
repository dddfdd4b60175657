"""Every command: where it lives, and its French name. Both names always work."""

from __future__ import annotations

COMMANDS = {
    "dashboard": "cli.dashboard",
    "demo": "cli.demo",
    "doctor": "cli.doctor",
    "habit": "cli.habits",
    "help": "cli.help",
    "idea": "cli.ideas",
    "import": "cli.exchange",
    "redo": "cli.undo",
    "stats": "cli.stats",
    "status": "cli.status",
    "tick": "cli.ticks",
    "today": "cli.week",
    "undo": "cli.undo",
    "untick": "cli.ticks",
    "week": "cli.week",
}

ALIASES = {
    "-h": "help",
    "--help": "help",
    "aide": "help",
    "annuler": "undo",
    "chiffres": "stats",
    "cocher": "tick",
    "decocher": "untick",
    "décocher": "untick",
    "etat": "status",
    "état": "status",
    "examiner": "doctor",
    "habitude": "habit",
    "idee": "idea",
    "idée": "idea",
    "importer": "import",
    "jour": "today",
    "refaire": "redo",
    "semaine": "week",
}
