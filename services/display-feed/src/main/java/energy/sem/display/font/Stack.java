package energy.sem.display.font;

/** The interpreter's stack of 32-bit numbers. */
final class Stack {
    private final int[] values;
    private int depth;

    Stack(int size) {
        values = new int[size];
    }

    void push(int value) {
        values[depth++] = value;
    }

    void push(boolean value) {
        push(value ? 1 : 0);
    }

    int pop() {
        return values[--depth];
    }

    int depth() {
        return depth;
    }

    void clear() {
        depth = 0;
    }

    /** The value that lies {@code index} deep; 1 is the top. */
    int peek(int index) {
        return values[depth - index];
    }

    /** Takes the value that lies {@code index} deep to the top. */
    void raise(int index) {
        int value = peek(index);
        System.arraycopy(values, depth - index + 1, values, depth - index, index - 1);
        values[depth - 1] = value;
    }
}
