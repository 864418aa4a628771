"""March orders: what the leader of each loaded column holds."""
