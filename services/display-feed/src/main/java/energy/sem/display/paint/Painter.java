package energy.sem.display.paint;

import energy.sem.display.font.Fonts;
import energy.sem.display.raster.Panel;
import energy.sem.display.raster.Picture;
import energy.sem.display.view.Status;
import energy.sem.display.view.View;

/**
 * Draws views. The picture is a pure function of the view and the panel: no clock, no locale, no font of the machine.
 * Thread-safe.
 */
public final class Painter {
    private final Fonts fonts = new Fonts();

    /** The picture of a view, drawn for the panel. Any view has one. */
    public Picture paint(View view, Panel panel) {
        return drawing(view, panel).canvas().picture();
    }

    /** The card that shows whether a device's colours, corners and rotation are right. */
    public Picture testCard(Panel panel) {
        Drawing drawing = new Drawing(fonts, panel);
        new TestCard(drawing).draw();
        return drawing.canvas().picture();
    }

    Drawing drawing(View view, Panel panel) {
        Phrases phrases = Phrases.of(view.language());
        Drawing drawing = new Drawing(fonts, panel);
        new Header(drawing, view, phrases).draw();
        if (view.status() == Status.OK || view.status() == Status.STALE) {
            new Headline(drawing, view, phrases).draw();
            new FactRows(drawing).draw(new FactChoice(view, phrases).facts());
        } else {
            new Notice(drawing, view, phrases).draw();
        }
        new Chart(drawing, view, phrases).draw();
        return drawing;
    }
}
