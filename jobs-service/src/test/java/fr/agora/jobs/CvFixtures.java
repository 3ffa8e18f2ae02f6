package fr.agora.jobs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as candidates send them, and as they should not. */
public final class CvFixtures {

    public static final byte[] PDF =
            "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private CvFixtures() {}

    public static byte[] odt() {
        return openDocument("application/vnd.oasis.opendocument.text");
    }

    public static byte[] openDocument(String type) {
        byte[] mimetype = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(mimetype);
        ZipEntry first = new ZipEntry("mimetype");
        first.setMethod(ZipEntry.STORED);
        first.setSize(mimetype.length);
        first.setCrc(crc.getValue());
        return zip(first, mimetype, "content.xml", "<office:document-content/>");
    }

    public static byte[] docx() {
        return types(WORD);
    }

    public static byte[] docm() {
        return types("application/vnd.ms-word.document.macroEnabled.main+xml");
    }

    private static byte[] types(String main) {
        return zip(
                new ZipEntry("[Content_Types].xml"),
                ("<Types><Override PartName=\"/word/document.xml\" ContentType=\"" + main + "\"/></Types>")
                        .getBytes(StandardCharsets.UTF_8),
                "word/document.xml",
                "<w:document/>");
    }

    public static byte[] zip() {
        return zip(
                new ZipEntry("vacances.txt"), "La mer".getBytes(StandardCharsets.UTF_8), "montagne.txt", "La montagne");
    }

    /** Unfolds into a hundred megabytes of nothing before it says what it is. */
    public static byte[] bomb() {
        return zip(new ZipEntry("rien.bin"), new byte[100 * 1024 * 1024], "[Content_Types].xml", WORD);
    }

    private static byte[] zip(ZipEntry first, byte[] content, String second, String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(first);
            zip.write(content);
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry(second));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
