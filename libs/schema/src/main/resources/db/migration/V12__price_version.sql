-- Counts the changes of an area's prices, so that who has read them all knows by one row whether they are still these
-- (docs/decisions/bill.md). The statement may be run again.
CREATE TABLE IF NOT EXISTS price_version (
  area    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  version BIGINT UNSIGNED NOT NULL
) ENGINE = InnoDB;
