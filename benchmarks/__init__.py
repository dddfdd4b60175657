"""How fast lundi is, as ratios to floors measured beside it: `python -m benchmarks`."""
