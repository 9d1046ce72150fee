"""The JSON Schemas of the data files, for editors; `python -m generator.schemas` writes them."""
