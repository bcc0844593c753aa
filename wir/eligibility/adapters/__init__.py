"""What the rules' codes become outside: sentences by language, addresses of the official texts."""
