"""The doors to dossiers, mandates and ballots."""
