"""What runs in a process of its own: it imports other people's solvers, and nothing of ours that needs more than Python."""
