"""What lundi refuses, in sentences for people. The exit codes are those of the shell's contract."""


class LundiError(Exception):
    """A clear sentence, in the user's language: what was wrong, what was kept, what to do."""

    exit_code = 1

    @property
    def sentence(self) -> str:
        return str(self.args[0])


class Refused(LundiError):
    """A rule of the method says no, or there is nothing to do."""


class NotUnderstood(LundiError):
    """A word, a date or a name that lundi can't read, or can read in two ways."""

    exit_code = 2


class Unavailable(LundiError):
    """The file is busy, read-only, out of reach, or the disk is full. Nothing was written."""

    exit_code = 3

    def __init__(self, sentence: str, waiting: str = "") -> None:
        """The second sentence is for a program that keeps the change and tries again."""
        super().__init__(sentence)
        self.waiting = waiting or sentence


class Unreadable(LundiError):
    """The file is damaged, newer than the program, or not lundi's. Nothing was written."""

    exit_code = 4


class Damaged(Unreadable):
    """The file can't be read, in whole or in part. Nothing was written."""
