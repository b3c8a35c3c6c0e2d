INSERT INTO meter (id, name, simulated, first_at) VALUES (1, 'home', 0, 1763805600000);
INSERT INTO device (id, meter_id, kind, serial, first_at) VALUES
  (1, 1, 'electricity', '1SEM0000000001', 1763805600000), (2, 1, 'gas', '7SEM0000000001', 1763805600000);
INSERT INTO device_event (device_id, kind, at, detail) VALUES
  (1, 'appeared', 1763805600000, 'electricity device 1SEM0000000001 appeared'),
  (2, 'channel-1', 1763805600000, 'gas device 7SEM0000000001 is on channel 1');
CALL move_raw_window(1763769600000, 1763942400000);
INSERT INTO reading (device_id, at, import_t1_wh, import_t2_wh, tariff, import_w, voltage_l1_dv, gas_l) VALUES
  (1, 1763805600000, 1000, 500, 1, 400, 2301, 4711), (1, 1763805601000, 1000, 500, 1, 410, 2299, 4711);
INSERT INTO mbus_reading (device_id, at, volume_l) VALUES (2, 1763805600000, 4711);
INSERT INTO quarter_hour (device_id, quarter, first_at, last_at, first_import_t1_wh, last_import_t1_wh, max_import_w) VALUES
  (1, 1959784, 1763805600000, 1763805601000, 1000, 1000, 410);
INSERT INTO electricity_day VALUES (1, '2025-11-22', NULL, NULL, 1);
INSERT INTO month_peak (device_id, month, running_w, running_at) VALUES (1, '2025-11-01', 4200, 1763719200000);
INSERT INTO quarantine (meter_id, serial, at, cause, detail, event) VALUES
  (1, '1SEM0000000001', 1763805602000, 'register-fell', 'from 1000 to 3 Wh', '{"version":1}');
