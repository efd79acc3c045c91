"""What a site repeats: learnt from its documents, reviewed by a person, cut by a rule.

`sketch` keeps a sample of each publisher's documents, `pieces` takes them apart, `mine` finds what
stands again and again, `judge` guesses what it is, and `review` writes it down.
"""
