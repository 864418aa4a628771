"""The bound for large operations: places that lie alike taken together, vehicles in one pool (docs/bounds-streams.md)."""
