-- A household's past that came from files (docs/decisions/import.md). quarter_hour holds what is true now; these tables say which
-- import each row of it is from, and what the meter itself had said there, so that an import can be taken out again.
-- Each statement may be run again: a migration that was interrupted begins anew.

-- One row a file that was taken, also after it was taken out again.
CREATE TABLE IF NOT EXISTS import_run (
  id             INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meter          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'its name: its row may go with the import',
  file_sha256    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  file_bytes     BIGINT UNSIGNED NOT NULL,
  format         VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  file_rows      BIGINT UNSIGNED NOT NULL,
  refused_rows   BIGINT UNSIGNED NOT NULL,
  quarters       BIGINT UNSIGNED NOT NULL COMMENT 'rows of quarter_hour that it changed',
  from_at        BIGINT NOT NULL,
  to_at          BIGINT NOT NULL,
  anchor         VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'where the level of its registers comes from, in words',
  started_at     BIGINT NOT NULL,
  ended_at       BIGINT NOT NULL,
  state          ENUM('done', 'undone') NOT NULL,
  undone_at      BIGINT NULL,
  meter_first_at BIGINT NULL COMMENT 'of the meter before; null: the import made it',
  words          TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'what the dry run said',
  KEY import_run_meter (meter, id)
) ENGINE = InnoDB;

-- The devices that an import changed.
CREATE TABLE IF NOT EXISTS import_device (
  import_id    INT UNSIGNED NOT NULL,
  device_id    INT UNSIGNED NOT NULL,
  first_at     BIGINT NULL COMMENT 'of the device before; null: the import made it',
  from_quarter INT UNSIGNED NOT NULL,
  to_quarter   INT UNSIGNED NOT NULL COMMENT 'the last one',
  PRIMARY KEY (import_id, device_id)
) ENGINE = InnoDB;

-- Rows of quarter_hour as an import says them. Where several imports have one, that with the greatest number counts. applied says
-- what quarter_hour has of it: 'row' all of it, 'edge' its first reading, before the meter's own of the same quarter hour, null
-- nothing. Import 0 is the meter itself: its own first reading, where an 'edge' stands before it.
CREATE TABLE IF NOT EXISTS import_quarter LIKE quarter_hour;
ALTER TABLE import_quarter
  DROP COLUMN IF EXISTS first_import_total_wh, DROP COLUMN IF EXISTS last_import_total_wh,
  DROP COLUMN IF EXISTS first_export_total_wh, DROP COLUMN IF EXISTS last_export_total_wh,
  ADD COLUMN IF NOT EXISTS import_id INT UNSIGNED NOT NULL AFTER quarter,
  ADD COLUMN IF NOT EXISTS trust TINYINT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'of the time from its first reading on: 0 registers, 1 read or validated, 2 estimated, 3 a sum, 4 unknown' AFTER import_id,
  ADD COLUMN IF NOT EXISTS applied ENUM('row', 'edge') NULL AFTER trust,
  DROP PRIMARY KEY, ADD PRIMARY KEY (device_id, quarter, import_id);

-- A month peak that an import brought goes out with it, unless the meter itself has stated that month since.
ALTER TABLE month_peak
  ADD COLUMN IF NOT EXISTS import_id INT UNSIGNED NULL COMMENT 'the import that it came from; null once the meter states it';
