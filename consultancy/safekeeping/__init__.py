"""All of an installation, or of one consultant, in one file that says what is in it."""
