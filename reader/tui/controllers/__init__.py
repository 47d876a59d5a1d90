"""Parts of the reading screen: each looks after one thing that the reader does."""
