"""What every place is made of; it knows no place."""
