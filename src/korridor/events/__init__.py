"""What can happen: the closed schemas that plan, rehearsal and ledger share."""
