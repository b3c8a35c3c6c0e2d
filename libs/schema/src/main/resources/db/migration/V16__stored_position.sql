-- How far these tables reach in each partition of Kafka's topic: written in the transaction of the rows, so that any copy of the
-- database, restored or promoted, says by itself where ingest reads on (docs/decisions/positions.md). May be run again.
CREATE TABLE IF NOT EXISTS stored_position (
  topic_id     CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as Kafka gives it: a topic that is made anew has another one',
  partition_no INT UNSIGNED NOT NULL,
  next_offset  BIGINT NOT NULL COMMENT 'of the first record that is not stored',
  leader_epoch INT NOT NULL COMMENT 'of the last one that is; -1 where unknown',
  PRIMARY KEY (topic_id, partition_no)
) ENGINE = InnoDB;

-- Changed by whoever locks a meter: a row lock is known to one node of a Galera cluster only, a changed row to all of them.
CREATE TABLE IF NOT EXISTS meter_turn (
  meter_id INT UNSIGNED NOT NULL PRIMARY KEY,
  turns    BIGINT UNSIGNED NOT NULL COMMENT 'how often it was locked'
) ENGINE = InnoDB;
