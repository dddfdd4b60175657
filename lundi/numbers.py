"""The numbers of the method, as they are before anybody changes a setting."""

HABITS_AT_MOST = 5  # H29: few, so that they are kept
ACTIONS_A_WEEK = 2  # F19: two means two
HELD_FROM = 85  # per cent; with seven lines, one whole line may be missed
STRENGTH_WEEKS = 13  # H34: one bad week costs one thirteenth
REVIEW_WEEKS = 13  # F21: no habit is for ever
RITUAL_DAY = 1  # Monday, of 1 to 7
DAY_ENDS_AT = "03:00"  # a tick at 00:40 belongs to the day before
SEASON_WEEKS = 13  # H19
MINUTES_A_WEEK = 240  # H10: what a week of marketing may take
YEARS_AHEAD = 3  # F05
PREPARATION_DAYS = 14  # F12: a campaign that takes longer to prepare is said to
MEASURES_AT_MOST = 3  # F27
