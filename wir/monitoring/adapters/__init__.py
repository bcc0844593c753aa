"""Files that others read: spreadsheets."""
