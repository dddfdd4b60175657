"""Wild events: keys, clicks, pastes, sizes, clocks and other programs at the dashboard, without a pause between them.

Nobody uses a program like that; what breaks is still a state that must not be. `python -m tests.wild` runs as many as
one likes with a new seed; the tests run few, with seeds that stand in the repository.
"""
