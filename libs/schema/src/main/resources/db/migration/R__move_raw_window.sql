-- The only way a reading leaves the database. Drops the partitions that end at or before keep_from, adds partitions of one
-- day until the tables reach `until`, and moves raw_window along. Both in milliseconds since 1970 in UTC.
-- It runs with the rights of the user that owns the tables, so that the service that calls it may not delete.
-- raw_from moves first: a writer holds raw_window in share mode while it writes, so whoever writes afterwards knows.
DELIMITER //
CREATE OR REPLACE PROCEDURE move_raw_window(IN keep_from BIGINT, IN until BIGINT)
  MODIFIES SQL DATA
  SQL SECURITY DEFINER
BEGIN
  DECLARE day_ms BIGINT DEFAULT 86400000;
  DECLARE window_from BIGINT;
  DECLARE reached BIGINT;
  DECLARE old_partitions TEXT;
  DECLARE new_partitions LONGTEXT;
  DECLARE raw_table VARCHAR(64);
  DECLARE tables_done INT DEFAULT 0;
  DECLARE window_lock VARCHAR(64) DEFAULT CONCAT(LEFT(DATABASE(), 48), '.raw_window');
  DECLARE EXIT HANDLER FOR SQLEXCEPTION
  BEGIN
    DO RELEASE_LOCK(window_lock);
    RESIGNAL;
  END;

  IF keep_from > UNIX_TIMESTAMP() * 1000 - day_ms THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'move_raw_window: raw readings of the last day are always kept';
  END IF;
  -- raw_from = 0: the window has never been moved, and keep_from decides alone.
  IF until - GREATEST(keep_from, (SELECT raw_from FROM raw_window WHERE id = 1)) > 4000 * day_ms THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'move_raw_window: more than 4000 days of raw readings';
  END IF;
  IF NOT COALESCE(GET_LOCK(window_lock, 30), 0) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'move_raw_window: another session has been moving the window for 30 s';
  END IF;

  UPDATE raw_window SET raw_from = GREATEST(raw_from, keep_from - MOD(keep_from, day_ms)) WHERE id = 1;
  COMMIT;
  SELECT raw_from INTO window_from FROM raw_window WHERE id = 1;

  WHILE tables_done < 2 DO
    SET raw_table = ELT(tables_done + 1, 'reading', 'mbus_reading');

    SELECT GROUP_CONCAT(partition_name) INTO old_partitions
      FROM information_schema.partitions
      WHERE table_schema = DATABASE() AND table_name = raw_table
        AND CAST(partition_description AS SIGNED) BETWEEN 1 AND window_from;
    IF old_partitions IS NOT NULL THEN
      EXECUTE IMMEDIATE CONCAT('ALTER TABLE ', raw_table, ' DROP PARTITION ', old_partitions);
    END IF;

    SELECT GREATEST(MAX(CAST(partition_description AS SIGNED)), window_from) INTO reached
      FROM information_schema.partitions
      WHERE table_schema = DATABASE() AND table_name = raw_table;
    -- Another node of a cluster is changing the partitions: no row says where they end. As after a deadlock: once more.
    IF reached IS NULL THEN
      SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213,
        MESSAGE_TEXT = 'move_raw_window: another node is moving the window';
    END IF;
    SET new_partitions = NULL;
    WHILE reached < until DO
      SET new_partitions = CONCAT_WS(', ', new_partitions, CONCAT(
        'PARTITION p', DATE_FORMAT(TIMESTAMPADD(DAY, reached DIV day_ms, '1970-01-01'), '%Y%m%d'),
        ' VALUES LESS THAN (', reached + day_ms, ')'));
      SET reached = reached + day_ms;
    END WHILE;
    IF new_partitions IS NOT NULL THEN
      EXECUTE IMMEDIATE CONCAT('ALTER TABLE ', raw_table, ' ADD PARTITION (', new_partitions, ')');
    END IF;

    SET tables_done = tables_done + 1;
  END WHILE;

  UPDATE raw_window SET raw_until = reached WHERE id = 1;
  COMMIT;
  DO RELEASE_LOCK(window_lock);
END//
DELIMITER ;
