"""What to do by cause: steps for single parts of a number, one module per rule that tells them apart."""
