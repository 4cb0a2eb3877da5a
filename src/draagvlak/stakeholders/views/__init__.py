"""The pages of bodies and roles, and of the responsibility matrix."""
