"""Other people's solvers, each in a process of its own: a statement goes in as JSON, answers come out line by line.

``*_statement`` say an operation in plain numbers; what is ``apart`` solves it and prints an answer whenever it has a better
one; ``carried_out`` lets the clockwork drive it, and ``verify`` judge.
"""
