"""``python -m lundi`` is ``lundi``."""

from cli.main import entry

if __name__ == "__main__":
    entry()
