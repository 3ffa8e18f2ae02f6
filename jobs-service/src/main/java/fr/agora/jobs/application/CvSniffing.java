package fr.agora.jobs.application;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Recognises a CV by what it holds, whatever its name says; what unfolds too far is not read to its end. */
final class CvSniffing {

    private static final byte[] PDF = bytes("%PDF-");
    private static final byte[] PDF_END = bytes("%%EOF");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int TAIL = 2048;
    /** Where the first entry of an OpenDocument says its name and, uncompressed, its content. */
    private static final int MIMETYPE_AT = 30;

    private static final byte[] ODT = bytes("mimetype" + CvType.ODT.media());
    private static final String TYPES = "[Content_Types].xml";
    private static final String DOCUMENT =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final int MOST_ENTRIES = 500;
    private static final int LARGEST_TYPES = 256 * 1024;

    private CvSniffing() {}

    static Optional<CvType> typeOf(byte[] file) {
        if (startsWith(file, PDF, 0)) {
            return endsLikeAPdf(file) ? Optional.of(CvType.PDF) : Optional.empty();
        }
        if (!startsWith(file, ZIP, 0)) {
            return Optional.empty();
        }
        if (startsWith(file, ODT, MIMETYPE_AT)) {
            // the text of a template goes on where that of a document ends
            int end = MIMETYPE_AT + ODT.length;
            return file.length > end && file[end] == '-' ? Optional.empty() : Optional.of(CvType.ODT);
        }
        return isDocx(file) ? Optional.of(CvType.DOCX) : Optional.empty();
    }

    private static boolean endsLikeAPdf(byte[] file) {
        byte[] tail = Arrays.copyOfRange(file, Math.max(0, file.length - TAIL), file.length);
        return new String(tail, StandardCharsets.ISO_8859_1).contains(new String(PDF_END, StandardCharsets.ISO_8859_1));
    }

    /** The list of parts comes first in what word processors write; a document with macros calls itself otherwise. */
    private static boolean isDocx(byte[] file) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            long unfolded = 0;
            for (int entries = 0; entries < MOST_ENTRIES; entries++) {
                ZipEntry entry = zip.getNextEntry();
                if (entry == null) {
                    return false;
                }
                if (entry.getName().equals(TYPES)) {
                    return new String(zip.readNBytes(LARGEST_TYPES), StandardCharsets.UTF_8).contains(DOCUMENT);
                }
                unfolded += skip(zip, 20L * file.length - unfolded);
                if (unfolded >= 20L * file.length) {
                    return false;
                }
            }
            return false;
        } catch (IOException | IllegalArgumentException noZip) {
            return false;
        }
    }

    private static long skip(InputStream part, long most) throws IOException {
        byte[] buffer = new byte[8192];
        long seen = 0;
        for (int read = part.read(buffer); read >= 0 && seen < most; read = part.read(buffer)) {
            seen += read;
        }
        return seen;
    }

    private static boolean startsWith(byte[] file, byte[] wanted, int at) {
        return file.length >= at + wanted.length
                && Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
