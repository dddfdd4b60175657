"""What is said, and how: languages, texts, amounts, names, signs, refusals."""
