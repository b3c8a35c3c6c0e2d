-- Meters whose data were forgotten on demand (./sem meter forget): what a gateway had received of one by then is not stored again,
-- however often Kafka is read anew, and taken out again of a backup of before that is restored. May be run again.
CREATE TABLE IF NOT EXISTS forgotten_meter (
  name VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  at   BIGINT NOT NULL COMMENT 'epoch ms UTC'
) ENGINE = InnoDB;
