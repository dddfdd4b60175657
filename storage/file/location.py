"""Where the file is when nobody says."""

from __future__ import annotations

import os
import sys

FILE_NAME = "lundi.db"

if sys.platform == "linux":
    # The XDG rule is one line here, and importing platformdirs would take as long as the rest of a tick.
    # tests/storage/file/test_location.py holds this line to what platformdirs says.
    def data_folder() -> str:
        """The folder of the user's data."""
        home = os.environ.get("XDG_DATA_HOME", "")
        return os.path.join(home if os.path.isabs(home) else os.path.expanduser("~/.local/share"), "lundi")

else:
    from platformdirs import user_data_dir

    def data_folder() -> str:
        """The folder of the user's data."""
        return user_data_dir("lundi", appauthor=False)


def default_path() -> str:
    """The file that lundi opens without --db and LUNDI_DB."""
    return os.path.join(data_folder(), FILE_NAME)
