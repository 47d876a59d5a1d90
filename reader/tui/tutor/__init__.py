"""`reader tutor`: a lesson inside the program, on a text of its own and without a trace."""
