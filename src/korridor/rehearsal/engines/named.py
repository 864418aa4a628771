"""Engines by the names that people ask for them with."""

from importlib.util import find_spec

from korridor.rehearsal.engines.engine import Engine, EngineError
from korridor.rehearsal.engines.local import Local
from korridor.rehearsal.engines.name import EngineName
from korridor.rehearsal.engines.ray_settings import OWN, address_of, keep_to_itself


def engine_of(name: str, cluster: str | None = None) -> Engine:
    """Return an engine.

    Parameters
    ----------
    name : str
        One of ``EngineName``.
    cluster : str, optional
        Address of the Ray cluster; ``RAY_ADDRESS``, or a cluster of its own, if not given.

    Raises
    ------
    EngineError
        Where there is none of that name, it is not installed, or has no cluster.
    """
    if name not in tuple(EngineName):
        raise EngineError(f"{name!r} is not an engine; one of {', '.join(EngineName)}")
    if name == EngineName.LOCAL:
        if cluster is not None:
            raise EngineError("the engine local is this machine, which has no cluster; ray has")
        return Local()
    if find_spec("ray") is None:
        raise EngineError("the engine ray needs Ray, which is not installed: pip install 'korridor[ray]'")
    address = address_of(cluster)
    if address == OWN:
        keep_to_itself()
    from korridor.rehearsal.engines.on_ray import OnRay  # whoever runs on one machine need not have it

    return OnRay(address)
