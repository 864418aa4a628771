"""Plain shuttles: vehicles go to and fro between assembly places and receptions, and nothing else binds them.

The Bus Evacuation Problem (Bish 2011, doi 10.1007/s00291-011-0256-1) is of this kind, but the structure is what
is recognised, not the file: see ``plain``. ``improve`` is the search's door, ``bound`` says what no plan can beat.
"""
