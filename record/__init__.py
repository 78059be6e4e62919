"""The domain: what the school knows, what is true of it and what may be done with it."""
