"""The rules of the road: turns orders into times; arrays and one compiled loop.

Only this room knows how convoys move in time. ``run`` is its door; inside, an operation is
:class:`tables.Tables`, the moment is :class:`state.State`, and one movement's times are written on a
:class:`sheet.Sheet` before they are posted to the state.
"""
