"""What claimx is measured with; not part of the installed package."""
