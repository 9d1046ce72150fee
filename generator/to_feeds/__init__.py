"""From the list of changes to feeds."""
