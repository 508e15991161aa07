"""The picture of the week: what it holds, beside other weeks, and as a drawing."""
