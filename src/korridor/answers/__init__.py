"""Questions that take planning and rehearsal both: here the two rooms, which never import each other, are wired."""
