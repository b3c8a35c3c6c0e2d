-- Tariffs 3 to 8 beside 1 and 2; import_wh and export_wh are now kept for every meter that sends its own total.
-- Each statement may be run again: a migration that was interrupted begins anew.
ALTER TABLE reading
  ADD COLUMN IF NOT EXISTS import_t3_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS import_t4_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS import_t5_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS import_t6_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS import_t7_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS import_t8_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS export_t3_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS export_t4_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS export_t5_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS export_t6_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS export_t7_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS export_t8_wh BIGINT NULL;

ALTER TABLE quarter_hour
  ADD COLUMN IF NOT EXISTS first_import_t3_wh BIGINT NULL, ADD COLUMN IF NOT EXISTS last_import_t3_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS first_import_t4_wh BIGINT NULL, ADD COLUMN IF NOT EXISTS last_import_t4_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS first_import_t5_wh BIGINT NULL, ADD COLUMN IF NOT EXISTS last_import_t5_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS first_import_t6_wh BIGINT NULL, ADD COLUMN IF NOT EXISTS last_import_t6_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS first_import_t7_wh BIGINT NULL, ADD COLUMN IF NOT EXISTS last_import_t7_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS first_import_t8_wh BIGINT NULL, ADD COLUMN IF NOT EXISTS last_import_t8_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS first_export_t3_wh BIGINT NULL, ADD COLUMN IF NOT EXISTS last_export_t3_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS first_export_t4_wh BIGINT NULL, ADD COLUMN IF NOT EXISTS last_export_t4_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS first_export_t5_wh BIGINT NULL, ADD COLUMN IF NOT EXISTS last_export_t5_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS first_export_t6_wh BIGINT NULL, ADD COLUMN IF NOT EXISTS last_export_t6_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS first_export_t7_wh BIGINT NULL, ADD COLUMN IF NOT EXISTS last_export_t7_wh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS first_export_t8_wh BIGINT NULL, ADD COLUMN IF NOT EXISTS last_export_t8_wh BIGINT NULL;

-- …_total_wh: what went one way by the rule of energy.sem.p1.RegisterValues.total: the meter's own total where it gives one,
-- else the sum over all tariffs that it has. For the views, which see single rows; computed when it is read.
ALTER TABLE reading
  ADD COLUMN IF NOT EXISTS import_total_wh BIGINT AS (COALESCE(import_wh, IF(COALESCE(
      import_t1_wh, import_t2_wh, import_t3_wh, import_t4_wh,
      import_t5_wh, import_t6_wh, import_t7_wh, import_t8_wh) IS NULL, NULL,
      COALESCE(import_t1_wh, 0) + COALESCE(import_t2_wh, 0) + COALESCE(import_t3_wh, 0) + COALESCE(import_t4_wh, 0)
      + COALESCE(import_t5_wh, 0) + COALESCE(import_t6_wh, 0) + COALESCE(import_t7_wh, 0) + COALESCE(import_t8_wh, 0)))) VIRTUAL,
  ADD COLUMN IF NOT EXISTS export_total_wh BIGINT AS (COALESCE(export_wh, IF(COALESCE(
      export_t1_wh, export_t2_wh, export_t3_wh, export_t4_wh,
      export_t5_wh, export_t6_wh, export_t7_wh, export_t8_wh) IS NULL, NULL,
      COALESCE(export_t1_wh, 0) + COALESCE(export_t2_wh, 0) + COALESCE(export_t3_wh, 0) + COALESCE(export_t4_wh, 0)
      + COALESCE(export_t5_wh, 0) + COALESCE(export_t6_wh, 0) + COALESCE(export_t7_wh, 0) + COALESCE(export_t8_wh, 0)))) VIRTUAL;
