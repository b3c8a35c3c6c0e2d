-- Meters are numbered in 32 bits: in 16 the numbers ran out. Rows keep theirs. Of these tables only quarantine can be large
-- (some 30 s for a million rows); quarter hours and readings know a meter by its devices and are not touched.
-- Each statement may be run again: a migration that was interrupted begins anew.
ALTER TABLE device DROP FOREIGN KEY IF EXISTS device_meter;
ALTER TABLE quarantine DROP FOREIGN KEY IF EXISTS quarantine_meter;
ALTER TABLE meter MODIFY id INT UNSIGNED NOT NULL AUTO_INCREMENT;
ALTER TABLE device
  MODIFY meter_id INT UNSIGNED NOT NULL,
  ADD CONSTRAINT device_meter FOREIGN KEY (meter_id) REFERENCES meter (id);
ALTER TABLE quarantine
  MODIFY meter_id INT UNSIGNED NOT NULL,
  ADD CONSTRAINT quarantine_meter FOREIGN KEY (meter_id) REFERENCES meter (id);
