"""What vulture cannot see being used: names that a framework, a template, a reader of JSON or a user calls."""
