"""From a list of laps to movements: whoever can leave first leaves first, but who lets another go before or joins it.

At each turn the next lap's vehicles are sent in, or a lap that stands goes out loaded; the clockwork is asked
for the departure of each that is possible, and the earliest is posted. So rank is the order of departure (C1).
A lap that cannot go is passed over; who waits for it waits no longer.
"""
