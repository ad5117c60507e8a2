"""Units of measure and currencies: their tables, what a text's words mean by them, and conversion."""

from claimx.units.lookup import UnitMatch, Units

__all__ = ["UnitMatch", "Units"]
