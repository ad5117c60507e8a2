"""What number expressions are made of: tokens, digits, number words, fractions, vague numbers. `scan` composes them."""
