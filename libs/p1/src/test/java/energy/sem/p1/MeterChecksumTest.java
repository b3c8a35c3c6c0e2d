package energy.sem.p1;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which checksum is believed of a meter, after which telegrams. */
class MeterChecksumTest {

    private static final int SEED = 26;

    private final MeterChecksum checksum = new MeterChecksum();
    private final Heard heard = new Heard(checksum);

    @ParameterizedTest
    @CsvSource({
        "ARC, BB3D",
        "X_25, 906E",
        "KERMIT, 2189",
        "MODBUS, 4B37",
        "IBM_3740, 29B1",
        "XMODEM, 31C3",
        "EN_13757, C2B7",
    })
    void each_checksum_has_the_check_value_of_the_catalogue(Checksum each, String value) {
        assertThat(each.of(Samples.bytes("123456789"), 0, 9)).isEqualTo(Integer.parseInt(value, 16));
    }

    /** One letter a telegram: A has CRC-16/ARC, X X-25, K KERMIT, Z zeros, D none at all; an upper-case one is read. */
    @ParameterizedTest
    @CsvSource({
        "AAAA, ARC",
        "XXXX, X_25",
        // On probation: the first telegram with the standard's checksum ends it.
        "XA, ARC",
        "XXAxxXX, X_25",
        // Lasting: one telegram with the standard's checksum is chance.
        "XXXaX, X_25",
        "XXXaaAA, ARC",
        "Axx, ARC",
        "AxxX, X_25",
        "AxdxxX, X_25",
        "AxxAxx, ARC",
        "dxxX, X_25",
        "kkK, KERMIT",
        "AkkKK, KERMIT",
        "Akxkxkx, ARC",
        "AxxkkK, KERMIT",
        "zzZZ, ZEROS",
        "zzZZA, ARC",
        "Azzzz, ARC",
        "Xzzzz, X_25",
    })
    void another_checksum_is_believed_when_different_telegrams_in_a_row_have_it(String telegrams, Checksum believed) {
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < telegrams.length(); i++) {
            char each = Character.toUpperCase(telegrams.charAt(i));
            int before = heard.telegrams.size();
            heard.reader.feed(oldMeter(i, each));
            read.append(heard.telegrams.size() > before ? each : Character.toLowerCase(each));
        }
        assertThat(read).hasToString(telegrams);
        assertThat(checksum.believed()).contains(believed);
    }

    @Test
    void the_same_telegram_sent_again_and_again_shows_nothing() {
        heard.reader.feed(oldMeter(0, 'A'));
        for (int i = 0; i < 10; i++) {
            heard.reader.feed(oldMeter(1, 'X'));
        }
        assertThat(heard.telegrams).hasSize(1);
        assertThat(checksum.believed()).contains(Checksum.ARC);
    }

    @Test
    void a_telegram_read_by_its_meters_own_checksum_says_so() {
        heard.reader.feed(oldMeter(0, 'X'));
        assertThat(heard.telegrams.get(0).crc()).isEqualTo(CrcState.OTHER);
        assertThat(heard.telegrams.get(0).registers().get(Register.IMPORT_T1_WH))
                .isEqualTo(0);
    }

    @Test
    void zeros_are_no_checksum_and_a_telegram_that_names_a_version_has_one() {
        heard.reader.feed(oldMeter(0, 'Z'));
        heard.reader.feed(oldMeter(1, 'Z'));
        heard.reader.feed(oldMeter(2, 'Z'));
        assertThat(heard.telegrams).singleElement().returns(CrcState.ABSENT, Telegram::crc);
        Heard belgian = new Heard();
        for (int i = 0; i < 9; i++) {
            String body = Samples.text(Samples.belgianWith("1-0:1.8.1(00000" + i + ".000*kWh)"));
            belgian.reader.feed(Samples.bytes(body.substring(0, body.indexOf('!') + 1) + "0000\r\n"));
        }
        assertThat(belgian.telegrams).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(LineEndsSpoiled.class)
    void line_ends_are_restored_whatever_the_checksum(LineEndsSpoiled spoiled) {
        heard.reader.feed(Samples.bytes(spoiled.of(Samples.text(oldMeter(1, 'X')))));
        assertThat(heard.telegrams).singleElement().satisfies(t -> {
            assertThat(t.repaired()).isTrue();
            assertThat(t.crc()).isEqualTo(CrcState.OTHER);
        });
    }

    enum LineEndsSpoiled {
        CR_DROPPED,
        CR_MADE_LF;

        String of(String text) {
            return this == CR_DROPPED ? text.replace("\r", "") : text.replace('\r', '\n');
        }
    }

    @Test
    void a_header_with_a_second_slash_is_no_second_telegram_while_its_checksum_is_being_learned() {
        heard.reader.feed(oldMeter(0, 'A'));
        for (int i = 1; i < 4; i++) {
            heard.reader.feed(with("/SEM5/SLASHED", i, Checksum.X_25));
        }
        assertThat(heard.causes()).containsExactly(RejectCause.CRC, RejectCause.CRC);
        assertThat(heard.rejected.get(0).detail()).contains("CRC-16/X-25", "CRC-16/ARC", "3 different telegrams");
        assertThat(heard.telegrams).hasSize(2);
    }

    @Test
    void only_a_whole_telegram_can_have_another_checksum() {
        String damaged = "/SEM5\\OLD\r\n\r\n1-0:1.8.1(0001.000*kWh)\r\n1-0:1.8\0.2(0002.000*kWh)\r\n!";
        for (int i = 0; i < 9; i++) {
            heard.reader.feed(withChecksum(damaged.replace("2.000", i + ".000"), Checksum.X_25));
        }
        assertThat(heard.telegrams).isEmpty();
        assertThat(heard.rejected).noneMatch(RejectedFrame::isWhole);
    }

    @Test
    void a_telegram_that_only_its_checksum_speaks_against_is_rejected_as_whole() {
        heard.reader.feed(oldMeter(0, 'D'));
        assertThat(heard.rejected).singleElement().returns(true, RejectedFrame::isWhole);
    }

    /** Whatever chance makes of other checksums, those that are damaged are not believed: no three are in a row. */
    @Property(tries = 300)
    void a_meter_of_the_standard_has_no_telegram_with_another_checksum_believed(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 6) Integer> kinds) {
        MeterChecksum of = new MeterChecksum();
        Heard hears = new Heard(of);
        hears.reader.feed(oldMeter(0, 'A'));
        List<Integer> good = new ArrayList<>();
        int run = 0;
        for (int i = 0; i < kinds.size(); i++) {
            // Two of seven pass another checksum by chance; a third one in a row would be a meter's.
            char kind = kinds.get(i) > 4 && run < 2 ? 'X' : kinds.get(i) > 2 ? 'D' : 'A';
            run = kind == 'X' ? run + 1 : 0;
            hears.reader.feed(oldMeter(i + 1, kind));
            if (kind == 'A') {
                good.add(i + 1);
            }
        }
        assertThat(hears.telegrams).hasSize(good.size() + 1);
        assertThat(of.believed()).contains(Checksum.ARC);
    }

    /**
     * How likely it is that a damaged telegram is believed: once in 65 536, as with the standard's checksum alone,
     * although seven are known. Of 2^18 damaged ones that are four; more than 18 would come in one run of a million.
     */
    @ParameterizedTest
    @EnumSource(names = {"ARC", "X_25"})
    void a_damaged_telegram_is_believed_no_more_often_than_one_checksum_lets_it(Checksum meters) {
        for (int i = 0; i < MeterChecksum.IN_A_ROW; i++) {
            heard.reader.feed(with("/SEM5\\OLD", i, meters));
        }
        assertThat(heard.telegrams).hasSize(MeterChecksum.IN_A_ROW);
        Random random = new Random(SEED);
        byte[] telegram = with("/SEM5\\OLD", 77, meters);
        int digits = Samples.text(telegram).indexOf("(000");
        int[] believed = {0};
        Framer framer = new Framer(
                new FrameListener() {
                    @Override
                    public void frame(Frame frame) {
                        believed[0]++;
                    }

                    @Override
                    public void rejected(RejectedFrame rejected) {
                        assertThat(rejected.isWhole()).isTrue();
                    }
                },
                checksum);
        for (int i = 0; i < 1 << 18; i++) {
            byte[] damaged = telegram.clone();
            for (int k = 1; k < 10; k++) {
                damaged[digits + k] = (byte) ('0' + random.nextInt(10));
            }
            framer.feed(damaged);
        }
        assertThat(believed[0]).isBetween(1, 18);
        assertThat(checksum.believed()).contains(meters);
    }

    private static byte[] oldMeter(int number, char kind) {
        return switch (kind) {
            case 'A' -> with("/SEM5\\OLD", number, Checksum.ARC);
            case 'X' -> with("/SEM5\\OLD", number, Checksum.X_25);
            case 'K' -> with("/SEM5\\OLD", number, Checksum.KERMIT);
            case 'Z' -> withoutChecksum("/SEM5\\OLD", number, "0000");
            default -> withoutChecksum("/SEM5\\OLD", number, "BAD1");
        };
    }

    private static byte[] with(String header, int number, Checksum checksum) {
        return withChecksum(text(header, number), checksum);
    }

    private static byte[] withChecksum(String text, Checksum checksum) {
        byte[] body = Samples.bytes(text);
        return Samples.bytes(text + String.format("%04X\r\n", checksum.of(body, 0, body.length)));
    }

    private static byte[] withoutChecksum(String header, int number, String instead) {
        return Samples.bytes(text(header, number) + instead + "\r\n");
    }

    private static String text(String header, int number) {
        return header + "\r\n\r\n1-0:1.8.1(" + String.format("%06d", number) + ".000*kWh)\r\n!";
    }
}
