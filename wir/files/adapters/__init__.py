"""What is in a file: sniffed, looked through, re-encoded, scanned. Whoever sends it is not believed."""
