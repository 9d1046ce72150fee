"""Turn the data of a policy document into a static bilingual site with an eligibility checker."""
