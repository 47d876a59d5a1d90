"""What this terminal can draw, and the bytes that make it keep still."""
