"""From a policy to Markdown, plain text, tables and the file that language models look for."""
