"""Roads from a map: routes, lengths and times between an operation's places, from an OpenStreetMap extract."""
