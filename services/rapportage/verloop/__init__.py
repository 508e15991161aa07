"""How handling went: which steps, how long each took, how good the figures are, what changed."""
