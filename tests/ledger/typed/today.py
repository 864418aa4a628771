"""A day as three forms of file say it."""

LINES = """with device=D1 post=GATE organisation=SARC day=2016-12-15 offset=+02:00
14:20 departed on=M1/B7 at=AMIRIYA count=48 care=lying:2,well:46 note="two sat on the floor # the driver says"
# the second bus came later
16:35 arrived on=M1/B7 at=reception:ATAREB count=46
"""

TABLE = """time,day,offset,kind,device,number,post,organisation,on,at,count,care,note
14:20,2016-12-15,+02:00,departed,D1,1,GATE,SARC,M1/B7,AMIRIYA,48,"lying:2,well:46",two sat on the floor # the driver says
16:35,2016-12-15,+02:00,arrived,D1,2,GATE,SARC,M1/B7,reception:ATAREB,46,,
"""

TIDES_HEAD = (
    "passenger_event_id,service_date,event_timestamp,trip_id_performed,trip_stop_sequence,event_type,"
    "vehicle_id,device_id,stop_id,event_count\n"
)
TIDES = TIDES_HEAD + (
    "a,2016-12-15,2016-12-15T12:20:00Z,m1,1,Passenger boarded,b7,apc-1,amiriya,30\n"
    "b,2016-12-15,2016-12-15T12:21:00Z,m1,1,Passenger boarded,b7,apc-1,amiriya,\n"
    "c,2016-12-15,2016-12-15T12:22:00Z,m1,1,Door closed,b7,apc-1,amiriya,NA\n"
    "d,2016-12-15,2016-12-15T12:25:00Z,m1,1,Vehicle departed stop,b7,NA,amiriya,\n"
    "e,2016-12-15,2016-12-15T14:40:00Z,m1,2,Passenger alighted,b7,apc-1,atareb,30\n"
)
