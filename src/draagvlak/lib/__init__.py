"""Plain Python that every floor may use: clock, refusals, rights, text, law, seals. No tables."""
