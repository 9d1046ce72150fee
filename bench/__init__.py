"""Measures of the project: each module here with a `report` is a section of `make bench`.

`report()` yields the lines of its section as they are known. Figures of one run compare with each
other; between runs and machines only their ratios do.
"""
