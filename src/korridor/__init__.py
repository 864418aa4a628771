"""Korridor: plan evacuations by convoy, and prove how good the plan is."""

from korridor.version import __version__

__all__ = ["__version__"]
