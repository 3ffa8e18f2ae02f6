package fr.agora.directory.photo;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The formats taken, known by their first bytes and never by a name or a header. */
enum Format {
    JPEG(40),
    PNG(40),
    /** Its reader holds the whole picture, the two others skip what is not needed. */
    WEBP(16);

    private final int megapixels;

    Format(int megapixels) {
        this.megapixels = megapixels;
    }

    /** The most that is decoded. */
    int megapixels() {
        return megapixels;
    }

    ImageReader reader() {
        return switch (this) {
            case JPEG, PNG -> ImageIO.getImageReadersByFormatName(name()).next();
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
        };
    }

    static Optional<Format> of(byte[] file) {
        if (starts(file, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (starts(file, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of(PNG);
        }
        return starts(file, 0, 'R', 'I', 'F', 'F') && starts(file, 8, 'W', 'E', 'B', 'P')
                ? Optional.of(WEBP)
                : Optional.empty();
    }

    private static boolean starts(byte[] file, int at, int... bytes) {
        if (file.length < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file[at + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
