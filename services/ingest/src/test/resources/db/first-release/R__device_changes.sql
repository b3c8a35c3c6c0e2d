-- What happened to the devices of a meter, derived from device_event and so the same whatever the order of arrival.
-- channel: the M-Bus channel, 0 for the meter with the P1 port. what:
--   appeared      the first device there
--   replaced      another serial number of the same kind (a swap: the new device starts its own count)
--   kind-changed  a device of another kind on a channel that was known (water where gas was)
--   moved         a device that was known on another channel
CREATE OR REPLACE SQL SECURITY DEFINER VIEW device_change AS
SELECT
  c.meter_id, c.channel, c.at, c.device_id, c.kind, c.serial,
  c.previous_device_id, p.kind AS previous_kind, p.serial AS previous_serial,
  CASE
    WHEN c.at > c.first_place_at          THEN 'moved'
    WHEN c.previous_device_id IS NULL     THEN 'appeared'
    WHEN p.kind <> c.kind                 THEN 'kind-changed'
    ELSE 'replaced'
  END AS what
FROM (
  SELECT
    d.meter_id, e.channel, e.at, d.id AS device_id, d.kind, d.serial,
    LAG(d.id)   OVER (PARTITION BY d.meter_id, e.channel ORDER BY e.at, d.id) AS previous_device_id,
    MIN(e.at)   OVER (PARTITION BY d.id)                                      AS first_place_at
  FROM (
    SELECT device_id, at, CAST(SUBSTRING(kind, 9) AS UNSIGNED) AS channel
      FROM device_event WHERE kind LIKE 'channel-%'
    UNION ALL
    SELECT a.device_id, a.at, 0
      FROM device_event a JOIN device m ON m.id = a.device_id
      WHERE a.kind = 'appeared' AND m.kind = 'electricity'
  ) e
  JOIN device d ON d.id = e.device_id
) c
LEFT JOIN device p ON p.id = c.previous_device_id;

-- The same for Grafana, as annotations: a time and a text.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW sem_views.device_changes AS
SELECT
  FROM_UNIXTIME(c.at / 1000) AS time,
  m.name                     AS meter,
  c.what                     AS what,
  CONCAT(c.kind, ' ', c.serial, ' ', c.what,
         IF(c.channel = 0, '', CONCAT(' on channel ', c.channel)),
         IF(c.previous_serial IS NULL, '', CONCAT(', before: ', c.previous_kind, ' ', c.previous_serial))) AS text
FROM device_change c
JOIN meter m ON m.id = c.meter_id;
