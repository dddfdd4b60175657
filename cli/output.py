"""Printing for people and for programs."""

from __future__ import annotations

import json
import sys


def print_json(content: object) -> None:
    """One JSON document on standard output; accents stay readable where the terminal can show them."""
    encoding = (sys.stdout.encoding or "ascii").lower().replace("-", "")
    print(json.dumps(content, ensure_ascii=encoding != "utf8", indent=2))
