"""The checker's pages: every question, every measure's conditions, and what starts the engine."""
