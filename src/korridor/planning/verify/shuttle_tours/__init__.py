"""P3: a plain shuttle's bound, checked anew from its prices (``docs/bounds-shuttle.md``)."""
