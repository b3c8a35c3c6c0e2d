-- What ./sem backup and its drills (a restore for proof) did, written by that command, read by history and doctor.
CREATE TABLE IF NOT EXISTS backup_run (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind       ENUM('backup', 'drill') NOT NULL,
  scheduled  BOOLEAN NOT NULL COMMENT 'by a timer; a person who asked sees the result anyway',
  started_at BIGINT NOT NULL,
  ended_at   BIGINT NOT NULL,
  ok         BOOLEAN NOT NULL,
  bytes      BIGINT NULL COMMENT 'of the file',
  file       VARCHAR(1024) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  detail     VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'how it went, in words'
) ENGINE = InnoDB;
