"""What whoever hosts or re-uses the site needs: server samples, downloads, hashes, contacts."""
