package energy.sem.display.font;

/**
 * Runs TrueType programs: the stack, arithmetic and the flow of control are here, everything about points in
 * {@link Moves}, {@link Shifts} and {@link Interpolation}, everything about the graphics state in {@link Settings}.
 *
 * <p>An instruction that does not exist, a stack that runs out or a program that does not end is an exception: the fonts
 * are fixed parts of the product, so it could only be a mistake here.
 */
final class Interpreter {
    /** DejaVu's longest program takes a few thousand steps. */
    private static final int MOST_STEPS = 1_000_000;

    private static final int FDEF = 0x2C;
    private static final int ENDF = 0x2D;
    private static final int ELSE = 0x1B;
    private static final int IF = 0x58;
    private static final int EIF = 0x59;

    private static final class Function {
        private final byte[] code;
        private final int start;

        Function(byte[] code, int start) {
            this.code = code;
            this.start = start;
        }
    }

    private final Context c;
    private final Stack stack;
    private final Function[] functions;
    private final Settings settings;
    private final Moves moves;
    private final Shifts shifts;
    private final Interpolation interpolation;

    private byte[] code = new byte[0];
    private int at;
    private int steps;

    Interpreter(Context context, FontFile font, boolean grey) {
        c = context;
        stack = new Stack(font.limit(24) + 32);
        functions = new Function[font.limit(20) + 64];
        settings = new Settings(context, stack, grey);
        moves = new Moves(context, stack);
        shifts = new Shifts(context, stack);
        interpolation = new Interpolation(context, stack);
    }

    /** Runs a program from its beginning with an empty stack. */
    void run(byte[] program) {
        stack.clear();
        steps = 0;
        execute(program, 0);
    }

    private void execute(byte[] program, int start) {
        byte[] callersCode = code;
        int callersPlace = at;
        code = program;
        at = start;
        while (at < code.length) {
            if (++steps > MOST_STEPS) {
                throw new IllegalStateException("a font's program does not end");
            }
            int opcode = code[at++] & 0xff;
            if (opcode == ENDF) {
                break;
            }
            instruction(opcode);
        }
        code = callersCode;
        at = callersPlace;
    }

    private void instruction(int opcode) {
        if (opcode >= 0xE0) {
            moves.controlDistance(opcode);
        } else if (opcode >= 0xC0) {
            moves.keepDistance(opcode);
        } else if (opcode >= 0xB8) {
            pushWords(opcode - 0xB8 + 1);
        } else if (opcode >= 0xB0) {
            pushBytes(opcode - 0xB0 + 1);
        } else if (!flow(opcode) && !arithmetic(opcode) && !points(opcode) && !settings.instruction(opcode)) {
            throw new IllegalStateException("there is no instruction 0x" + Integer.toHexString(opcode));
        }
    }

    private void pushBytes(int count) {
        for (int i = 0; i < count; i++) {
            stack.push(code[at++] & 0xff);
        }
    }

    private void pushWords(int count) {
        for (int i = 0; i < count; i++) {
            stack.push((short) ((code[at] << 8) | (code[at + 1] & 0xff)));
            at += 2;
        }
    }

