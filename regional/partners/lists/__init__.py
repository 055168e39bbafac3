"""From the sheets of any list to one row a partner: which columns, which rows, what is told and what is asked."""
