-- The tables of SEM. Instants are milliseconds since 1970 in UTC; a quarter is floor(seconds / 900).
-- Energies are Wh, powers W, voltages tenths of a volt, currents hundredths of an ampere, volumes litres, heat MJ.

CREATE TABLE meter (
  id         SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  simulated  BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'true for ever after one simulated event',
  first_at   BIGINT NOT NULL COMMENT 'its earliest event',
  UNIQUE KEY meter_name (name)
) ENGINE = InnoDB;

-- A device is one serial number: a replaced meter is a new device and starts a new count.
CREATE TABLE device (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meter_id   SMALLINT UNSIGNED NOT NULL,
  kind       ENUM('electricity', 'gas', 'water', 'heat', 'submeter', 'other') NOT NULL,
  serial     VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  first_at   BIGINT NOT NULL COMMENT 'its earliest reading',
  UNIQUE KEY device_identity (meter_id, kind, serial),
  CONSTRAINT device_meter FOREIGN KEY (meter_id) REFERENCES meter (id)
) ENGINE = InnoDB;

-- Raw readings are a loan: partitions by day (UTC), created ahead and dropped after the retention by move_raw_window.
-- p0 stays empty; it is there because a partitioned table has at least one partition.
-- gas_l and water_l repeat what the same telegram said, for the original dashboard's view.
CREATE TABLE reading (
  device_id    INT UNSIGNED NOT NULL,
  at           BIGINT NOT NULL,
  import_t1_wh BIGINT NULL, import_t2_wh BIGINT NULL, import_wh BIGINT NULL,
  export_t1_wh BIGINT NULL, export_t2_wh BIGINT NULL, export_wh BIGINT NULL,
  tariff       TINYINT UNSIGNED NULL,
  import_w     INT NULL, export_w INT NULL, demand_w INT NULL,
  voltage_l1_dv SMALLINT NULL, voltage_l2_dv SMALLINT NULL, voltage_l3_dv SMALLINT NULL,
  current_l1_ca MEDIUMINT NULL, current_l2_ca MEDIUMINT NULL, current_l3_ca MEDIUMINT NULL,
  import_l1_w  INT NULL, import_l2_w INT NULL, import_l3_w INT NULL,
  export_l1_w  INT NULL, export_l2_w INT NULL, export_l3_w INT NULL,
  gas_l        BIGINT NULL,
  water_l      BIGINT NULL,
  PRIMARY KEY (device_id, at)
) ENGINE = InnoDB PAGE_COMPRESSED = 1
PARTITION BY RANGE (at) (PARTITION p0 VALUES LESS THAN (0));

-- M-Bus readings: a value each five minutes or each hour; raw, on the same loan.
CREATE TABLE mbus_reading (
  device_id INT UNSIGNED NOT NULL,
  at        BIGINT NOT NULL,
  volume_l  BIGINT NULL,
  heat_mj   BIGINT NULL,
  energy_wh BIGINT NULL,
  PRIMARY KEY (device_id, at)
) ENGINE = InnoDB PAGE_COMPRESSED = 1
PARTITION BY RANGE (at) (PARTITION p0 VALUES LESS THAN (0));

-- The raw tables hold readings from raw_from (inclusive) to raw_until (exclusive). A reading before raw_from skips them but
-- still counts in its quarter hour. raw_from only moves forward. day_zone is the zone of the days in electricity_day.
CREATE TABLE raw_window (
  id        TINYINT UNSIGNED NOT NULL PRIMARY KEY,
  raw_from  BIGINT NOT NULL,
  raw_until BIGINT NOT NULL,
  day_zone  VARCHAR(64) NULL
) ENGINE = InnoDB;
INSERT INTO raw_window (id, raw_from, raw_until) VALUES (1, 0, 0);

