-- What Grafana may see: the schema sem_views holds views and no table. Times are DATETIME in the session's time zone, like
-- a TIMESTAMP column, so Grafana's $__time and $__timeFilter are right whatever the zone of the server is.

-- Readings under the column names of the original sensor's table, for its dashboard; `meter` is last because it is new.
-- Units as there: V, A, kWh, kW, m3; -1 is "not in the telegram". The original's names stay as they were: Pch and Pcl are
-- registers 1.8.1 and 1.8.2, Ppl and Pph are 2.8.1 and 2.8.2 (its firmware swapped them).
CREATE OR REPLACE SQL SECURITY DEFINER VIEW sem_views.FluviusMeter AS
SELECT
  FROM_UNIXTIME(r.at / 1000)             AS reading_time,
  COALESCE(r.voltage_l1_dv / 10, -1)     AS UL1,
  COALESCE(r.voltage_l2_dv / 10, -1)     AS UL2,
  COALESCE(r.voltage_l3_dv / 10, -1)     AS UL3,
  COALESCE(r.current_l1_ca / 100, -1)    AS IL1,
  COALESCE(r.current_l2_ca / 100, -1)    AS IL2,
  COALESCE(r.current_l3_ca / 100, -1)    AS IL3,
  COALESCE(r.import_t2_wh / 1000, -1)    AS Pcl,
  COALESCE(r.import_t1_wh / 1000, -1)    AS Pch,
  COALESCE(r.export_t1_wh / 1000, -1)    AS Ppl,
  COALESCE(r.export_t2_wh / 1000, -1)    AS Pph,
  COALESCE(r.export_w / 1000, -1)        AS Pp,
  COALESCE(r.import_w / 1000, -1)        AS Pc,
  COALESCE(r.gas_l / 1000, -1)           AS Vg,
  COALESCE(r.water_l / 1000, -1)         AS Vw,
  m.name                                 AS meter
FROM reading r
JOIN device d ON d.id = r.device_id
JOIN meter m ON m.id = d.meter_id;

-- The registers at the first reading of each quarter hour, kWh, m3 and GJ; differences between rows are consumption. Energy is
-- the meter's own total, else the sum over its tariffs, shifted by what rows lack from before a register began.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW sem_views.quarter_hours AS
SELECT
  FROM_UNIXTIME(q.quarter * 900)         AS quarter_start,
  FROM_UNIXTIME(q.first_at / 1000)       AS first_reading_time,
  m.name                                 AS meter,
  d.kind                                 AS kind,
  d.serial                               AS serial,
  (q.first_import_total_wh + COALESCE(s.import_before_wh, 0)) / 1000 AS import_kwh,
  (q.first_export_total_wh + COALESCE(s.export_before_wh, 0)) / 1000 AS export_kwh,
  q.first_volume_l / 1000                AS volume_m3,
  q.first_heat_mj / 1000                 AS heat_gj,
  q.max_import_w / 1000                  AS max_import_kw,
  q.max_export_w / 1000                  AS max_export_kw,
  q.min_voltage_l1_dv / 10               AS min_voltage_l1,
  q.max_voltage_l1_dv / 10               AS max_voltage_l1,
  q.min_voltage_l2_dv / 10               AS min_voltage_l2,
  q.max_voltage_l2_dv / 10               AS max_voltage_l2,
  q.min_voltage_l3_dv / 10               AS min_voltage_l3,
  q.max_voltage_l3_dv / 10               AS max_voltage_l3
FROM quarter_hour q
JOIN device d ON d.id = q.device_id
JOIN meter m ON m.id = d.meter_id
LEFT JOIN sem_views.register_shifts s ON s.device_id = q.device_id AND 2 * q.quarter >= s.after_place AND 2 * q.quarter < s.place;

-- Each day's highest quarter-hour demand, computed from the registers.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW sem_views.electricity_days AS
SELECT
  e.day                                  AS day,
  m.name                                 AS meter,
  d.serial                               AS serial,
  e.peak_w / 1000                        AS peak_kw,
  FROM_UNIXTIME(e.peak_quarter * 900)    AS peak_time,
  e.covered_s                            AS covered_seconds
FROM electricity_day e
JOIN device d ON d.id = e.device_id
JOIN meter m ON m.id = d.meter_id;

-- Each month's peak as the meter states it; the final one, once the month is closed, before the running one.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW sem_views.month_peaks AS
SELECT
  p.month                                AS month,
  m.name                                 AS meter,
  d.serial                               AS serial,
  COALESCE(p.final_w, p.running_w) / 1000 AS peak_kw,
  FROM_UNIXTIME(IF(p.final_w IS NULL, p.running_at, p.final_at) / 1000) AS peak_time,
  p.final_w IS NOT NULL                  AS final
FROM month_peak p
JOIN device d ON d.id = p.device_id
JOIN meter m ON m.id = d.meter_id;
