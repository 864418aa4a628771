"""The search for large operations: loads shared out by a linear program, then sent as soon as vehicles are there.

Where thousands of columns go, a list of laps (:mod:`korridor.planning.laps`) cannot be dispatched anew for each small
change. Here one plan takes seconds at most: :mod:`allotment` decides which part of a place's people goes where, :mod:`dispatch`
which vehicles fetch them, and when, by the clockwork; :mod:`search` tries rules, and then other orders of the places.
"""
