-- More of sem_views (R__sem_views.sql says what that schema is), in the shape that dashboards ask for: the columns that a
-- time range is compared with are those that the tables are sorted by, so a range is sought and not searched for.

-- Raw readings of electricity meters, as long as they are kept. at_ms: milliseconds since 1970.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW sem_views.readings AS
SELECT
  r.at                                   AS at_ms,
  FROM_UNIXTIME(r.at / 1000)             AS reading_time,
  m.name                                 AS meter,
  d.serial                               AS serial,
  r.import_total_wh / 1000               AS import_kwh,
  r.export_total_wh / 1000               AS export_kwh,
  r.tariff                               AS tariff,
  r.import_w / 1000                      AS import_kw,
  r.export_w / 1000                      AS export_kw,
  r.demand_w / 1000                      AS demand_kw,
  r.voltage_l1_dv / 10                   AS voltage_l1_v,
  r.voltage_l2_dv / 10                   AS voltage_l2_v,
  r.voltage_l3_dv / 10                   AS voltage_l3_v,
  r.current_l1_ca / 100                  AS current_l1_a,
  r.current_l2_ca / 100                  AS current_l2_a,
  r.current_l3_ca / 100                  AS current_l3_a,
  (COALESCE(r.import_l1_w, 0) - COALESCE(r.export_l1_w, 0)) / 1000 AS net_l1_kw,
  (COALESCE(r.import_l2_w, 0) - COALESCE(r.export_l2_w, 0)) / 1000 AS net_l2_kw,
  (COALESCE(r.import_l3_w, 0) - COALESCE(r.export_l3_w, 0)) / 1000 AS net_l3_kw
FROM reading r
JOIN device d ON d.id = r.device_id
JOIN meter m ON m.id = d.meter_id;

-- The registers at the first and at the last reading of each quarter hour: what a bucket used is the difference of the first
-- values of its and the next bucket's earliest quarter hours. quarter: seconds since 1970, divided by 900.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW sem_views.registers AS
SELECT
  q.quarter                              AS quarter,
  FROM_UNIXTIME(q.quarter * 900)         AS quarter_start,
  m.name                                 AS meter,
  d.kind                                 AS kind,
  d.serial                               AS serial,
  (q.first_import_total_wh + COALESCE(s.import_before_wh, 0)) / 1000 AS first_import_kwh,
  (q.last_import_total_wh + COALESCE(IF(s.place = 2 * q.quarter + 1, s.import_after_wh, s.import_before_wh), 0)) / 1000
                                         AS last_import_kwh,
  (q.first_export_total_wh + COALESCE(s.export_before_wh, 0)) / 1000 AS first_export_kwh,
  (q.last_export_total_wh + COALESCE(IF(s.place = 2 * q.quarter + 1, s.export_after_wh, s.export_before_wh), 0)) / 1000
                                         AS last_export_kwh,
  q.first_volume_l / 1000                AS first_volume_m3,
  q.last_volume_l / 1000                 AS last_volume_m3,
  q.first_heat_mj / 1000                 AS first_heat_gj,
  q.last_heat_mj / 1000                  AS last_heat_gj
FROM quarter_hour q
JOIN device d ON d.id = q.device_id
JOIN meter m ON m.id = d.meter_id
LEFT JOIN sem_views.register_shifts s ON s.device_id = q.device_id AND 2 * q.quarter >= s.after_place AND 2 * q.quarter < s.place;

-- Each device with its first and last reading. last_epoch_s: seconds since 1970.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW sem_views.devices AS
SELECT
  m.name                                 AS meter,
  m.simulated                            AS simulated,
  d.kind                                 AS kind,
  d.serial                               AS serial,
  FROM_UNIXTIME(d.first_at / 1000)       AS first_reading_time,
  FROM_UNIXTIME(q.last_at / 1000)        AS last_reading_time,
  q.last_at DIV 1000                     AS last_epoch_s
FROM device d
JOIN meter m ON m.id = d.meter_id
LEFT JOIN (SELECT device_id, MAX(quarter) AS quarter FROM quarter_hour GROUP BY device_id) newest ON newest.device_id = d.id
LEFT JOIN quarter_hour q ON q.device_id = newest.device_id AND q.quarter = newest.quarter;

-- Values that were judged implausible and kept aside.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW sem_views.quarantined AS
SELECT
  FROM_UNIXTIME(x.at / 1000)             AS reading_time,
  x.at                                   AS at_ms,
  m.name                                 AS meter,
  x.serial                               AS serial,
  x.cause                                AS cause,
  x.detail                               AS detail,
  x.restored_at IS NOT NULL              AS restored
FROM quarantine x
JOIN meter m ON m.id = x.meter_id;

-- Day-ahead prices that were fetched, without VAT, fees and levies. quarter: seconds since 1970, divided by 900. Where tables are brought
-- to a version before prices, the view waits for their table.
SET @day_ahead_prices = IF(
  EXISTS(SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'spot_price'),
  'CREATE OR REPLACE SQL SECURITY DEFINER VIEW sem_views.day_ahead_prices AS
   SELECT
     p.quarter                              AS quarter,
     FROM_UNIXTIME(p.quarter * 900)         AS quarter_start,
     p.area                                 AS area,
     p.eur_mwh                              AS eur_mwh,
     p.source                               AS source
   FROM spot_price p',
  'DO 0');
EXECUTE IMMEDIATE @day_ahead_prices;
