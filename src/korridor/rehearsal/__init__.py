"""Run a plan many times, under what nobody knows beforehand."""
