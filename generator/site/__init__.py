"""From pages to a folder of files: the only room that knows mkdocs."""
