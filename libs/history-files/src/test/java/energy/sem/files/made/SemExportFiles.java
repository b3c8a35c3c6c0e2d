package energy.sem.files.made;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import energy.sem.p1.Register;

/** SEM's own export: a zip with a manifest. */
public final class SemExportFiles {
    private static final Register[] METER = {
        Register.IMPORT_T1_WH, Register.IMPORT_T2_WH, Register.EXPORT_T1_WH, Register.EXPORT_T2_WH
    };

    private SemExportFiles() {}

    /** The zip: a quarter hour's first reading is at its edge, its last 10 s before the next. */
    public static byte[] zip(Household household) throws IOException {
        return zip(files(household), "1");
    }

    /** The files of the zip by name, without the manifest. */
    public static Map<String, String> files(Household household) {
        StringBuilder quarters = new StringBuilder("device,from,wall_time,first_at,last_at");
        for (Register register : Register.values()) {
            if (register == Register.VOLUME_L || java.util.Arrays.asList(METER).contains(register)) {
                quarters.append(",first_")
                        .append(register.jsonName())
                        .append(",last_")
                        .append(register.jsonName());
            }
        }
        quarters.append(",max_import_w,max_export_w,min_voltage_l1_dv,max_voltage_l1_dv\r\n");
        for (int q = 0; q < household.quarters(); q++) {
            Instant from = household.edge(q);
            quarters.append("1,").append(times(household, from, from.plusSeconds(890)));
            for (Register register : METER) {
                quarters.append(',')
                        .append(household.at(register, q))
                        .append(',')
                        .append(household.at(register, from.plusSeconds(890)));
            }
            quarters.append(",,,")
                    .append(4 * household.in(Register.IMPORT_T1_WH, q))
                    .append(",0,2299,2351\r\n");
            quarters.append("2,").append(times(household, from, from)).append(",,,,,,,,,");
            quarters.append(household.at(Register.VOLUME_L, q)).append(',').append(household.at(Register.VOLUME_L, q));
            quarters.append(",,,,\r\n");
        }
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "devices.csv",
                "device,kind,serial,first_at\r\n1,electricity,1SEM0000000001," + household.edge(0)
                        + "\r\n2,gas,7SEM0000000001," + household.edge(0) + "\r\n");
        files.put("quarter_hours.csv", quarters.toString());
        files.put("days.csv", "device,day\r\n");
        files.put(
                "month_peaks.csv",
                "device,month,running_w,running_at,final_w,final_at\r\n1,2025-01,4000,2025-01-09T17:15:00Z,4100,2025-01-09T17:15:00Z\r\n1,2025-02,3000,2025-02-09T17:15:00Z,,\r\n");
        files.put(
                "events.csv",
                """
                at,serial,kind,number,value,text,seconds
                2025-01-09T17:15:00Z,1SEM0000000001,power-failure,0,,,312
                2025-01-10T08:00:00Z,1SEM0000000001,sags,2,4,,
                2025-01-10T09:00:00Z,7SEM0000000001,valve,0,,'-1,
                """
                        .replace("\n", "\r\n"));
        return files;
    }

    private static String times(Household household, Instant first, Instant last) {
        return first + "," + first.atZone(household.zone()).toLocalDateTime() + "," + first + "," + last;
    }

    /** The zip of these files with their manifest. */
    public static byte[] zip(Map<String, String> files, String version) throws IOException {
        String listed = files.entrySet().stream()
                .map(file -> "{\"name\":\"" + file.getKey() + "\",\"rows\":"
                        + (file.getValue().lines().count() - 1) + ",\"sha256\":\"" + sha256(file.getValue()) + "\"}")
                .collect(Collectors.joining(","));
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "manifest.json",
                "{\"format\":\"sem-export\",\"version\":" + version
                        + ",\"zone\":\"Europe/Brussels\",\"meter\":\"main\",\"files\":[" + listed + "]}");
        all.putAll(files);
        all.put("README.txt", "What is in here.\n");
        return zipOf(all);
    }

    /** A zip with these members. */
    public static byte[] zipOf(Map<String, String> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
