"""Whatever says a date, a figure, a doubt or a source says it here, once. No Qt: takes a Voice."""
