"""Compiles a policy's measures, terms and questions to the rule book that the engine reads."""
