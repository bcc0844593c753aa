"""The outside of people's data: files as they are handed in and handed out."""
