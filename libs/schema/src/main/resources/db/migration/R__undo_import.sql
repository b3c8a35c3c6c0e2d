-- The only ways a quarter hour leaves the database: with the import that it came from. They run with the rights of the user that owns
-- the tables, so that the service that calls them may not delete; and they touch nothing but what is the import's alone, once
-- import_run says that it is undone. The caller holds the lock of the meter, or of its past where the meter itself adds nothing.
DELIMITER //
-- Takes an import's rows of one device out, from one quarter hour to another one (inclusive). Each table is bounded for itself: in
-- whatever order the server joins them, it locks no row outside, such as the one that the meter is adding to.
CREATE OR REPLACE PROCEDURE undo_import(
    IN undone INT UNSIGNED, IN of_device INT UNSIGNED, IN from_quarter INT UNSIGNED, IN to_quarter INT UNSIGNED)
  MODIFIES SQL DATA
  SQL SECURITY DEFINER
BEGIN
  IF NOT EXISTS (SELECT 1 FROM import_run WHERE id = undone AND state = 'undone') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'undo_import: that import is not marked as undone';
  END IF;

  DELETE q FROM import_quarter c
    JOIN quarter_hour q ON q.device_id = of_device AND q.quarter = c.quarter AND q.quarter BETWEEN from_quarter AND to_quarter
    WHERE c.device_id = of_device AND c.quarter BETWEEN from_quarter AND to_quarter
      AND c.import_id = undone AND c.applied = 'row';

  UPDATE import_quarter c
    JOIN import_quarter l ON l.device_id = of_device AND l.quarter = c.quarter AND l.import_id = 0
      AND l.quarter BETWEEN from_quarter AND to_quarter
    JOIN quarter_hour q ON q.device_id = of_device AND q.quarter = c.quarter AND q.quarter BETWEEN from_quarter AND to_quarter
    SET q.first_at = l.first_at,
      q.first_import_t1_wh = l.first_import_t1_wh, q.first_import_t2_wh = l.first_import_t2_wh, q.first_import_t3_wh = l.first_import_t3_wh,
      q.first_import_t4_wh = l.first_import_t4_wh, q.first_import_t5_wh = l.first_import_t5_wh, q.first_import_t6_wh = l.first_import_t6_wh,
      q.first_import_t7_wh = l.first_import_t7_wh, q.first_import_t8_wh = l.first_import_t8_wh, q.first_import_wh = l.first_import_wh,
      q.first_export_t1_wh = l.first_export_t1_wh, q.first_export_t2_wh = l.first_export_t2_wh, q.first_export_t3_wh = l.first_export_t3_wh,
      q.first_export_t4_wh = l.first_export_t4_wh, q.first_export_t5_wh = l.first_export_t5_wh, q.first_export_t6_wh = l.first_export_t6_wh,
      q.first_export_t7_wh = l.first_export_t7_wh, q.first_export_t8_wh = l.first_export_t8_wh, q.first_export_wh = l.first_export_wh,
      q.first_reactive_import_varh = l.first_reactive_import_varh, q.first_reactive_export_varh = l.first_reactive_export_varh, q.first_reactive_q1_varh = l.first_reactive_q1_varh,
      q.first_reactive_q2_varh = l.first_reactive_q2_varh, q.first_reactive_q3_varh = l.first_reactive_q3_varh, q.first_reactive_q4_varh = l.first_reactive_q4_varh,
      q.first_volume_l = l.first_volume_l, q.first_heat_mj = l.first_heat_mj
    WHERE c.device_id = of_device AND c.quarter BETWEEN from_quarter AND to_quarter
      AND c.import_id = undone AND c.applied = 'edge';

  DELETE l FROM import_quarter c
    JOIN import_quarter l ON l.device_id = of_device AND l.quarter = c.quarter AND l.import_id = 0
      AND l.quarter BETWEEN from_quarter AND to_quarter
    WHERE c.device_id = of_device AND c.quarter BETWEEN from_quarter AND to_quarter
      AND c.import_id = undone;

  DELETE FROM import_quarter
    WHERE device_id = of_device AND quarter BETWEEN from_quarter AND to_quarter AND import_id = undone;
END//

-- What an import brought that meter and devices had said beside their counts.
CREATE OR REPLACE PROCEDURE undo_import_of_events(IN undone INT UNSIGNED)
  MODIFIES SQL DATA
  SQL SECURITY DEFINER
BEGIN
  IF NOT EXISTS (SELECT 1 FROM import_run WHERE id = undone AND state = 'undone') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'undo_import_of_events: that import is not marked as undone';
  END IF;

  DELETE o FROM import_run r JOIN meter m ON m.name = r.meter JOIN occurrence o ON o.meter_id = m.id
    WHERE r.id = undone AND o.import_id = undone;
END//

-- What is left of a device when its quarter hours are gone: registers and days that have none any more, marked by the caller with
-- the quarter hour 4294967295; the device and its meter, if the import made them and nothing else is theirs.
CREATE OR REPLACE PROCEDURE undo_import_of_device(IN undone INT UNSIGNED, IN of_device INT UNSIGNED)
  MODIFIES SQL DATA
  SQL SECURITY DEFINER
BEGIN
  DECLARE of_meter INT UNSIGNED;
  IF NOT EXISTS (SELECT 1 FROM import_run WHERE id = undone AND state = 'undone')
      OR NOT EXISTS (SELECT 1 FROM import_device WHERE import_id = undone AND device_id = of_device) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'undo_import_of_device: that import is not undone, or did not change the device';
  END IF;

  DELETE FROM device_register WHERE device_id = of_device AND first_quarter = 4294967295;
  DELETE FROM electricity_day WHERE device_id = of_device AND peak_quarter = 4294967295;
  DELETE FROM month_peak WHERE device_id = of_device AND import_id = undone;

  IF EXISTS (SELECT 1 FROM import_device WHERE import_id = undone AND device_id = of_device AND first_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM quarter_hour WHERE device_id = of_device)
      AND NOT EXISTS (SELECT 1 FROM reading WHERE device_id = of_device)
      AND NOT EXISTS (SELECT 1 FROM mbus_reading WHERE device_id = of_device)
      AND NOT EXISTS (SELECT 1 FROM month_peak WHERE device_id = of_device) THEN
    SELECT meter_id INTO of_meter FROM device WHERE id = of_device;
    DELETE FROM device_event WHERE device_id = of_device;
    DELETE FROM device_register WHERE device_id = of_device;
    DELETE FROM electricity_day WHERE device_id = of_device;
    DELETE FROM device WHERE id = of_device;
    DELETE FROM meter WHERE id = of_meter
      AND EXISTS (SELECT 1 FROM import_run WHERE id = undone AND meter_first_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM device WHERE meter_id = of_meter)
      AND NOT EXISTS (SELECT 1 FROM quarantine WHERE meter_id = of_meter)
      AND NOT EXISTS (SELECT 1 FROM occurrence WHERE meter_id = of_meter);
  END IF;
  DELETE FROM import_device WHERE import_id = undone AND device_id = of_device;
END//
DELIMITER ;
