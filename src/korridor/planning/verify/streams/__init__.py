"""P3: the stream program of docs/bounds-streams.md, rebuilt in plain Python from the operation and a partition."""
