"""What is filled in and chosen."""
