package energy.sem.display.font;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Single instructions, as chapter "The TrueType instruction set" of the OpenType specification describes them. */
class InterpreterTest {
    private static final int PUSHB1 = 0xB0;
    private static final int PUSHB2 = 0xB1;
    private static final int PUSHW1 = 0xB8;
    private static final int WS = 0x42;

    private Context context;
    private Interpreter interpreter;

    @BeforeEach
    void aFontOfSixteenPixels() {
        FontFile font = new Fonts().file(Weight.REGULAR);
        context = new Context(new Zone(8, new int[0]), new int[8], new int[64], new Size(16, 16, 2048));
        context.glyph = new Zone(8, new int[] {7});
        interpreter = new Interpreter(context, font, false);
    }

    private void run(int... program) {
        byte[] bytes = new byte[program.length];
        for (int i = 0; i < program.length; i++) {
            bytes[i] = (byte) program[i];
        }
        interpreter.run(bytes);
    }

    @ParameterizedTest(name = "{0}: {1} and {2} give {3}")
    @CsvSource({
        "0x60, 5, 3, 8",
        "0x61, 5, 3, 2",
        "0x62, 128, 64, 128",
        "0x63, 128, 32, 64",
        "0x50, 5, 3, 0",
        "0x52, 5, 3, 1",
        "0x54, 5, 5, 1",
        "0x5A, 1, 0, 0",
        "0x5B, 1, 0, 1",
        "0x8B, 5, 3, 5",
        "0x8C, 5, 3, 3",
    })
    void two_numbers_become_one(String opcode, int a, int b, int result) {
        // The result is stored in place 0.
        run(PUSHB1, 0, PUSHB2, a, b, Integer.decode(opcode), WS);
        assertThat(context.storage[0]).isEqualTo(result);
    }

    @ParameterizedTest(name = "rounding {0} of {1} gives {2}")
    @CsvSource({
        // RTG, RTHG, RTDG, RDTG, RUTG, ROFF: in 1/64 pixel
        "0x18, 31, 0",
        "0x18, 32, 64",
        "0x19, 10, 32",
        "0x3D, 17, 32",
        "0x7D, 63, 0",
        "0x7C, 1, 64",
        "0x7A, 31, 31",
    })
    void round_states(String state, int value, int rounded) {
        run(Integer.decode(state), PUSHB1, 0, PUSHB1, value, 0x68, WS);
        assertThat(context.storage[0]).isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({"-31, 0", "-33, -64", "-64, -64"})
    void negative_distances_are_rounded_like_positive_ones(int value, int rounded) {
        assertThat(Rounding.TO_GRID.of(value)).isEqualTo(rounded);
    }

    @Test
    void words_keep_their_sign() {
        run(PUSHB1, 0, PUSHW1, 0xFF, 0xFE, WS);
        assertThat(context.storage[0]).isEqualTo(-2);
    }

    @Test
    void a_branch_that_is_not_taken_is_skipped_with_what_lies_in_it() {
        // IF 0: (IF 1: store 9 EIF) ELSE store 7 EIF; the pushed 0x59 is data and no EIF
        run(PUSHB1, 0, 0x58, PUSHB1, 0x59, PUSHB1, 1, 0x58, PUSHB2, 0, 9, WS, 0x59, 0x1B, PUSHB2, 0, 7, WS, 0x59);
        assertThat(context.storage[0]).isEqualTo(7);
    }

    @Test
    void functions_are_called_as_often_as_asked() {
        // FDEF 2: storage[0] += 1; LOOPCALL 2 five times
        run(PUSHB1, 2, 0x2C, PUSHB2, 0, 0, 0x43, PUSHB1, 1, 0x60, WS, 0x2D, PUSHB2, 5, 2, 0x2A);
        assertThat(context.storage[0]).isEqualTo(5);
    }

    @Test
    void jumps_are_relative_to_the_jump() {
        // JMPR 4 goes past the next three bytes
        run(PUSHB1, 4, 0x1C, PUSHB2, 0, 9, PUSHB2, 0, 7, WS);
        assertThat(context.storage[0]).isEqualTo(7);
    }

    @Test
    void mdap_rounds_a_point_along_the_freedom_vector() {
        context.glyph.x[3] = 40;
        context.glyph.y[3] = 40;
        // SVTCA y, MDAP[round] 3
        run(0x00, PUSHB1, 3, 0x2F);
        assertThat(context.glyph.y[3]).isEqualTo(64);
        assertThat(context.glyph.x[3]).isEqualTo(40);
        assertThat(context.glyph.touched[3]).isEqualTo(Zone.TOUCHED_Y);
    }

    @Test
    void miap_takes_the_control_value_unless_it_is_too_far_off() {
        context.cvt[1] = 130;
        context.glyph.y[2] = 100;
        context.glyph.y[4] = 300;
        run(0x00, PUSHB2, 2, 1, 0x3F, PUSHB2, 4, 1, 0x3F);
        assertThat(context.glyph.y[2]).isEqualTo(128);
        assertThat(context.glyph.y[4]).isEqualTo(320);
    }

    @Test
    void iup_moves_untouched_points_between_their_neighbours() {
        int[] y = {0, 0, 100, 200, 200, 200, 100, 0};
        for (int i = 0; i < 8; i++) {
            context.glyph.unscaledY[i] = y[i];
            context.glyph.y[i] = y[i];
        }
        context.glyph.settle();
        // Point 0 stays at 0; point 3 goes to 256; IUP[y]
        run(0x00, PUSHB1, 0, 0x2F, PUSHB1, 3, PUSHW1, 1, 0, 0x48, 0x30);
        assertThat(context.glyph.y).containsExactly(0, 0, 128, 256, 256, 256, 128, 0);
    }

    @Test
    void deltap_moves_a_point_at_one_size_only() {
        // DELTAP1 with base 9: 0x7F is size 16, +8/8 pixel; 0x8F is size 17
        run(0x00, 0x40, 3, 0x7F, 5, 1, 0x5D, 0x40, 3, 0x8F, 6, 1, 0x5D);
        assertThat(context.glyph.y[5]).isEqualTo(64);
        assertThat(context.glyph.y[6]).isZero();
    }

    @Test
    void an_instruction_that_does_not_exist_and_a_program_without_end_are_refused() {
        assertThatThrownBy(() -> run(0x28))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0x28");
        // JMPR −3 goes back to its own push
        assertThatThrownBy(() -> run(PUSHW1, 0xFF, 0xFD, 0x1C))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not end");
    }
}
