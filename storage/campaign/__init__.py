"""Campaigns, their measures, what bothered clients."""
