"""What every page of both apps is built from: whose it is, its fields, its refusals."""
