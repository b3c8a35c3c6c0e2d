-- What a meter said elsewhere, and an export of SEM brought here, goes out with its import, unless the meter itself has said it since.
ALTER TABLE occurrence
  ADD COLUMN IF NOT EXISTS import_id INT UNSIGNED NULL COMMENT 'the import that it came from; null once the meter says it';
