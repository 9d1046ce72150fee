"""Proves what the data claims: the text is whole, the translation agrees, the rules are sound."""
