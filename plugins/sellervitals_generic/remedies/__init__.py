"""What to do, by cause: playbooks that several rules share."""
