"""What to do by cause, where it is more than a rule's own file should hold."""