-- First and last reading of a quarter hour, with their times, and the extremes. Kept for ever.
-- import_wh and export_wh only for meters without tariffs, and for submeters (M-Bus electricity meters) their energy.
-- An electricity meter's reading belongs to the quarter hour of its own time, an M-Bus device's to that of its capture.
CREATE TABLE quarter_hour (
  device_id          INT UNSIGNED NOT NULL,
  quarter            INT UNSIGNED NOT NULL,
  first_at           BIGINT NOT NULL,
  last_at            BIGINT NOT NULL,
  first_import_t1_wh BIGINT NULL, last_import_t1_wh BIGINT NULL,
  first_import_t2_wh BIGINT NULL, last_import_t2_wh BIGINT NULL,
  first_import_wh    BIGINT NULL, last_import_wh    BIGINT NULL,
  first_export_t1_wh BIGINT NULL, last_export_t1_wh BIGINT NULL,
  first_export_t2_wh BIGINT NULL, last_export_t2_wh BIGINT NULL,
  first_export_wh    BIGINT NULL, last_export_wh    BIGINT NULL,
  first_volume_l     BIGINT NULL, last_volume_l     BIGINT NULL,
  first_heat_mj      BIGINT NULL, last_heat_mj      BIGINT NULL,
  max_import_w       INT NULL,
  max_export_w       INT NULL,
  min_voltage_l1_dv  INT NULL, max_voltage_l1_dv INT NULL,
  min_voltage_l2_dv  INT NULL, max_voltage_l2_dv INT NULL,
  min_voltage_l3_dv  INT NULL, max_voltage_l3_dv INT NULL,
  PRIMARY KEY (device_id, quarter)
) ENGINE = InnoDB;

-- A day of the household's zone: its highest quarter-hour demand and the seconds outside gaps, for each day with a quarter
-- hour. Recomputed, never merged. Of the newest quarter hour only the first reading counts in it: the newest day's live
-- figures are history's business.
CREATE TABLE electricity_day (
  device_id    INT UNSIGNED NOT NULL,
  day          DATE NOT NULL,
  peak_w       INT NULL,
  peak_quarter INT UNSIGNED NULL,
  covered_s    INT UNSIGNED NOT NULL,
  PRIMARY KEY (device_id, day)
) ENGINE = InnoDB;

-- The meter's own month peaks: running while the month lasts (1-0:1.6.0), final from the list of closed ones (0-0:98.1.0).
CREATE TABLE month_peak (
  device_id  INT UNSIGNED NOT NULL,
  month      DATE NOT NULL COMMENT 'its first day',
  running_w  INT NULL,
  running_at BIGINT NULL,
  final_w    INT NULL,
  final_at   BIGINT NULL,
  PRIMARY KEY (device_id, month)
) ENGINE = InnoDB;

-- Values that the gateway judged implausible: kept aside with the reason, never in a quarter hour.
CREATE TABLE quarantine (
  id        BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meter_id  SMALLINT UNSIGNED NOT NULL,
  serial    VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '' COMMENT 'empty: the whole event',
  at        BIGINT NOT NULL,
  cause     VARCHAR(40) NOT NULL,
  detail    VARCHAR(400) NOT NULL,
  event     JSON NOT NULL,
  restored_at BIGINT NULL,
  UNIQUE KEY quarantine_identity (meter_id, serial, at, cause),
  CONSTRAINT quarantine_meter FOREIGN KEY (meter_id) REFERENCES meter (id)
) ENGINE = InnoDB;

-- What happened to devices, in an order of arrival that does not matter: 'appeared' at its earliest reading, 'channel-2'
-- at the earliest on that channel. Two devices after each other on one channel are a replacement.
CREATE TABLE device_event (
  id        BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  device_id INT UNSIGNED NOT NULL,
  kind      VARCHAR(40) NOT NULL,
  at        BIGINT NOT NULL,
  detail    VARCHAR(400) NOT NULL,
  UNIQUE KEY device_event_identity (device_id, kind),
  CONSTRAINT device_event_device FOREIGN KEY (device_id) REFERENCES device (id)
) ENGINE = InnoDB;
