"""The comparison model in the words of simulators of events, each with its own random numbers; they need not be installed."""
