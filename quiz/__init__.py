"""The eligibility engine: pure functions from rules, answers and a date to verdicts and the next
question.
"""
