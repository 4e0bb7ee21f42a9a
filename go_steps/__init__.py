"""What ./go does, one step a file. Standard library only, but for what says so."""
