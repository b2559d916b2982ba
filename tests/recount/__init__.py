"""What a publication must be, recomputed from the accepted reports without anything of the application's own code."""
