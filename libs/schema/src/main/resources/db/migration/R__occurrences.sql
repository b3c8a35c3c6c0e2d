-- What changed and when, of the table occurrence: entries of logs, and the states and counts that differ from the one before
-- of the same subject; first_said is true where there is none before. began_at is when what a log tells of began; NULL where
-- that would be before the year 2000: such a meter's clock was not set.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW occurrence_change AS
SELECT
  meter_id, serial, kind, number, at, value, text, seconds, previous_value, previous_text,
  previous_at IS NULL AS first_said,
  CASE WHEN at - 1000 * LEAST(seconds, 4102444800) >= 946681200000 THEN at - 1000 * seconds END AS began_at
FROM (
  SELECT
    o.*,
    LAG(o.at)    OVER w AS previous_at,
    LAG(o.value) OVER w AS previous_value,
    LAG(o.text)  OVER w AS previous_text
  FROM occurrence o
  WINDOW w AS (PARTITION BY o.meter_id, o.serial, o.kind, o.number ORDER BY o.at)
) c
WHERE seconds IS NOT NULL OR previous_at IS NULL OR NOT (value <=> previous_value AND text <=> previous_text);

-- The same for Grafana, as annotations: a time and a text. What was so from the first telegram on is no change and not in it;
-- a power failure and a text are.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW sem_views.occurrences AS
SELECT
  FROM_UNIXTIME(COALESCE(c.began_at, c.at) / 1000) AS time,
  FROM_UNIXTIME(c.at / 1000)  AS time_end,
  m.name                      AS meter,
  c.serial                    AS serial,
  c.kind                      AS kind,
  CONCAT(REPLACE(c.kind, '-', ' '),
         CASE WHEN c.number = 0 THEN '' WHEN c.kind IN ('sags', 'swells') THEN CONCAT(' L', c.number)
              ELSE CONCAT(' ', c.number) END,
         IF(c.seconds IS NULL, '', CONCAT(' of ', c.seconds, ' s')),
         IF(c.value IS NULL, '', CONCAT(': ', c.value)),
         IF(c.text IS NULL, '', CONCAT(': ', c.text)),
         IF(c.value IS NULL AND c.text IS NULL AND c.seconds IS NULL, ': none', ''),
         IF(c.previous_value IS NULL AND c.previous_text IS NULL, '',
            CONCAT(', before: ', COALESCE(c.previous_value, c.previous_text)))) AS text
FROM occurrence_change c
JOIN meter m ON m.id = c.meter_id
WHERE NOT c.first_said OR c.seconds IS NOT NULL OR (c.kind IN ('text', 'message-code') AND c.text IS NOT NULL);