ALTER TABLE quarter_hour
  ADD COLUMN IF NOT EXISTS first_import_total_wh BIGINT AS (COALESCE(first_import_wh, IF(COALESCE(
      first_import_t1_wh, first_import_t2_wh, first_import_t3_wh, first_import_t4_wh,
      first_import_t5_wh, first_import_t6_wh, first_import_t7_wh, first_import_t8_wh) IS NULL, NULL,
      COALESCE(first_import_t1_wh, 0) + COALESCE(first_import_t2_wh, 0) + COALESCE(first_import_t3_wh, 0) + COALESCE(first_import_t4_wh, 0)
      + COALESCE(first_import_t5_wh, 0) + COALESCE(first_import_t6_wh, 0) + COALESCE(first_import_t7_wh, 0) + COALESCE(first_import_t8_wh, 0)))) VIRTUAL,
  ADD COLUMN IF NOT EXISTS last_import_total_wh BIGINT AS (COALESCE(last_import_wh, IF(COALESCE(
      last_import_t1_wh, last_import_t2_wh, last_import_t3_wh, last_import_t4_wh,
      last_import_t5_wh, last_import_t6_wh, last_import_t7_wh, last_import_t8_wh) IS NULL, NULL,
      COALESCE(last_import_t1_wh, 0) + COALESCE(last_import_t2_wh, 0) + COALESCE(last_import_t3_wh, 0) + COALESCE(last_import_t4_wh, 0)
      + COALESCE(last_import_t5_wh, 0) + COALESCE(last_import_t6_wh, 0) + COALESCE(last_import_t7_wh, 0) + COALESCE(last_import_t8_wh, 0)))) VIRTUAL,
  ADD COLUMN IF NOT EXISTS first_export_total_wh BIGINT AS (COALESCE(first_export_wh, IF(COALESCE(
      first_export_t1_wh, first_export_t2_wh, first_export_t3_wh, first_export_t4_wh,
      first_export_t5_wh, first_export_t6_wh, first_export_t7_wh, first_export_t8_wh) IS NULL, NULL,
      COALESCE(first_export_t1_wh, 0) + COALESCE(first_export_t2_wh, 0) + COALESCE(first_export_t3_wh, 0) + COALESCE(first_export_t4_wh, 0)
      + COALESCE(first_export_t5_wh, 0) + COALESCE(first_export_t6_wh, 0) + COALESCE(first_export_t7_wh, 0) + COALESCE(first_export_t8_wh, 0)))) VIRTUAL,
  ADD COLUMN IF NOT EXISTS last_export_total_wh BIGINT AS (COALESCE(last_export_wh, IF(COALESCE(
      last_export_t1_wh, last_export_t2_wh, last_export_t3_wh, last_export_t4_wh,
      last_export_t5_wh, last_export_t6_wh, last_export_t7_wh, last_export_t8_wh) IS NULL, NULL,
      COALESCE(last_export_t1_wh, 0) + COALESCE(last_export_t2_wh, 0) + COALESCE(last_export_t3_wh, 0) + COALESCE(last_export_t4_wh, 0)
      + COALESCE(last_export_t5_wh, 0) + COALESCE(last_export_t6_wh, 0) + COALESCE(last_export_t7_wh, 0) + COALESCE(last_export_t8_wh, 0)))) VIRTUAL;

-- The quarter hour in which a device's register was there first. A tariff or a total that a meter begins to send later, or
-- SEM began to keep later, must make no sum jump: before it, it holds its first value.
CREATE TABLE IF NOT EXISTS device_register (
  device_id     INT UNSIGNED NOT NULL,
  register      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as its column in reading',
  first_quarter INT UNSIGNED NOT NULL,
  PRIMARY KEY (device_id, register),
  CONSTRAINT device_register_device FOREIGN KEY (device_id) REFERENCES device (id)
) ENGINE = InnoDB;

-- One pass over the quarter hours that are there; then each register a row.
INSERT IGNORE INTO device_register (device_id, register, first_quarter)
SELECT f.device_id, f.register, f.first_quarter FROM (
  SELECT q.device_id, r.register, CASE r.register
    WHEN 'import_t1_wh' THEN q.import_t1_wh
    WHEN 'import_t2_wh' THEN q.import_t2_wh
    WHEN 'import_wh' THEN q.import_wh
    WHEN 'export_t1_wh' THEN q.export_t1_wh
    WHEN 'export_t2_wh' THEN q.export_t2_wh
    WHEN 'export_wh' THEN q.export_wh
    WHEN 'volume_l' THEN q.volume_l
    WHEN 'heat_mj' THEN q.heat_mj
  END AS first_quarter
  FROM (
    SELECT device_id,
    MIN(IF(COALESCE(first_import_t1_wh, last_import_t1_wh) IS NULL, NULL, quarter)) AS import_t1_wh,
    MIN(IF(COALESCE(first_import_t2_wh, last_import_t2_wh) IS NULL, NULL, quarter)) AS import_t2_wh,
    MIN(IF(COALESCE(first_import_wh, last_import_wh) IS NULL, NULL, quarter)) AS import_wh,
    MIN(IF(COALESCE(first_export_t1_wh, last_export_t1_wh) IS NULL, NULL, quarter)) AS export_t1_wh,
    MIN(IF(COALESCE(first_export_t2_wh, last_export_t2_wh) IS NULL, NULL, quarter)) AS export_t2_wh,
    MIN(IF(COALESCE(first_export_wh, last_export_wh) IS NULL, NULL, quarter)) AS export_wh,
    MIN(IF(COALESCE(first_volume_l, last_volume_l) IS NULL, NULL, quarter)) AS volume_l,
    MIN(IF(COALESCE(first_heat_mj, last_heat_mj) IS NULL, NULL, quarter)) AS heat_mj
    FROM quarter_hour GROUP BY device_id) q
  JOIN (
    SELECT 'import_t1_wh' AS register
    UNION ALL SELECT 'import_t2_wh'
    UNION ALL SELECT 'import_wh'
    UNION ALL SELECT 'export_t1_wh'
    UNION ALL SELECT 'export_t2_wh'
    UNION ALL SELECT 'export_wh'
    UNION ALL SELECT 'volume_l'
    UNION ALL SELECT 'heat_mj') r) f
WHERE f.first_quarter IS NOT NULL;
