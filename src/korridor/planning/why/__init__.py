"""Why this long? What binds, what one more of it would bring, and what the limit on the time aboard costs.

:mod:`asked` is the door. Each :mod:`change <korridor.operation.changes>` is re-planned from today's plan (:mod:`carried`,
:mod:`replanned`) and its bound re-solved (:mod:`bounds`); :mod:`prices` says what today's bound hangs on, and :mod:`frontier`
how people out and the longest time aboard trade.
"""
