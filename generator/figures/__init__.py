"""Finds the figures of a text, Chinese or English, as exact numbers with what they measure."""
