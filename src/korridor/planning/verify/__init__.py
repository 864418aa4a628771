"""Check a plan, rule by rule: a second opinion that shares no code with what made it.

Each rule of ``docs/semantics.md`` (O, C, P) is a plain function named after it. It reads the times that the
plan states and yields what is broken. None of them has a clock: a plan that is later than it need be passes,
one that breaks a rule does not (P1).
"""

from collections.abc import Callable, Iterator

from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken
from korridor.planning.verify.c1_rank import c1_listed_in_rank_order, c1_rank_is_the_order_of_departure
from korridor.planning.verify.c2_loading import (
    c2_bays_hold_one_vehicle_each,
    c2_loaded_by_departure,
    c2_loaded_in_column_order,
    c2_loaded_within_hours,
    c2_loading_takes_its_time,
    c2_those_who_board_are_present,
)
from korridor.planning.verify.c3_ready import c3_ready_when_all_are
from korridor.planning.verify.c4_departure import (
    c4_columns_enter_in_turn,
    c4_columns_leave_in_turn,
    c4_departs_when_it_may,
    c4_without_column_all_leave_together,
)
from korridor.planning.verify.c5_road import (
    c5_heads_and_tails_take_their_time,
    c5_held_columns_stand_on_the_road_behind,
    c5_one_road_after_the_other,
    c5_released_as_they_come,
)
from korridor.planning.verify.c6_checkpoint import (
    c6_columns_go_on_when_they_are_through,
    c6_every_checkpoint_serves_every_vehicle,
    c6_lanes_hold_one_vehicle_each,
    c6_lanes_serve_in_order,
    c6_services_take_their_time,
    c6_the_queue_stands_on_the_road_behind,
    c6_vehicles_arrive_as_the_column_does,
)
from korridor.planning.verify.c7_out import (
    c7_bays_unload_in_order,
    c7_there_is_room,
    c7_unloading_takes_its_time,
)
from korridor.planning.verify.o3_routes import (
    o3_alone_takes_its_time,
    o3_columns_go_their_route,
    o3_passages_chain,
)
from korridor.planning.verify.o3_straight import o3_empty_legs_are_straight
from korridor.planning.verify.o4_people import o4_nobody_boards_who_is_not_there, o4_parties_stay_together
from korridor.planning.verify.o5_boarding import (
    o5_apart,
    o5_most_urgent_board_first,
    o5_places_suffice,
    o5_taken_where_they_may,
    o5_time_aboard,
)
from korridor.planning.verify.o6_fleet import (
    o6_duty_hours,
    o6_free_first_goes_first,
    o6_trips_end_where_vehicles_stand,
    o6_trips_lie_in_the_span,
    o6_vehicles_leave_where_they_stand,
)
from korridor.planning.verify.o7_convoy import (
    o7_columns_contain_what_they_must,
    o7_columns_have_their_size,
    o7_escorts,
    o7_halts,
)
from korridor.planning.verify.o8_truce import (
    c4_the_first_stretch_is_awaited_at_the_origin,
    c8_nobody_is_on_a_truce_road_when_a_window_ends,
    o8_truce_stretches_lie_in_one_window,
)
from korridor.planning.verify.o9_gates import o9_gates_hold
from korridor.planning.verify.p1_stated import (
    p1_names_exist,
    p1_no_plan_has_no_movements,
    p1_states_all_times,
)
from korridor.planning.verify.p2_levels import p2_levels_are_the_objectives, p2_values_are_the_movements
from korridor.planning.verify.p3_bounds import (
    p3_gaps_are_what_they_are,
    p3_no_bound_is_beaten,
    p3_proved_is_closed,
)
from korridor.planning.verify.p3_certificate import p3_bounds_are_proved
from korridor.planning.verify.p5_state import (
    p5_nothing_begins_before,
    p5_state_names_exist,
    p5_the_operation_is_what_remains,
)

__all__ = ["Broken", "verify"]

Rule = Callable[[Plan], Iterator[Broken]]

# What those after it take for granted: with one of these broken, they are not asked.
READABLE: tuple[Rule, ...] = (
    p1_names_exist,
    p1_states_all_times,
    c1_listed_in_rank_order,
    p5_state_names_exist,
    p5_the_operation_is_what_remains,
)

MOVEMENT_RULES: tuple[Rule, ...] = (
    o3_passages_chain,
    o3_columns_go_their_route,
    o3_alone_takes_its_time,
    o3_empty_legs_are_straight,
    o4_parties_stay_together,
    o4_nobody_boards_who_is_not_there,
    o5_places_suffice,
    o5_apart,
    o5_taken_where_they_may,
    o5_time_aboard,
    o5_most_urgent_board_first,
    o6_vehicles_leave_where_they_stand,
    o6_free_first_goes_first,
    o6_trips_end_where_vehicles_stand,
    o6_trips_lie_in_the_span,
    o6_duty_hours,
    o7_columns_have_their_size,
    o7_columns_contain_what_they_must,
    o7_escorts,
    o7_halts,
    o8_truce_stretches_lie_in_one_window,
    o9_gates_hold,
    c1_rank_is_the_order_of_departure,
    c2_bays_hold_one_vehicle_each,
    c2_loading_takes_its_time,
    c2_loaded_in_column_order,
    c2_loaded_by_departure,
    c2_loaded_within_hours,
    c2_those_who_board_are_present,
    c3_ready_when_all_are,
    c4_departs_when_it_may,
    c4_without_column_all_leave_together,
    c4_the_first_stretch_is_awaited_at_the_origin,
    c4_columns_enter_in_turn,
    c4_columns_leave_in_turn,
    c5_heads_and_tails_take_their_time,
    c5_one_road_after_the_other,
    c5_held_columns_stand_on_the_road_behind,
    c5_released_as_they_come,
    c6_every_checkpoint_serves_every_vehicle,
    c6_services_take_their_time,
    c6_lanes_hold_one_vehicle_each,
    c6_lanes_serve_in_order,
    c6_vehicles_arrive_as_the_column_does,
    c6_the_queue_stands_on_the_road_behind,
    c6_columns_go_on_when_they_are_through,
    c7_unloading_takes_its_time,
    c7_bays_unload_in_order,
    c7_there_is_room,
    c8_nobody_is_on_a_truce_road_when_a_window_ends,
    p5_nothing_begins_before,
)

CLAIM_RULES: tuple[Rule, ...] = (
    p1_no_plan_has_no_movements,
    p2_levels_are_the_objectives,
    p2_values_are_the_movements,
    p3_no_bound_is_beaten,
    p3_gaps_are_what_they_are,
    p3_proved_is_closed,
    p3_bounds_are_proved,
)


def verify(plan: Plan) -> tuple[Broken, ...]:
    """Return every broken rule of a plan; none means that it is feasible and claims nothing untrue (P1).

    Parameters
    ----------
    plan : Plan
        With its operation.

    Returns
    -------
    tuple of Broken
        In the order of the rules: O, C, P. A plan that names what its operation has not, or leaves a time
        unstated, is asked no further.

    Notes
    -----
    The rules: ``docs/semantics.md``.
    """
    for rule in READABLE:
        if unreadable := tuple(rule(plan)):
            return unreadable
    return tuple(broken for rule in (*MOVEMENT_RULES, *CLAIM_RULES) for broken in rule(plan))
