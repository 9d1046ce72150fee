"""Reads `policy_data/`: a valid policy, or every problem at once with its file and line."""
