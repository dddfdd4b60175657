"""Campaign: the one under way, drafts, and past ones."""
