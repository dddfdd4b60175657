"""Bringing in what other programs wrote, and writing what they can read."""
