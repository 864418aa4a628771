"""What is known beforehand: places, roads, people, fleet, truce, agreements; reading and checking files."""
