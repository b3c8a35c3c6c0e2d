-- What a household, a simulated one and the last meter that 16 bits could number have in the tables of before the first
-- release (db/first-release): every column is filled at least once.
INSERT INTO meter (id, name, simulated, first_at) VALUES
  (1, 'home', 0, 1763805600000),
  (7, 'toy', 1, 1763805600000),
  (65535, 'last', 0, 1763805601000);
INSERT INTO device (id, meter_id, kind, serial, first_at) VALUES
  (1, 1, 'electricity', '1SEM0007000001', 1763805600000),
  (2, 1, 'gas', '7SEM0007000002', 1763805180000),
  (3, 1, 'water', '8SEM0007000003', 1763805600000),
  (4, 7, 'electricity', '1SEM0007000009', 1763805600000),
  (9, 65535, 'electricity', '1SEM0007000004', 1763805601000),
  (10, 65535, 'heat', '6SEM0007000005', 1763805600000),
  (11, 65535, 'submeter', '5SEM0007000006', 1763805600000),
  (12, 65535, 'other', '4SEM0007000007 µ', 1763805600000),
  (13, 1, 'gas', '7SEM0007000010', 1504509908000);
INSERT INTO device_event (id, device_id, kind, at, detail) VALUES
  (1, 1, 'appeared', 1763805600000, 'electricity device 1SEM0007000001 appeared'),
  (2, 2, 'appeared', 1763805180000, 'gas device 7SEM0007000002 appeared'),
  (3, 2, 'channel-1', 1763805180000, 'gas device 7SEM0007000002 is on channel 1'),
  (40, 3, 'channel-2', 1763805600000, 'water device 8SEM0007000003 is on channel 2'),
  (41, 9, 'appeared', 1763805601000, 'electricity device 1SEM0007000004 appeared'),
  (42, 13, 'channel-1', 1504509908000, 'gas device 7SEM0007000010 is on channel 1');
