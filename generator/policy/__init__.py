"""What the generator carries: a policy as frozen nouns, free of YAML, HTML and rules in JSON."""
