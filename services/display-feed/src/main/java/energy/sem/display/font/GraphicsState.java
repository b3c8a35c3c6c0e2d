package energy.sem.display.font;

/**
 * The interpreter's variables besides stack and storage, with the defaults of the specification's table "Graphics
 * state".
 */
final class GraphicsState {
    /** Unit vectors, 2.14: distances are measured along the projection vector and points move along the freedom vector. */
    int projectionX = Fixed.UNIT;

    int projectionY;
    /** For distances in the original outline. */
    int dualX = Fixed.UNIT;

    int dualY;
    int freedomX = Fixed.UNIT;
    int freedomY;

    int rp0;
    int rp1;
    int rp2;
    /** Zone numbers, 0 or 1. */
    int zp0 = 1;

    int zp1 = 1;
    int zp2 = 1;
    int loop = 1;

    Rounding rounding = Rounding.TO_GRID;
    boolean autoFlip = true;
    int controlValueCutIn = 68;
    int singleWidthCutIn;
    int singleWidth;
    int minimumDistance = Fixed.PIXEL;
    int deltaBase = 9;
    int deltaShift = 3;
    boolean instructionsOff;
    boolean defaultsForGlyphs;
    boolean dropOutControl;
    int scanType;

    GraphicsState() {}

    /**
     * What a glyph's program begins with: what the control program left, but vectors, references, zones and loop as by
     * default.
     */
    GraphicsState forGlyph() {
        GraphicsState state = new GraphicsState();
        state.instructionsOff = instructionsOff;
        if (!defaultsForGlyphs) {
            state.rounding = rounding;
            state.autoFlip = autoFlip;
            state.controlValueCutIn = controlValueCutIn;
            state.singleWidthCutIn = singleWidthCutIn;
            state.singleWidth = singleWidth;
            state.minimumDistance = minimumDistance;
            state.deltaBase = deltaBase;
            state.deltaShift = deltaShift;
            state.dropOutControl = dropOutControl;
            state.scanType = scanType;
        }
        return state;
    }

    void vectors(int x, int y) {
        projection(x, y);
        freedomX = x;
        freedomY = y;
    }

    void projection(int x, int y) {
        projectionX = x;
        projectionY = y;
        dualX = x;
        dualY = y;
    }
}
