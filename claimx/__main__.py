"""`python -m claimx` is the `claimx` command."""

from __future__ import annotations

import sys

from claimx.cli import main

if __name__ == "__main__":
    sys.exit(main())
