"""The best of all plans of a tiny operation, by trying them: what bounds and searches are held to."""
