package energy.sem.local;

import java.nio.file.Path;

import energy.sem.local.mariadb.DatabaseUser;

/**
 * Runs Kafka and MariaDB until Ctrl-C, for work by hand: {@code RunLocalServices [folder [kafkaPort mariaDbPort]]}. The
 * passwords it prints are those of this data folder.
 */
public final class RunLocalServices {

    private RunLocalServices() {}

    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args.length > 0 ? args[0] : ".sem/local");
        int kafkaPort = args.length > 2 ? Integer.parseInt(args[1]) : 0;
        int mariaDbPort = args.length > 2 ? Integer.parseInt(args[2]) : 0;
        try {
            LocalServices services =
                    LocalServices.start(folder, kafkaPort, mariaDbPort).closeAtExit();
            System.out.println("Kafka    " + services.kafka().bootstrapServers());
            System.out.println("MariaDB  " + services.mariaDb().jdbcUrl());
            for (DatabaseUser user : DatabaseUser.values()) {
                System.out.println(
                        "         " + user.userName() + " " + services.mariaDb().password(user));
            }
            System.out.println("Ctrl-C stops both; the data stay in " + folder.toAbsolutePath());
            Thread.currentThread().join();
        } catch (LocalServiceException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
