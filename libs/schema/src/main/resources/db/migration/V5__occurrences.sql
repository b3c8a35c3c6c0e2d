-- What a meter says beside its counts: power failures, sags and swells, breaker, relays, valves, limits, texts, and what the
-- gateway found of its clock and its checksum. A row with seconds is an entry of a log, at its end. Any other is a state or a
-- count from at on, until a later row of the same meter, serial, kind and number: the time of the telegram that said it first,
-- however often it is repeated. A gateway that starts says everything anew, so a row may repeat the one before it; the view
-- occurrence_change leaves those out. Rows are only added: the same events give the same rows in whatever order they come.
CREATE TABLE IF NOT EXISTS occurrence (
  meter_id  INT UNSIGNED NOT NULL,
  serial    VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'of the device it is about',
  kind      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'a word of OccurrenceKind (libs/telegram-event)',
  number    TINYINT UNSIGNED NOT NULL COMMENT 'phase or relay; 0 is neither',
  at        BIGINT NOT NULL,
  value     BIGINT NULL COMMENT 'how many, or W, VA, hundredths of an ampere, seconds, by the kind',
  text      VARCHAR(4096) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  seconds   BIGINT NULL COMMENT 'how long it lasted',
  PRIMARY KEY (meter_id, serial, kind, number, at)
) ENGINE = InnoDB;
