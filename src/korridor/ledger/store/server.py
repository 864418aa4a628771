"""A database that a server keeps: PostgreSQL."""

from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import NoSuchModuleError

from korridor.ledger.store.address import Address
from korridor.ledger.store.refused import refused

_FORM = "postgresql+psycopg://USER@SERVER/DATABASE"


def server_engine(address: Address) -> Engine:
    """Return an engine on a server's database.

    Raises
    ------
    korridor.operation.fault.Faults
        Where the server is of a kind that we do not know, or its driver is not installed.
    """
    if address.url.get_backend_name() != "postgresql":
        raise refused(address, f"is not a database that we know; write a file, or {_FORM}")
    try:
        # Each statement sees what was committed before it: who waited for a row sees what was added meanwhile.
        return create_engine(address.url, isolation_level="READ COMMITTED")
    except NoSuchModuleError:
        raise refused(address, f"there is no such driver; write {_FORM}") from None
    except ModuleNotFoundError as error:
        raise refused(address, f"the driver is not installed: pip install '{error.name}[binary]'") from None
