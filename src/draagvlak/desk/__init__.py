"""What waits for me, and where are we in the cycle. Owns no tables; two views over everything below."""
