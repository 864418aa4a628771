"""The program's version: what every plan and paper says it was made with."""

__version__ = "0.1.0"
