"""The search for convoy operations: a plan as a list of laps.

A *lap* brings some vehicles to one place, in column where they must, and out again loaded. The list's order,
the sizes and the destinations are what is searched; :mod:`dispatch` turns a list into movements by the
clockwork, :mod:`patterns` makes lists to begin with, :mod:`anneal` improves them.
"""
