"""What no plan can beat: the slot program, solved and certified (docs/bounds.md).

:mod:`kinds` lists the kinds of trips, :mod:`clocks` and :mod:`columns` cut time in slots, :mod:`program` states the
rows, :mod:`solve` finds prices and :mod:`certify` turns them into whole numbers that prove a bound. :mod:`most_out`
and :mod:`clearance` ask it; :mod:`levels` needs no program.
"""
