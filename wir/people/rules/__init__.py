"""What people's data mean: plain values in, readings and reasons out."""
