"""What people look at: movement graph, clearance curve, waiting; one chart a file."""
