package energy.sem.display.font;

/** Instructions that set or ask the graphics state: vectors, references, zones, rounding, cut-ins and modes. */
final class Settings {
    private final Context c;
    private final Stack stack;
    private final boolean grey;

    Settings(Context context, Stack stack, boolean grey) {
        this.c = context;
        this.stack = stack;
        this.grey = grey;
    }

    /** Runs the instruction if it is one of these. */
    boolean instruction(int opcode) {
        return vector(opcode) || rounding(opcode) || variable(opcode) || mode(opcode);
    }

    private boolean vector(int opcode) {
        GraphicsState state = c.state;
        int x = (opcode & 1) != 0 ? Fixed.UNIT : 0;
        int y = Fixed.UNIT - x;
        switch (opcode) {
            case 0x00, 0x01 -> state.vectors(x, y);
            case 0x02, 0x03 -> state.projection(x, y);
            case 0x04, 0x05 -> freedom(x, y);
            case 0x06, 0x07 -> {
                long v = line(false, opcode);
                state.projection((int) (v >> 32), (int) v);
            }
            case 0x08, 0x09 -> {
                long v = line(false, opcode);
                freedom((int) (v >> 32), (int) v);
            }
            case 0x86, 0x87 -> {
                int second = stack.pop();
                int first = stack.pop();
                stack.push(first);
                stack.push(second);
                long dual = line(true, opcode);
                stack.push(first);
                stack.push(second);
                long v = line(false, opcode);
                state.projection((int) (v >> 32), (int) v);
                state.dualX = (int) (dual >> 32);
                state.dualY = (int) dual;
            }
            case 0x0A, 0x0B -> {
                int vy = (short) stack.pop();
                long v = Fixed.unitVector((short) stack.pop(), vy);
                if (opcode == 0x0A) {
                    state.projection((int) (v >> 32), (int) v);
                } else {
                    freedom((int) (v >> 32), (int) v);
                }
            }
            case 0x0C -> push(state.projectionX, state.projectionY);
            case 0x0D -> push(state.freedomX, state.freedomY);
            case 0x0E -> freedom(state.projectionX, state.projectionY);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void freedom(int x, int y) {
        c.state.freedomX = x;
        c.state.freedomY = y;
    }

    private void push(int x, int y) {
        stack.push(x);
        stack.push(y);
    }

    /** The direction of the line from a point of zp2 to one of zp1, turned to the left by 90 degrees for odd opcodes. */
    private long line(boolean original, int opcode) {
        int from = stack.pop();
        int to = stack.pop();
        Zone zp1 = c.zp1();
        Zone zp2 = c.zp2();
        int dx = original ? zp1.originalX[to] - zp2.originalX[from] : zp1.x[to] - zp2.x[from];
        int dy = original ? zp1.originalY[to] - zp2.originalY[from] : zp1.y[to] - zp2.y[from];
        boolean turn = (opcode & 1) != 0 && (dx != 0 || dy != 0);
        return turn ? Fixed.unitVector(-dy, dx) : Fixed.unitVector(dx, dy);
    }

    private boolean rounding(int opcode) {
        GraphicsState state = c.state;
        switch (opcode) {
            case 0x18 -> state.rounding = Rounding.TO_GRID;
            case 0x19 -> state.rounding = Rounding.TO_HALF_GRID;
            case 0x3D -> state.rounding = Rounding.TO_DOUBLE_GRID;
            case 0x76 -> state.rounding = Rounding.custom(0x4000, stack.pop());
            case 0x77 -> state.rounding = Rounding.custom(0x2D41, stack.pop());
            case 0x7A -> state.rounding = Rounding.OFF;
            case 0x7C -> state.rounding = Rounding.UP;
            case 0x7D -> state.rounding = Rounding.DOWN;
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean variable(int opcode) {
        GraphicsState state = c.state;
        switch (opcode) {
            case 0x10 -> state.rp0 = stack.pop();
            case 0x11 -> state.rp1 = stack.pop();
            case 0x12 -> state.rp2 = stack.pop();
            case 0x13 -> state.zp0 = stack.pop();
            case 0x14 -> state.zp1 = stack.pop();
            case 0x15 -> state.zp2 = stack.pop();
            case 0x16 -> {
                state.zp0 = stack.pop();
                state.zp1 = state.zp0;
                state.zp2 = state.zp0;
            }
            case 0x17 -> state.loop = stack.pop();
            case 0x1A -> state.minimumDistance = stack.pop();
            case 0x1D -> state.controlValueCutIn = stack.pop();
            case 0x1E -> state.singleWidthCutIn = stack.pop();
            case 0x1F -> state.singleWidth = Fixed.mulFix(stack.pop(), c.size.largestScale());
            case 0x4D -> state.autoFlip = true;
            case 0x4E -> state.autoFlip = false;
            case 0x5E -> state.deltaBase = stack.pop();
            case 0x5F -> state.deltaShift = stack.pop();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean mode(int opcode) {
        GraphicsState state = c.state;
        switch (opcode) {
            case 0x4B, 0x4C -> stack.push(c.ppem());
            case 0x7E, 0x7F -> stack.pop();
            case 0x85 -> dropOut(stack.pop());
            case 0x88 -> {
                // Version 35 of the rasteriser; bit 12 tells that pixels are grey.
                int asked = stack.pop();
                stack.push(((asked & 1) != 0 ? 35 : 0) | ((asked & 32) != 0 && grey ? 1 << 12 : 0));
            }
            case 0x8D -> state.scanType = stack.pop();
            case 0x8E -> {
                int selector = stack.pop();
                boolean on = stack.pop() != 0;
                if (selector == 1) {
                    state.instructionsOff = on;
                } else if (selector == 2) {
                    state.defaultsForGlyphs = on;
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** SCANCTRL: thin strokes between two pixel centres are kept alive up to a size. */
    private void dropOut(int flags) {
        int threshold = flags & 0xff;
        if (threshold == 0xff) {
            c.state.dropOutControl = true;
        } else if (threshold == 0) {
            c.state.dropOutControl = false;
        } else if ((flags & 0x100) != 0 && c.size.largest() <= threshold) {
            c.state.dropOutControl = true;
        } else if ((flags & 0x800) != 0 && c.size.largest() > threshold) {
            c.state.dropOutControl = false;
        }
    }
}
