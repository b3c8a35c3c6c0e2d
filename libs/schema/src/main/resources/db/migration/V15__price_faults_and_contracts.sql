-- Why prices were not had, and contracts that are set up on the page. Each statement may be run again.

-- Why a source gave no prices of a day when it was asked last; without words once it gave them (docs/decisions/prices.md).
CREATE TABLE IF NOT EXISTS price_fault (
  area   VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  day    DATE NOT NULL COMMENT 'the delivery day',
  source VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at     BIGINT NOT NULL COMMENT 'when it was asked, epoch ms UTC',
  reason VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'not-yet, refused, wrong',
  detail VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'a sentence without a token; null: it gave them',
  PRIMARY KEY (area, day, source)
) ENGINE = InnoDB;

-- Contracts that somebody set up on the page (docs/decisions/bill.md); ingest writes them, history reads them beside its files.
CREATE TABLE IF NOT EXISTS page_contract (
  name       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  document   MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL
    COMMENT 'as docs/contracts.example.yaml explains it; null: it was taken away',
  changed_at BIGINT NOT NULL COMMENT 'epoch ms UTC'
) ENGINE = InnoDB;
