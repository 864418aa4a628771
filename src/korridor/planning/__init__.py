"""Choose the movements: bound, construct, improve, verify."""
