"""The same program in a browser, over textual-serve."""
