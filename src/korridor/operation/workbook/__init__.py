"""An operation as a workbook: one sheet a kind of thing, one row a thing; to read and to write."""
