-- What changed and when, of the table occurrence: entries of logs, and the states and counts that differ from the one before
-- of the same subject; first_said is true where there is none before. began_at is when what a log tells of began; NULL where
-- that would be before the year 2000: such a meter's clock was not set. The window holds keys only, and the meter's name in its
-- partition: so a question about one meter reads that meter's rows.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW occurrence_change AS
SELECT
  c.meter, o.meter_id, o.serial, o.kind, o.number, o.at, o.value, o.text, o.seconds,
  p.value AS previous_value, p.text AS previous_text, p.at IS NULL AS first_said,
  CASE WHEN o.at - 1000 * LEAST(o.seconds, 4102444800) >= 946681200000 THEN o.at - 1000 * o.seconds END AS began_at
FROM (
  SELECT
    m.name AS meter, k.meter_id, k.serial, k.kind, k.number, k.at,
    LAG(k.at) OVER (PARTITION BY m.name, k.meter_id, k.serial, k.kind, k.number ORDER BY k.at) AS previous_at
  FROM occurrence k
  JOIN meter m ON m.id = k.meter_id
) c
JOIN occurrence o
  ON o.meter_id = c.meter_id AND o.serial = c.serial AND o.kind = c.kind AND o.number = c.number AND o.at = c.at
LEFT JOIN occurrence p
  ON p.meter_id = c.meter_id AND p.serial = c.serial AND p.kind = c.kind AND p.number = c.number AND p.at = c.previous_at
WHERE o.seconds IS NOT NULL OR p.at IS NULL OR NOT (o.value <=> p.value AND o.text <=> p.text);

-- The same for Grafana, as annotations: a time and a text. What was so from the first telegram on is no change and not in it;
-- a power failure and a text are.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW sem_views.occurrences AS
SELECT
  FROM_UNIXTIME(COALESCE(c.began_at, c.at) / 1000) AS time,
  FROM_UNIXTIME(c.at / 1000)  AS time_end,
  c.meter                     AS meter,
  c.serial                    AS serial,
  c.kind                      AS kind,
  CONCAT(REPLACE(c.kind, '-', ' '),
         CASE WHEN c.number = 0 THEN '' WHEN c.kind IN ('sags', 'swells') THEN CONCAT(' L', c.number)
              ELSE CONCAT(' ', c.number) END,
         IF(c.seconds IS NULL, '', CONCAT(' of ', c.seconds, ' s')),
         IF(c.value IS NULL, '', CONCAT(': ', c.value)),
         IF(c.text IS NULL, '', CONCAT(': ', c.text)),
         IF(c.value IS NULL AND c.text IS NULL AND c.seconds IS NULL, ': none', ''),
         IF(c.seconds IS NOT NULL OR (c.previous_value IS NULL AND c.previous_text IS NULL), '',
            CONCAT(', before: ', COALESCE(c.previous_value, c.previous_text)))) AS text
FROM occurrence_change c
WHERE NOT c.first_said OR c.seconds IS NOT NULL OR (c.kind IN ('text', 'message-code') AND c.text IS NOT NULL);
