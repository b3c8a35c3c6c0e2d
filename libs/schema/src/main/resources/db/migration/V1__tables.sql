-- The tables of SEM. Instants are milliseconds since 1970 in UTC; a quarter is floor(seconds / 900).
-- Energies are Wh, powers W, voltages tenths of a volt, currents hundredths of an ampere, volumes litres, heat MJ.

CREATE TABLE meter (
  id         SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  simulated  BOOLEAN NOT NULL DEFAULT FALSE,
  first_at   BIGINT NOT NULL,
  UNIQUE KEY meter_name (name)
) ENGINE = InnoDB;

-- A device is one serial number: a replaced meter is a new device and starts a new count.
CREATE TABLE device (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meter_id   SMALLINT UNSIGNED NOT NULL,
  kind       ENUM('electricity', 'gas', 'water', 'heat', 'submeter', 'other') NOT NULL,
  serial     VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  first_at   BIGINT NOT NULL,
  UNIQUE KEY device_identity (meter_id, kind, serial),
  CONSTRAINT device_meter FOREIGN KEY (meter_id) REFERENCES meter (id)
) ENGINE = InnoDB;

-- Raw readings are a loan: partitions by day, created ahead and dropped after the retention.
-- gas_l and water_l repeat what the same telegram said, for the original dashboard's view.
CREATE TABLE reading (
  device_id    INT UNSIGNED NOT NULL,
  at           BIGINT NOT NULL,
  import_t1_wh BIGINT NULL, import_t2_wh BIGINT NULL, import_wh BIGINT NULL,
  export_t1_wh BIGINT NULL, export_t2_wh BIGINT NULL, export_wh BIGINT NULL,
  tariff       TINYINT UNSIGNED NULL,
  import_w     INT NULL, export_w INT NULL, demand_w INT NULL,
  voltage_l1_dv SMALLINT UNSIGNED NULL, voltage_l2_dv SMALLINT UNSIGNED NULL, voltage_l3_dv SMALLINT UNSIGNED NULL,
  current_l1_ca MEDIUMINT UNSIGNED NULL, current_l2_ca MEDIUMINT UNSIGNED NULL, current_l3_ca MEDIUMINT UNSIGNED NULL,
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

-- Readings before this instant skip the raw tables but still count in their quarter hour. It only moves forward.
CREATE TABLE raw_window (
  id       TINYINT UNSIGNED NOT NULL PRIMARY KEY,
  raw_from BIGINT NOT NULL
) ENGINE = InnoDB;
INSERT INTO raw_window (id, raw_from) VALUES (1, 0);

-- First and last reading of a quarter hour, with their times, and the extremes. Kept for ever.
-- import_wh and export_wh only for meters without tariffs.
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

-- A day of the household's zone: its highest quarter-hour demand and the seconds outside gaps. Recomputed, never merged.
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

-- What happened to devices: appeared, replaced, changed channel. For people to read.
CREATE TABLE device_event (
  id        BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  device_id INT UNSIGNED NOT NULL,
  at        BIGINT NOT NULL,
  kind      VARCHAR(40) NOT NULL,
  detail    VARCHAR(400) NOT NULL,
  UNIQUE KEY device_event_identity (device_id, at, kind),
  CONSTRAINT device_event_device FOREIGN KEY (device_id) REFERENCES device (id)
) ENGINE = InnoDB;
