package fr.agora.directory.photo;

import fr.agora.platform.web.ProblemException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/**
 * Makes a new picture of what a file shows: its pixels are drawn again, so that places, cameras, comments and whatever
 * else was hidden in the file stay behind. The size is read before any pixel, and few pictures are made at a time.
 */
@Component
class Darkroom {

    static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final int LARGE = 512;
    private static final int SMALL = 128;
    private static final float QUALITY = 0.85f;
    private static final int PATIENCE_SECONDS = 5;

    static {
        ImageIO.setUseCache(false);
    }

    private final Semaphore places = new Semaphore(1);

    Picture develop(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new ProblemException(PhotoProblem.PHOTO_TOO_HEAVY, MOST_BYTES / 1024 / 1024);
        }
        Format format = Format.of(file).orElseThrow(() -> new ProblemException(PhotoProblem.PHOTO_FORMAT));
        enter();
        try {
            int orientation = format == Format.JPEG ? Orientation.of(file) : 1;
            BufferedImage square = square(read(file, format), orientation);
            return new Picture(jpeg(square, LARGE), jpeg(square, SMALL));
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ProblemException(PhotoProblem.PHOTO_BUSY);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProblemException(PhotoProblem.PHOTO_BUSY);
        }
    }

    private static BufferedImage read(byte[] file, Format format) {
        ImageReader reader = format.reader();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > format.megapixels() * 1_000_000L) {
                throw new ProblemException(PhotoProblem.PHOTO_TOO_LARGE, format.megapixels());
            }
            ImageReadParam param = reader.getDefaultReadParam();
            // every n-th pixel is enough for what is shown, and keeps a large picture small in memory
            int step = (int) Math.max(1, Math.min(width, height) / (2L * LARGE));
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } catch (IOException | RuntimeException unreadable) {
            // readers of pictures throw anything at what is not one
            if (unreadable instanceof ProblemException refused) {
                throw refused;
            }
            throw new ProblemException(PhotoProblem.PHOTO_UNREADABLE);
        } finally {
            reader.dispose();
        }
    }

    /** The middle of the picture, on white where it was transparent. */
    private static BufferedImage square(BufferedImage image, int orientation) {
        int side = Math.min(image.getWidth(), image.getHeight());
        int left = (image.getWidth() - side) / 2;
        int top = (image.getHeight() - side) / 2;
        BufferedImage square = new BufferedImage(LARGE, LARGE, BufferedImage.TYPE_INT_RGB);
        draw(square, image, left, top, side, Orientation.upright(orientation, LARGE));
        return square;
    }

    private static void draw(
            BufferedImage onto, BufferedImage image, int left, int top, int side, AffineTransform turn) {
        Graphics2D graphics = onto.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, onto.getWidth(), onto.getHeight());
        graphics.transform(turn);
        graphics.drawImage(image, 0, 0, onto.getWidth(), onto.getHeight(), left, top, left + side, top + side, null);
        graphics.dispose();
    }

    private static byte[] jpeg(BufferedImage square, int side) {
        BufferedImage sized = square;
        if (side != square.getWidth()) {
            sized = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
            draw(sized, square, 0, 0, square.getWidth(), new AffineTransform());
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(sized, null, null), param);
        } catch (IOException impossible) {
            throw new IllegalStateException("A picture in memory could not be written", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
