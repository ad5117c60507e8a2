"""What claims become: rows, JSON lines, CSV, a table on a terminal, an HTML page. Knows the claim types, nothing else.

Every function takes claims and gives strings or plain dicts; printing and writing are the caller's.
"""
