"""How well quantities are read: claimx beside its peers, on sets that others made and on texts that claim nothing."""
