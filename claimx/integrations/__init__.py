"""claimx inside other tools: each module is loaded by its tool or by the user, and the core knows none of them."""
