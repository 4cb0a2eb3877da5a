"""Three invented organisations, founded through the actions only, each at another station of the road."""
