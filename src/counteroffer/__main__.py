"""`python -m counteroffer`, and the `counteroffer` command."""

from __future__ import annotations

import sys


def main() -> int:
    """Run Counteroffer with the words of the command line; the exit code."""
    try:
        from counteroffer.cli import main as run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130
    except ImportError as error:
        sys.stderr.write(f"counteroffer: A part that Counteroffer needs cannot be loaded: {error}.\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
