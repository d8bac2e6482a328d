"""What to do, one module per playbook: steps that several rules share."""
