"""The method of lundi: weeks, habits, plans and scores, without a database, a screen or a clock."""

__version__ = "0.4.1"
