-- Quarter hours are kept for ever, and their pages are full of what is alike: compressed they take a fifth of the disk, where
-- it can have holes in files. FORCE: those that are there too.
ALTER TABLE quarter_hour PAGE_COMPRESSED = 1, FORCE;
