"""How fast claimx is, always beside something else in the same run."""
