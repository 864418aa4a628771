"""What every test shares: how many examples Hypothesis tries."""

import os

from hypothesis import HealthCheck, settings
from hypothesis.vendor.pretty import RepresentationPrinter, for_type_by_name

# A compiled function's first call takes seconds, so no example has a deadline and none is "too slow".
_SLOW_START = [HealthCheck.too_slow, HealthCheck.differing_executors]

# The same examples each time: a change that breaks a property breaks it for everyone, at once.
settings.register_profile(
    "normal", max_examples=25, deadline=None, derandomize=True, suppress_health_check=_SLOW_START
)
# New examples each time, and many.
settings.register_profile(
    "long", max_examples=1000, deadline=None, derandomize=False, suppress_health_check=_SLOW_START
)
settings.load_profile(os.environ.get("KORRIDOR_PROFILE", "normal"))


def _whole(value: object, printer: RepresentationPrinter, cycle: bool) -> None:
    """Print every field: an operation says itself in one line, and a counter-example has to say it all."""
    del cycle
    printer.text(f"{type(value).__name__}({value.__repr_str__(', ')})")


for_type_by_name("korridor.operation.operation", "Operation", _whole)
for_type_by_name("korridor.planning.plan", "Plan", _whole)
