package fr.agora.directory.contact;

import java.nio.charset.StandardCharsets;

/** Writes a vCard 4.0 (RFC 6350): escaped values, lines folded at 75 octets, ended by CRLF. */
final class VCard {

    private static final int LONGEST_LINE = 75;

    private final StringBuilder lines = new StringBuilder("BEGIN:VCARD\r\nVERSION:4.0\r\n");

    /** @param name with its parameters, such as {@code FN;LANGUAGE=fr} */
    VCard text(String name, String value) {
        return raw(name, escape(value));
    }

    /** A value of a type that is not escaped: a URI, a word of a closed list. */
    VCard raw(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    String end() {
        return lines + "END:VCARD\r\n";
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace(";", "\\;")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /** A continued line begins with a blank, which counts; no character is cut in two. */
    private void fold(String line) {
        int length = 0;
        for (int i = 0; i < line.length(); ) {
            String character = Character.toString(line.codePointAt(i));
            int octets = character.getBytes(StandardCharsets.UTF_8).length;
            if (length + octets > LONGEST_LINE) {
                lines.append("\r\n ");
                length = 1;
            }
            lines.append(character);
            length += octets;
            i += character.length();
        }
        lines.append("\r\n");
    }
}
