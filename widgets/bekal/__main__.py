"""Lets `python -m bekal` do what the command `bekal` does."""

from bekal.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
