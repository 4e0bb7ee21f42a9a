"""Everything of one consultant, to take along: readable, whole, and checkable."""