    private boolean flow(int opcode) {
        switch (opcode) {
            case 0x40 -> pushBytes(code[at++] & 0xff);
            case 0x41 -> pushWords(code[at++] & 0xff);
            case IF -> {
                if (stack.pop() == 0) {
                    skipBranch(true);
                }
            }
            case ELSE -> skipBranch(false);
            case EIF -> {
                // The end of a branch that was taken: nothing to do.
            }
            case 0x1C -> at += stack.pop() - 1;
            case 0x78, 0x79 -> {
                boolean condition = stack.pop() != 0;
                int distance = stack.pop();
                at += condition == (opcode == 0x78) ? distance - 1 : 0;
            }
            case FDEF -> {
                functions[stack.pop()] = new Function(code, at);
                while ((code[at] & 0xff) != ENDF) {
                    skip();
                }
                at++;
            }
            case 0x2B -> call(stack.pop(), 1);
            case 0x2A -> {
                int function = stack.pop();
                call(function, stack.pop());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void call(int number, int times) {
        Function function = functions[number];
        for (int i = 0; i < times; i++) {
            execute(function.code, function.start);
        }
    }

    /** Goes past one instruction with its data. */
    private void skip() {
        int opcode = code[at++] & 0xff;
        if (opcode == 0x40) {
            at += 1 + (code[at] & 0xff);
        } else if (opcode == 0x41) {
            at += 1 + 2 * (code[at] & 0xff);
        } else if (opcode >= 0xB0 && opcode <= 0xB7) {
            at += opcode - 0xB0 + 1;
        } else if (opcode >= 0xB8 && opcode <= 0xBF) {
            at += 2 * (opcode - 0xB8 + 1);
        }
    }

    /** Goes past the EIF that belongs to this branch, or past its ELSE if that counts. */
    private void skipBranch(boolean toElse) {
        for (int depth = 1; depth > 0; ) {
            int opcode = code[at] & 0xff;
            skip();
            if (opcode == IF) {
                depth++;
            } else if (opcode == EIF || (opcode == ELSE && depth == 1 && toElse)) {
                depth--;
            }
        }
    }

    private boolean arithmetic(int opcode) {
        switch (opcode) {
            case 0x20 -> stack.push(stack.peek(1));
            case 0x21 -> stack.pop();
            case 0x22 -> stack.clear();
            case 0x23 -> stack.raise(2);
            case 0x24 -> stack.push(stack.depth());
            case 0x25 -> stack.push(stack.peek(stack.pop()));
            case 0x26 -> stack.raise(stack.pop());
            case 0x8A -> stack.raise(3);
            case 0x42 -> {
                int value = stack.pop();
                c.storage[stack.pop()] = value;
            }
            case 0x43 -> stack.push(c.storage[stack.pop()]);
            case 0x44, 0x70 -> {
                int value = stack.pop();
                if (opcode == 0x44) {
                    c.controlValue(stack.pop(), value);
                } else {
                    c.cvt[stack.pop()] = Fixed.mulFix(value, c.size.largestScale());
                }
            }
            case 0x45 -> stack.push(c.controlValue(stack.pop()));
            case 0x56 -> stack.push((c.round(stack.pop()) & 127) == 64);
            case 0x57 -> stack.push((c.round(stack.pop()) & 127) == 0);
            case 0x5C -> stack.push(stack.pop() == 0);
            case 0x64 -> stack.push(Math.abs(stack.pop()));
            case 0x65 -> stack.push(-stack.pop());
            case 0x66 -> stack.push(Fixed.floor(stack.pop()));
            case 0x67 -> stack.push(Fixed.ceil(stack.pop()));
            case 0x68, 0x69, 0x6A, 0x6B -> stack.push(c.round(stack.pop()));
            case 0x6C, 0x6D, 0x6E, 0x6F -> {
                // NROUND compensates for the engine only, and there is nothing to compensate for.
            }
            default -> {
                return twoOperands(opcode);
            }
        }
        return true;
    }

    private boolean twoOperands(int opcode) {
        boolean known = (opcode >= 0x50 && opcode <= 0x55)
                || opcode == 0x5A
                || opcode == 0x5B
                || (opcode >= 0x60 && opcode <= 0x63)
                || opcode == 0x8B
                || opcode == 0x8C;
        if (!known) {
            return false;
        }
        int b = stack.pop();
        int a = stack.pop();
        switch (opcode) {
            case 0x50 -> stack.push(a < b);
            case 0x51 -> stack.push(a <= b);
            case 0x52 -> stack.push(a > b);
            case 0x53 -> stack.push(a >= b);
            case 0x54 -> stack.push(a == b);
            case 0x55 -> stack.push(a != b);
            case 0x5A -> stack.push(a != 0 && b != 0);
            case 0x5B -> stack.push(a != 0 || b != 0);
            case 0x60 -> stack.push(a + b);
            case 0x61 -> stack.push(a - b);
            case 0x62 -> stack.push((int) ((long) a * 64 / b));
            case 0x63 -> stack.push(Fixed.mulDiv(a, b, 64));
            case 0x8B -> stack.push(Math.max(a, b));
            default -> stack.push(Math.min(a, b));
        }
        return true;
    }

    private boolean points(int opcode) {
        boolean flag = (opcode & 1) != 0;
        switch (opcode) {
            case 0x0F -> moves.intersect();
            case 0x27 -> moves.alignPoints();
            case 0x29 -> shifts.untouch();
            case 0x2E, 0x2F -> moves.touch(flag);
            case 0x30, 0x31 -> interpolation.untouched(flag);
            case 0x32, 0x33 -> shifts.points(flag);
            case 0x34, 0x35 -> shifts.contour(flag);
            case 0x36, 0x37 -> shifts.zone(flag);
            case 0x38 -> shifts.byPixels();
            case 0x39 -> interpolation.betweenReferences();
            case 0x3A, 0x3B -> moves.stackDistance(flag);
            case 0x3C -> moves.alignToReference();
            case 0x3E, 0x3F -> moves.toControlValue(flag);
            case 0x46, 0x47 -> moves.coordinate(flag);
            case 0x48 -> moves.toCoordinate();
            case 0x49, 0x4A -> moves.distance(flag);
            case 0x5D -> shifts.deltaPoints(0);
            case 0x71 -> shifts.deltaPoints(16);
            case 0x72 -> shifts.deltaPoints(32);
            case 0x73 -> shifts.deltaControlValues(0);
            case 0x74 -> shifts.deltaControlValues(16);
            case 0x75 -> shifts.deltaControlValues(32);
            case 0x80 -> shifts.flipPoints();
            case 0x81 -> shifts.flipRange(true);
            case 0x82 -> shifts.flipRange(false);
            default -> {
                return false;
            }
        }
        return true;
    }
}
