"""Numbers, dates, money and measures of English text, read by one set of rules."""
