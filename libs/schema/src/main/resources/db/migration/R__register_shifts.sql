-- What totals from before a register began lack beside those after it, Wh. Where a tariff or the meter's own total began after
-- its device, the totals of earlier rows are lower or higher by a constant, though nothing was used: before it begins a tariff
-- holds its first value, and tariffs lead to a total, as energy.sem.quarter.QuarterSeries.energyWh says it.
-- Places are the two readings of each row in order: the first of quarter hour q is 2q, the last 2q + 1. A row here is a place
-- in which registers began: its constants hold from after_place on until before it. For most devices there is no row.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW sem_views.register_shifts AS
WITH shown AS (
  SELECT
    b.device_id, b.quarter, r.register, r.first_quarter = b.quarter AS begins_here,
    CASE r.register
      WHEN 'import_t1_wh' THEN q.first_import_t1_wh WHEN 'import_t2_wh' THEN q.first_import_t2_wh
      WHEN 'import_t3_wh' THEN q.first_import_t3_wh WHEN 'import_t4_wh' THEN q.first_import_t4_wh
      WHEN 'import_t5_wh' THEN q.first_import_t5_wh WHEN 'import_t6_wh' THEN q.first_import_t6_wh
      WHEN 'import_t7_wh' THEN q.first_import_t7_wh WHEN 'import_t8_wh' THEN q.first_import_t8_wh
      WHEN 'import_wh' THEN q.first_import_wh
      WHEN 'export_t1_wh' THEN q.first_export_t1_wh WHEN 'export_t2_wh' THEN q.first_export_t2_wh
      WHEN 'export_t3_wh' THEN q.first_export_t3_wh WHEN 'export_t4_wh' THEN q.first_export_t4_wh
      WHEN 'export_t5_wh' THEN q.first_export_t5_wh WHEN 'export_t6_wh' THEN q.first_export_t6_wh
      WHEN 'export_t7_wh' THEN q.first_export_t7_wh WHEN 'export_t8_wh' THEN q.first_export_t8_wh
      WHEN 'export_wh' THEN q.first_export_wh
    END AS first_wh,
    CASE r.register
      WHEN 'import_t1_wh' THEN q.last_import_t1_wh WHEN 'import_t2_wh' THEN q.last_import_t2_wh
      WHEN 'import_t3_wh' THEN q.last_import_t3_wh WHEN 'import_t4_wh' THEN q.last_import_t4_wh
      WHEN 'import_t5_wh' THEN q.last_import_t5_wh WHEN 'import_t6_wh' THEN q.last_import_t6_wh
      WHEN 'import_t7_wh' THEN q.last_import_t7_wh WHEN 'import_t8_wh' THEN q.last_import_t8_wh
      WHEN 'import_wh' THEN q.last_import_wh
      WHEN 'export_t1_wh' THEN q.last_export_t1_wh WHEN 'export_t2_wh' THEN q.last_export_t2_wh
      WHEN 'export_t3_wh' THEN q.last_export_t3_wh WHEN 'export_t4_wh' THEN q.last_export_t4_wh
      WHEN 'export_t5_wh' THEN q.last_export_t5_wh WHEN 'export_t6_wh' THEN q.last_export_t6_wh
      WHEN 'export_t7_wh' THEN q.last_export_t7_wh WHEN 'export_t8_wh' THEN q.last_export_t8_wh
      WHEN 'export_wh' THEN q.last_export_wh
    END AS last_wh
  FROM (SELECT DISTINCT device_id, first_quarter AS quarter FROM device_register
        WHERE register REGEXP '^(im|ex)port_(t[1-8]_)?wh$') b
  STRAIGHT_JOIN device_register r ON r.device_id = b.device_id AND r.first_quarter <= b.quarter
    AND r.register REGEXP '^(im|ex)port_(t[1-8]_)?wh$'
  STRAIGHT_JOIN quarter_hour q ON q.device_id = b.device_id AND q.quarter = b.quarter
), placed AS (
  SELECT device_id, quarter, register, first_wh, last_wh,
    MIN(IF(begins_here, 2 * quarter + (first_wh IS NULL), NULL)) OVER (PARTITION BY device_id, register) AS begin_place
  FROM shown
), valued AS (
  SELECT device_id, 2 * quarter + half.n AS place, LEFT(register, 6) AS direction,
    register IN ('import_wh', 'export_wh') AS is_total,
    begin_place = 2 * quarter + half.n AS begins,
    IF(half.n = 0, first_wh, last_wh) AS wh
  FROM placed JOIN (SELECT 0 AS n UNION ALL SELECT 1) half
  WHERE begin_place <= 2 * quarter + half.n
), jumps AS (
  SELECT device_id, place, direction,
    CASE
      WHEN SUM(NOT begins) = 0 THEN 0
      WHEN MAX(IF(is_total, wh, NULL)) IS NULL THEN SUM(IF(begins, wh, 0))
      WHEN MAX(is_total AND begins) THEN SUM(IF(is_total, wh, IF(begins, 0, -wh)))
      ELSE 0
    END AS jump_wh
  FROM valued GROUP BY device_id, place, direction
), both_ways AS (
  SELECT device_id, place,
    CAST(SUM(IF(direction = 'import', jump_wh, 0)) AS SIGNED) AS import_wh,
    CAST(SUM(IF(direction = 'export', jump_wh, 0)) AS SIGNED) AS export_wh
  FROM jumps WHERE jump_wh <> 0 GROUP BY device_id, place
)
SELECT
  device_id                                                                                    AS device_id,
  COALESCE(LAG(place) OVER (PARTITION BY device_id ORDER BY place), 0)                         AS after_place,
  place                                                                                        AS place,
  CAST(SUM(import_wh) OVER (PARTITION BY device_id ORDER BY place DESC) AS SIGNED)             AS import_before_wh,
  CAST(SUM(import_wh) OVER (PARTITION BY device_id ORDER BY place DESC) - import_wh AS SIGNED) AS import_after_wh,
  CAST(SUM(export_wh) OVER (PARTITION BY device_id ORDER BY place DESC) AS SIGNED)             AS export_before_wh,
  CAST(SUM(export_wh) OVER (PARTITION BY device_id ORDER BY place DESC) - export_wh AS SIGNED) AS export_after_wh
FROM both_ways;
