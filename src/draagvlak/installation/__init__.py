"""This installation: settings, the addresses, the commands, the demo. Owns no tables; it only puts the floors together."""
