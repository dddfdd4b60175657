"""What stands on the strategy's page."""
