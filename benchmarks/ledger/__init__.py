"""The ledger: how fast it records for good, and how soon it answers."""
