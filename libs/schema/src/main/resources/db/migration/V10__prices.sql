-- Day-ahead prices of electricity (docs/decisions/prices.md). Each statement may be run again.

-- What a quarter hour costs in an area; what is not known has no row. A later fetch corrects an earlier one.
CREATE TABLE IF NOT EXISTS spot_price (
  area       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  quarter    INT UNSIGNED NOT NULL COMMENT 'as in quarter_hour',
  eur_mwh    DECIMAL(10, 5) NOT NULL,
  source     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  fetched_at BIGINT NOT NULL COMMENT 'epoch ms UTC',
  PRIMARY KEY (area, quarter)
) ENGINE = InnoDB;

-- Under which terms each source gives them, as it said last.
CREATE TABLE IF NOT EXISTS price_source (
  area       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  terms      VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  PRIMARY KEY (area, source)
) ENGINE = InnoDB;

-- Who may ask when, among all replicas and over restarts: an area, an area's source, an area's day.
CREATE TABLE IF NOT EXISTS price_turn (
  name       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  attempts   INT UNSIGNED NOT NULL,
  not_before BIGINT NOT NULL COMMENT 'epoch ms UTC'
) ENGINE = InnoDB;
