"""The tests: unit, data, pages and browser."""