CALL move_raw_window(1763769600000, 1763942400000);
UPDATE raw_window SET day_zone = 'Europe/Brussels';
INSERT INTO reading (device_id, at, import_t1_wh, import_t2_wh, import_wh, export_t1_wh, export_t2_wh, export_wh, tariff, import_w, export_w, demand_w, voltage_l1_dv, voltage_l2_dv, voltage_l3_dv, current_l1_ca, current_l2_ca, current_l3_ca, import_l1_w, import_l2_w, import_l3_w, export_l1_w, export_l2_w, export_l3_w, gas_l, water_l) VALUES
  (1, 1763805600000, 6550417, 6605954, NULL, 345100, 120011, NULL, 1, 642, 0, 2351, 2347, 2351, 2339, 275, 0, 31, 642, 0, 0, 0, 0, 0, 6990193, 815162),
  (1, 1763805601000, 6550418, 6605954, NULL, 345100, 120011, NULL, 2, 0, 1500, 2352, 32767, -1, 0, 8388607, -1, 0, 0, 0, 0, 500, 500, 500, 6990193, 815162),
  (4, 1763805600000, 200000, 100000, NULL, NULL, NULL, NULL, NULL, NULL, 1500, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (9, 1763805601000, NULL, NULL, 25653, NULL, NULL, 40, NULL, 5, 0, NULL, 2330, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO mbus_reading (device_id, at, volume_l, heat_mj, energy_wh) VALUES
  (2, 1763805600000, 6990193, NULL, NULL),
  (10, 1763805600000, NULL, 12345, NULL),
  (11, 1763805600000, NULL, NULL, 42195);
INSERT INTO quarter_hour (device_id, quarter, first_at, last_at, first_import_t1_wh, last_import_t1_wh, first_import_t2_wh, last_import_t2_wh, first_import_wh, last_import_wh, first_export_t1_wh, last_export_t1_wh, first_export_t2_wh, last_export_t2_wh, first_export_wh, last_export_wh, first_volume_l, last_volume_l, first_heat_mj, last_heat_mj, max_import_w, max_export_w, min_voltage_l1_dv, max_voltage_l1_dv, min_voltage_l2_dv, max_voltage_l2_dv, min_voltage_l3_dv, max_voltage_l3_dv) VALUES
  (1, 1959784, 1763805600000, 1763806499000, 6550417, 6550507, 6605954, 6605954, NULL, NULL, 345100, 345100, 120011, 120011, NULL, NULL, NULL, NULL, NULL, NULL, 4842, 1500, 2339, 2351, 2338, 2352, 2337, 2353),
  (1, 1959785, 1763806500000, 1763807399000, 6550517, 6550607, 6605954, 6605954, NULL, NULL, 345100, 345100, 120012, 120012, NULL, NULL, NULL, NULL, NULL, NULL, 4842, 1500, 2339, 2351, 2338, 2352, 2337, 2353),
  (1, 1959786, 1763807400000, 1763808299000, 6550617, 6550707, 6605954, 6605954, NULL, NULL, 345100, 345100, 120013, 120013, NULL, NULL, NULL, NULL, NULL, NULL, 4842, 1500, 2339, 2351, 2338, 2352, 2337, 2353),
  (1, 1959787, 1763808300000, 1763809199000, 6550717, 6550807, 6605954, 6605954, NULL, NULL, 345100, 345100, 120014, 120014, NULL, NULL, NULL, NULL, NULL, NULL, 4842, 1500, 2339, 2351, 2338, 2352, 2337, 2353),
  (1, 1959788, 1763809200000, 1763810099000, 6550817, 6550907, 6605954, 6605954, NULL, NULL, 345100, 345100, 120015, 120015, NULL, NULL, NULL, NULL, NULL, NULL, 4842, 1500, 2339, 2351, 2338, 2352, 2337, 2353),
  (1, 1959789, 1763810100000, 1763810999000, 6550917, 6551007, 6605954, 6605954, NULL, NULL, 345100, 345100, 120016, 120016, NULL, NULL, NULL, NULL, NULL, NULL, 4842, 1500, 2339, 2351, 2338, 2352, 2337, 2353),
  (1, 1959790, 1763811000000, 1763811899000, 6551017, 6551107, 6605954, 6605954, NULL, NULL, 345100, 345100, 120017, 120017, NULL, NULL, NULL, NULL, NULL, NULL, 4842, 1500, 2339, 2351, 2338, 2352, 2337, 2353),
  (1, 1959791, 1763811900000, 1763812799000, 6551117, 6551207, 6605954, 6605954, NULL, NULL, 345100, 345100, 120018, 120018, NULL, NULL, NULL, NULL, NULL, NULL, 4842, 1500, 2339, 2351, 2338, 2352, 2337, 2353),
  (2, 1959783, 1763805180000, 1763805180000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 6990193, 6990193, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (2, 1959787, 1763808780000, 1763808780000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 6990233, 6990233, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (3, 1959784, 1763805612000, 1763805912000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 815162, 815163, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (4, 1959784, 1763805600000, 1763805601000, 200000, 200001, 100000, 100000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1500, NULL, NULL, NULL, NULL, NULL, NULL),
  (9, 1959784, 1763805601000, 1763805601000, NULL, NULL, NULL, NULL, 25653, 25653, NULL, NULL, NULL, NULL, 40, 40, NULL, NULL, NULL, NULL, 5, 0, 2330, 2330, NULL, NULL, NULL, NULL),
  (9, 1959788, 1763809201000, 1763809201000, NULL, NULL, NULL, NULL, 26053, 26053, NULL, NULL, NULL, NULL, 40, 40, NULL, NULL, NULL, NULL, 5, 0, 2330, 2330, NULL, NULL, NULL, NULL),
  (10, 1959784, 1763805600000, 1763805600000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 12345, 12345, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (11, 1959784, 1763805600000, 1763805600000, NULL, NULL, NULL, NULL, 42195, 42195, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (12, 1959784, 1763805600000, 1763805600000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 250, 1000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (13, 1671677, 1504509908000, 1504509908000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 110, 110, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO electricity_day (device_id, day, peak_w, peak_quarter, covered_s) VALUES
  (1, '2025-11-22', 400, 1959784, 7199),
  (9, '2025-11-22', NULL, NULL, 0);
INSERT INTO month_peak (device_id, month, running_w, running_at, final_w, final_at) VALUES
  (1, '2025-10-01', 3110, 1761442200000, 3110, 1761442200000),
  (1, '2025-11-01', 4329, 1762692300000, NULL, NULL),
  (9, '2025-11-01', NULL, NULL, 0, NULL);
INSERT INTO quarantine (id, meter_id, serial, at, cause, detail, event, restored_at) VALUES
  (1, 1, '1SEM0007000001', 1795339801000, 'register-falls', 'importT1Wh is 12345, but was 6550917', '{"version":1,"meter":"home","at":"2026-11-22T09:30:01Z","timeSource":"meter","receivedAt":"2026-11-22T09:30:01.399Z","identification":"FLU5\\\\SEM700001_A","dialect":"EMUCS_1_7","p1Version":"50217","crc":"valid","electricity":{"serial":"1SEM0007000001","tariff":1,"importT1Wh":12345,"importT2Wh":6605954,"exportT1Wh":345100,"exportT2Wh":120011,"importW":250,"exportW":0,"demandW":2351,"phases":[{"phase":1,"voltageDeciV":2347,"currentCentiA":275,"importW":250,"exportW":0},{"phase":2,"voltageDeciV":2351,"currentCentiA":0,"importW":0,"exportW":0},{"phase":3,"voltageDeciV":2339,"currentCentiA":31,"importW":0,"exportW":0}]},"monthPeaks":[{"month":"2026-09","peakW":5980,"at":"2026-09-05T16:15:00Z","closed":true},{"month":"2026-10","peakW":3110,"at":"2026-10-26T01:30:00Z","closed":true},{"month":"2026-11","peakW":4329,"at":"2026-11-09T12:45:00Z","closed":false}],"devices":[{"channel":1,"kind":"gas","serial":"7SEM0007000002","at":"2026-11-22T09:00:05Z","volumeLitre":6990233},{"channel":2,"kind":"water","serial":"8SEM0007000003","at":"2026-11-22T09:00:12Z","volumeLitre":815162}],"verdict":{"plausible":false,"findings":[{"serial":"1SEM0007000001","cause":"register-falls","detail":"importT1Wh is 12345 at 2026-11-22T09:30:01Z, but was 6550917 at 2026-11-22T09:30:00Z; a register never falls"}]},"unknown":[{"obis":"1-0:3.8.0","values":["000000.835*kvarh"]}]}', NULL),
  (2, 1, '', 1795426202000, 'clock-ahead', 'more than 15 minutes after the arrival', '{"version":1,"meter":"home","at":"2026-11-23T09:30:02Z","timeSource":"meter","receivedAt":"2026-11-22T09:30:02.407Z","identification":"FLU5\\\\SEM700001_A","dialect":"EMUCS_1_7","p1Version":"50217","crc":"valid","electricity":{"serial":"1SEM0007000001","tariff":1,"importT1Wh":6550918,"importT2Wh":6605954,"exportT1Wh":345100,"exportT2Wh":120011,"importW":250,"exportW":0,"demandW":2351,"phases":[{"phase":1,"voltageDeciV":2347,"currentCentiA":275,"importW":250,"exportW":0},{"phase":2,"voltageDeciV":2351,"currentCentiA":0,"importW":0,"exportW":0},{"phase":3,"voltageDeciV":2339,"currentCentiA":31,"importW":0,"exportW":0}]},"monthPeaks":[{"month":"2026-09","peakW":5980,"at":"2026-09-05T16:15:00Z","closed":true},{"month":"2026-10","peakW":3110,"at":"2026-10-26T01:30:00Z","closed":true},{"month":"2026-11","peakW":4329,"at":"2026-11-09T12:45:00Z","closed":false}],"devices":[{"channel":1,"kind":"gas","serial":"7SEM0007000002","at":"2026-11-23T09:00:05Z","volumeLitre":6990233},{"channel":2,"kind":"water","serial":"8SEM0007000003","at":"2026-11-23T09:00:12Z","volumeLitre":815162}],"verdict":{"plausible":false,"findings":[{"cause":"clock-ahead","detail":"the time is 2026-11-23T09:30:02Z, more than 15 minutes after the arrival at 2026-11-22T09:30:02.407Z"}]},"unknown":[{"obis":"1-0:3.8.0","values":["000000.835*kvarh"]}]}', 1795426300000),
  (300, 65535, '1SEM0007000004', 1763805600000, 'impossible-power', 'the power is 140000 W in', '{"version":1}', NULL);
