"""Lists of other articles, each told by its pattern: `listing` asks for those at the end of a text, `items` knows
those in a run.
"""
