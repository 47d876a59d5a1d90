"""What the reader has open and points at; nothing here knows Textual."""
