"""A plan that holds up better in bad futures: other plans are made for harder operations, and tried on a sample of futures.

What the futures are, planning does not know: it is given an evaluator.
"""
