package energy.sem.benchmarks.display;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import energy.sem.display.format.Encoder;
import energy.sem.display.format.Encoding;
import energy.sem.display.paint.Painter;
import energy.sem.display.raster.Depth;
import energy.sem.display.raster.Panel;
import energy.sem.display.raster.Picture;
import energy.sem.display.view.Period;
import energy.sem.display.view.View;

/**
 * One picture on one thread, warm. The limit is 3 ms for drawing and PNG together; the peer is ImageIO's PNG of the same
 * pixels.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PictureBenchmark {
    private static final byte[] LUMINANCES = {0, 0x55, (byte) 0xAA, (byte) 0xFF};

    /** A day has the most bars but one, a month the most. */
    @Param({"DAY", "WEEK", "MONTH", "YEAR"})
    public Period period;

    private final Painter painter = new Painter();
    private View view;
    private Picture picture;
    private BufferedImage image;

    /** Draws once before anything is measured, and gives the peer the same pixels. */
    @Setup
    public void draw() {
        view = InventedViews.running(period);
        picture = painter.paint(view, Panel.ORIGINAL);
        var greys = new IndexColorModel(2, 4, LUMINANCES, LUMINANCES, LUMINANCES);
        image = new BufferedImage(
                Panel.ORIGINAL.width(), Panel.ORIGINAL.height(), BufferedImage.TYPE_BYTE_BINARY, greys);
        for (int y = 0; y < Panel.ORIGINAL.height(); y++) {
            for (int x = 0; x < Panel.ORIGINAL.width(); x++) {
                image.getRaster().setSample(x, y, 0, picture.level(x, y));
            }
        }
    }

    /** Four greys. */
    @Benchmark
    public Picture drawing() {
        return painter.paint(view, Panel.ORIGINAL);
    }

    /** Black and white. */
    @Benchmark
    public Picture drawingBlackAndWhite() {
        return painter.paint(view, Panel.ORIGINAL.in(Depth.MONO));
    }

    /** What a new quarter hour costs for a device that asks for PNG: at most 3 ms. */
    @Benchmark
    public byte[] drawingAndPng() {
        return Encoder.encode(painter.paint(view, Panel.ORIGINAL), Encoding.PNG);
    }

    /** The peer. */
    @Benchmark
    public byte[] pngOfTheJdk() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
