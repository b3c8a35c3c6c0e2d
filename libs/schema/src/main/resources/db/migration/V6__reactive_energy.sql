-- Reactive energy, both ways and by quadrant (1-0:3.8.0 to 1-0:8.8.0).
ALTER TABLE reading
  ADD COLUMN IF NOT EXISTS reactive_import_varh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS reactive_export_varh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS reactive_q1_varh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS reactive_q2_varh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS reactive_q3_varh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS reactive_q4_varh BIGINT NULL;

ALTER TABLE quarter_hour
  ADD COLUMN IF NOT EXISTS first_reactive_import_varh BIGINT NULL, ADD COLUMN IF NOT EXISTS last_reactive_import_varh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS first_reactive_export_varh BIGINT NULL, ADD COLUMN IF NOT EXISTS last_reactive_export_varh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS first_reactive_q1_varh BIGINT NULL, ADD COLUMN IF NOT EXISTS last_reactive_q1_varh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS first_reactive_q2_varh BIGINT NULL, ADD COLUMN IF NOT EXISTS last_reactive_q2_varh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS first_reactive_q3_varh BIGINT NULL, ADD COLUMN IF NOT EXISTS last_reactive_q3_varh BIGINT NULL,
  ADD COLUMN IF NOT EXISTS first_reactive_q4_varh BIGINT NULL, ADD COLUMN IF NOT EXISTS last_reactive_q4_varh BIGINT NULL;
