-- Who changes a meter's past takes its row here first, by writing it, and has it until the transaction ends (docs/decisions/import.md):
-- others who would change that past wait. Live readings never touch it. The statement may be run again.
CREATE TABLE IF NOT EXISTS import_turn (
  meter VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'its name: its row may not be there yet',
  turns BIGINT UNSIGNED NOT NULL COMMENT 'how often it was taken: a lock that changes nothing is known to one server only'
) ENGINE = InnoDB;
