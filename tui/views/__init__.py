"""The places: each a screenful."""
