package fr.agora.directory.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.agora.directory.member.Pixels;
import fr.agora.platform.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class DarkroomTests {

    private final Darkroom darkroom = new Darkroom();

    @Test
    void aPictureComesOutInTwoSquareSizes() throws Exception {
        Picture picture = darkroom.develop(Pixels.jpeg(1600, 900));

        assertThat(ImageIO.read(new ByteArrayInputStream(picture.large())))
                .satisfies(image -> assertThat(image.getWidth()).isEqualTo(512))
                .satisfies(image -> assertThat(image.getHeight()).isEqualTo(512));
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.small())).getWidth())
                .isEqualTo(128);
    }

    @Test
    void aWebPictureIsTakenToo() {
        byte[] webp = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

        assertThat(darkroom.develop(webp).large()).startsWith(0xFF, 0xD8, 0xFF);
    }

    @Test
    void nothingOfTheFileSurvivesButWhatItShows() {
        byte[] jpeg = Pixels.jpeg(300, 300);
        byte[] hidden = "Exif\0\0GPS 44.73N 4.59E <script>alert(1)</script>".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream polyglot = new ByteArrayOutputStream();
        polyglot.write(jpeg, 0, 2);
        polyglot.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (hidden.length + 2)});
        polyglot.writeBytes(hidden);
        polyglot.write(jpeg, 2, jpeg.length - 2);
        polyglot.writeBytes("PK\u0003\u0004 an archive behind".getBytes(StandardCharsets.ISO_8859_1));

        Picture picture = darkroom.develop(polyglot.toByteArray());

        assertThat(new String(picture.large(), StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS")
                .doesNotContain("script")
                .doesNotContain("archive");
    }

    @Test
    void aPictureStandsAsItsCameraWasHeld() throws Exception {
        // the top left quarter is dark; the camera says that the picture's top is at its right
        java.awt.image.BufferedImage image =
                new java.awt.image.BufferedImage(200, 200, java.awt.image.BufferedImage.TYPE_INT_RGB);
        java.awt.Graphics2D graphics = image.createGraphics();
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, 200, 200);
        graphics.setColor(java.awt.Color.BLACK);
        graphics.fillRect(0, 0, 100, 100);
        graphics.dispose();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", plain);
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xFFE1).putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6);
        exif.putShort((short) 0).putInt(0);
        ByteArrayOutputStream turned = new ByteArrayOutputStream();
        turned.write(plain.toByteArray(), 0, 2);
        turned.writeBytes(exif.array());
        turned.write(plain.toByteArray(), 2, plain.size() - 2);

        java.awt.image.BufferedImage shown = ImageIO.read(
                new ByteArrayInputStream(darkroom.develop(turned.toByteArray()).large()));

        assertThat(shown.getRGB(384, 128) & 0xFF).isLessThan(60);
        assertThat(shown.getRGB(128, 128) & 0xFF).isGreaterThan(200);
    }

    @Test
    void whatIsNotAPictureIsRefusedClearly() {
        assertRefused("photo-format", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
        assertRefused("photo-format", "GIF89a".getBytes(StandardCharsets.UTF_8));
        assertRefused("photo-format", new byte[0]);
        byte[] cut = Pixels.jpeg(300, 300);
        assertRefused("photo-unreadable", java.util.Arrays.copyOf(cut, 120));
        assertRefused("photo-unreadable", java.util.Arrays.copyOf(Pixels.png(50, 50), 40));
        assertRefused("photo-too-heavy", new byte[Darkroom.MOST_BYTES + 1]);
    }

    @Test
    void anEnormousPictureIsRefusedBeforeAPixelIsRead() {
        byte[] header = {'I', 'H', 'D', 'R', 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0};
        ByteBuffer.wrap(header).putInt(4, 100_000).putInt(8, 100_000);
        CRC32 crc = new CRC32();
        crc.update(header);
        byte[] png = ByteBuffer.allocate(8 + 4 + header.length + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A})
                .putInt(13)
                .put(header)
                .putInt((int) crc.getValue())
                .array();

        assertRefused("photo-too-large", png);
    }

    private void assertRefused(String code, byte[] file) {
        assertThatThrownBy(() -> darkroom.develop(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type().code()).isEqualTo(code));
    }
}
