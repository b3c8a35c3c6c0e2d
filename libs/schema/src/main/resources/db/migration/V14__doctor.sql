-- What semctl doctor found when it looked last: one row, replaced by each look, written by whoever keeps the system, read by history.
CREATE TABLE IF NOT EXISTS doctor_look (
  id     TINYINT UNSIGNED NOT NULL PRIMARY KEY CHECK (id = 1),
  at     BIGINT NOT NULL COMMENT 'when it looked',
  faults JSON NOT NULL COMMENT '[{"check", "what", "advice"}, ...]; [] when it found none'
) ENGINE = InnoDB;
