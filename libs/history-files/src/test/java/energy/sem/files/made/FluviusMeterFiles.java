package energy.sem.files.made;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import energy.sem.p1.Register;

/** The first SEM's table as mariadb-dump writes it: a row a minute, the firmware's swapped export, -1 where there is nothing. */
public final class FluviusMeterFiles {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int ROWS_A_STATEMENT = 500;

    private FluviusMeterFiles() {}

    /**
     * The dump.
     *
     * @param type {@code timestamp} or {@code datetime}
     * @param clock in which the times stand; UTC for timestamps
     */
    public static String dump(Household household, String type, ZoneId clock) {
        StringBuilder text = new StringBuilder("/*M!999999\\- enable the sandbox mode */ \n"
                + "-- MariaDB dump 10.19  Distrib 10.11.6-MariaDB, for debian-linux-gnu (x86_64)\n--\n"
                + "-- Host: localhost    Database: IOT\n-- ------------------------------------------------------\n\n"
                + "/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;\n/*!40103 SET TIME_ZONE='+00:00' */;\n\n"
                + "DROP TABLE IF EXISTS `Notes`;\nCREATE TABLE `Notes` (\n  `id` int(11) NOT NULL,\n  `text` text DEFAULT 'a;b',\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB;\n"
                + "INSERT INTO `Notes` VALUES (1,'it\\'s; a \"note\"\\n(with, brackets)'),(2,'INSERT INTO `FluviusMeter` VALUES (1);');\n\n"
                + "DROP TABLE IF EXISTS `FluviusMeter`;\n/*!40101 SET @saved_cs_client     = @@character_set_client */;\n"
                + "CREATE TABLE `FluviusMeter` (\n  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,\n  `reading_time` "
                + type
                + " NOT NULL DEFAULT current_timestamp(),\n  `UL1` float DEFAULT NULL,\n  `Pcl` double(10,3) DEFAULT NULL,\n  `Pch` double DEFAULT NULL,\n"
                + "  `Ppl` double DEFAULT NULL,\n  `Pph` double DEFAULT NULL,\n  `Pc` float DEFAULT NULL,\n  `Pp` float DEFAULT NULL,\n  `Vg` float DEFAULT NULL,\n  `Vw` float DEFAULT NULL,\n"
                + "  PRIMARY KEY (`id`),\n  KEY `time` (`reading_time`)\n) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4;\n\n"
                + "LOCK TABLES `FluviusMeter` WRITE;\n/*!40000 ALTER TABLE `FluviusMeter` DISABLE KEYS */;\n");
        int row = 0;
        Instant end = household.edge(household.quarters());
        for (Instant at = household.edge(0); at.isBefore(end); at = at.plusSeconds(60)) {
            text.append(
                    row % ROWS_A_STATEMENT == 0 ? (row == 0 ? "" : ";\n") + "INSERT INTO `FluviusMeter` VALUES " : ",");
            text.append('(')
                    .append(++row)
                    .append(",'")
                    .append(TIME.format(at.atZone(clock)))
                    .append("',230.1");
            for (Register register : new Register[] {
                Register.IMPORT_T2_WH, Register.IMPORT_T1_WH, Register.EXPORT_T1_WH, Register.EXPORT_T2_WH
            }) {
                text.append(',').append(Household.decimal(household.at(register, at), '.'));
            }
            text.append(",0.123,-1,")
                    .append(Household.decimal(household.at(Register.VOLUME_L, at), '.'))
                    .append(",-1)");
        }
        return text.append(
                        ";\n/*!40000 ALTER TABLE `FluviusMeter` ENABLE KEYS */;\nUNLOCK TABLES;\n\n-- Dump completed on 2026-01-01 12:00:00\n")
                .toString();
    }
}
