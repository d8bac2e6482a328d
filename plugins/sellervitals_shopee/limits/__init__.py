"""Tables of figures that more than one rule, or a table too long for a rule's file, needs."""
