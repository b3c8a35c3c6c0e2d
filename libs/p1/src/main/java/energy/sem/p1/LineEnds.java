package energy.sem.p1;

/** How a terminal setting spoils CR LF, and what undoes it. */
enum LineEnds {
    /** The CRs were dropped ({@code igncr}). */
    LF_ONLY,
    /** The CRs were made LFs ({@code icrnl}). */
    DOUBLED;

    /**
     * Writes {@code buffer[from..bang]} with CR LF into {@code restored}; returns where its {@code !} is there, or -1 if
     * this is not what was wrong.
     */
    int restore(byte[] buffer, int from, int bang, byte[] restored) {
        int to = 0;
        boolean changed = false;
        for (int i = from; i <= bang; i++) {
            byte b = buffer[i];
            if (to + 2 > Framer.MAX_FRAME_BYTES) {
                return -1;
            }
            if (b == '\n' && (i == from || buffer[i - 1] != '\r')) {
                if (this == DOUBLED) {
                    if (buffer[++i] != '\n') {
                        return -1;
                    }
                }
                restored[to++] = '\r';
                changed = true;
            }
            restored[to++] = b;
        }
        return changed ? to - 1 : -1;
    }
}
