"""``python -m korridor`` is the ``korridor`` command."""

from korridor.cli import main

if __name__ == "__main__":
    main()
