"""The paper "Why this long?": what binds when, what one more would bring, and what the limit on the time aboard costs."""
