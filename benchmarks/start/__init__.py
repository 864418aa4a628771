"""How long a command takes before it does anything."""
