"""Papers of the books: accounts and legs, the worklist, tally sheets, and what of it leaves the house."""
