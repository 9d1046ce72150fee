"""From the rules to what a visitor's browser loads: Python, trimmed, the engine, and the rules."""

from generator.to_bundle.bundle import Bundle, BundledFile, to_bundle

__all__ = ["Bundle", "BundledFile", "to_bundle"]
