"""Changes to a list of laps, one a file; ``change`` draws one. Each returns nothing and keeps what a lap may be."""
