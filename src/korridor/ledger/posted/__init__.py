"""The books as the store keeps them, so that a balance of ten million events is a look and not a count.

Nothing here is a rule of its own. Events fall into *cases*: what corrects what, what counts the same thing. What a case
posts is asked of the functions that make the books from all events (``korridor.ledger.account_of``); here it is added up,
by account and hour.
"""
