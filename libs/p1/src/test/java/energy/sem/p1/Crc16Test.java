package energy.sem.p1;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class Crc16Test {

    @Test
    void the_catalogue_check_value_of_crc_16_arc_is_BB3D() {
        assertThat(Crc16.of(Samples.bytes("123456789"), 0, 9)).isEqualTo(0xBB3D);
    }

    @Property
    void eight_bytes_a_step_gives_what_one_bit_a_step_gives(@ForAll byte[] bytes, @ForAll byte offset) {
        int from = bytes.length == 0 ? 0 : Math.floorMod(offset, bytes.length);
        assertThat(Crc16.of(bytes, from, bytes.length - from)).isEqualTo(bitByBit(bytes, from));
    }

    private static int bitByBit(byte[] bytes, int from) {
        int crc = 0;
        for (int i = from; i < bytes.length; i++) {
            crc ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xA001 : crc >> 1;
            }
        }
        return crc;
    }
}
