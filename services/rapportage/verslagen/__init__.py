"""Reports over a longer time: the first quarter, a quarter, a year, the policy, for administration and council."""
