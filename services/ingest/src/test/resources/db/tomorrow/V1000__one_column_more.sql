-- A migration as a later version may have it: run twice, it fails.
ALTER TABLE quarter_hour ADD COLUMN max_demand_w INT NULL;
UPDATE quarter_hour SET max_demand_w = max_import_w;
