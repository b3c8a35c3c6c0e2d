-- Behind a voltage transformer (sem.meters.<name>.voltage-ratio) a phase has 10 kV and more: tenths of a volt in 24 bits, as
-- quarter hours and currents have already. Copies the raw readings of the retention (some 10 s for a million rows); a row is
-- three bytes longer before it is compressed. May be run again.
ALTER TABLE reading
  MODIFY voltage_l1_dv MEDIUMINT NULL,
  MODIFY voltage_l2_dv MEDIUMINT NULL,
  MODIFY voltage_l3_dv MEDIUMINT NULL;
