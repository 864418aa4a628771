"""Clerks at their posts: what becomes of what happened when people write it down."""
