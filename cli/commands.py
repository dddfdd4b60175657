"""Every command: where it lives, and its French name. Both names always work."""

from __future__ import annotations

COMMANDS = {
    "backup": "cli.backup",
    "check": "cli.check",
    "completion": "cli.completion",
    "dashboard": "cli.dashboard",
    "demo": "cli.demo",
    "doctor": "cli.doctor",
    "export": "cli.export",
    "habit": "cli.habits",
    "help": "cli.help",
    "idea": "cli.ideas",
    "import": "cli.exchange",
    "redo": "cli.undo",
    "restore": "cli.backup",
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
    "complétion": "completion",
    "decocher": "untick",
    "décocher": "untick",
    "etat": "status",
    "état": "status",
    "examiner": "doctor",
    "exporter": "export",
    "habitude": "habit",
    "idee": "idea",
    "idée": "idea",
    "importer": "import",
    "jour": "today",
    "refaire": "redo",
    "relire": "check",
    "restaurer": "restore",
    "sauvegarder": "backup",
    "semaine": "week",
}

HABIT_ALIASES = {
    "ajouter": "add",
    "archiver": "archive",
    "deplacer": "move",
    "déplacer": "move",
    "installer": "settle",
    "lister": "list",
    "modifier": "edit",
    "restaurer": "restore",
}
