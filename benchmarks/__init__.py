"""Speed, each figure beside a named rival measured in the same run."""
