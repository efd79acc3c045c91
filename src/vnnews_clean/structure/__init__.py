"""Where an article begins and ends, and where a box ends: decided over the whole document.

`decide` puts all together. What lines are is said by `sorts` and `said`, what is the article's own by its
pattern by `own` and `among`, which line is the headline by `marked` and `topped`; `reading` holds all of
it. `explained` and `frame` say whether there is anything to decide, `cohesion` what lines share, `chain`
in which state each is, `anchors` what vouches for a cut. `lists` and `comments` know both by their
pattern, `ends` what stays of a run, `bits` what stands alone.
"""
