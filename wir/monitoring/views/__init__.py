"""The report, and monitoring in the case file."""
