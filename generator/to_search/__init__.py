"""From a policy to the search: an index for each language, scripts, the page."""
