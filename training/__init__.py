"""The recipe of the embedded English pipeline; claimx itself never imports it."""
