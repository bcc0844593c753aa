"""Dated law as tables (TOML). Official works, free of copyright under § 5 UrhG; read by ``rules.law``."""
