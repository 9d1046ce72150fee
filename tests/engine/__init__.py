"""The proof of the engine: cases as data, properties, a second evaluator, mutations, hostile
input.
"""
