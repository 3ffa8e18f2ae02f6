package fr.agora.directory.importing;

import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ImportEntries;
import fr.agora.platform.web.ImportEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cards of a vCard 3.0 or 4.0 file, one at a time. A card that breaks the rules is refused with the number of the
 * line that does; reading goes on at the next one.
 */
final class VcardEntries implements ImportEntries {

    /** A picture in a card is a line of hundreds of kilobytes, none of which is kept. */
    private static final int KEPT_OF_A_LINE = 20_000;

    private static final Pattern PROPERTY = Pattern.compile(
            "(?:[A-Za-z0-9-]+\\.)?([A-Za-z][A-Za-z0-9-]*)((?:;(?:\"[^\"]*\"|[^\":])*)?):(.*)", Pattern.DOTALL);

    private final BufferedReader text;
    private final Function<String, Optional<String>> employers;
    private @Nullable String ahead;
    private long line;

    /** @param employers the identifier of the organisation a card names, if that is clear */
    VcardEntries(InputStream bytes, Function<String, Optional<String>> employers) throws IOException {
        this.text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 64 * 1024);
        this.employers = employers;
        read();
        if (ahead != null && ahead.startsWith("\uFEFF")) {
            ahead = ahead.substring(1);
        }
    }

    @Override
    public @Nullable ImportEntry next() throws IOException {
        while (ahead != null && ahead.isBlank()) {
            read();
        }
        if (ahead == null) {
            return null;
        }
        long begins = line;
        if (!isMark("BEGIN")) {
            while (ahead != null && !isMark("BEGIN")) {
                read();
            }
            return refused(begins, "import.vcard.outside");
        }
        read();
        return card(begins);
    }

    private ImportEntry card(long begins) throws IOException {
        Vcard card = new Vcard();
        long broken = 0;
        while (ahead != null && !isMark("END")) {
            if (isMark("BEGIN")) {
                return refused(begins, "import.vcard.no-end");
            }
            long at = line;
            String unfolded = unfolded();
            Matcher property = PROPERTY.matcher(unfolded);
            if (!unfolded.isBlank() && !(property.matches() && Vcard.isProperty(property.group(1)))) {
                broken = broken == 0 ? at : broken;
            } else if (!unfolded.isBlank()) {
                card.take(property.group(1).toUpperCase(Locale.ROOT), property.group(2), property.group(3));
            }
        }
        if (ahead == null) {
            return refused(begins, "import.vcard.no-end");
        }
        read();
        if (broken > 0) {
            return refused(broken, "import.vcard.fold");
        }
        FieldProblem problem = card.problem();
        return problem == null
                ? new ImportEntry.Read(begins, card.line(employers))
                : new ImportEntry.Unreadable(begins, problem);
    }

    private static ImportEntry refused(long line, String message) {
        return new ImportEntry.Unreadable(line, FieldProblem.of("line", message, String.valueOf(line)));
    }

    private boolean isMark(String name) {
        return ahead != null && ahead.strip().equalsIgnoreCase(name + ":VCARD");
    }

    /** A line that begins with a blank goes on with the one before. */
    private String unfolded() throws IOException {
        StringBuilder whole = new StringBuilder(String.valueOf(ahead));
        read();
        while (ahead != null && !ahead.isEmpty() && (ahead.charAt(0) == ' ' || ahead.charAt(0) == '\t')) {
            if (whole.length() < KEPT_OF_A_LINE) {
                whole.append(ahead, 1, ahead.length());
            }
            read();
        }
        return whole.toString();
    }

    private void read() throws IOException {
        StringBuilder kept = new StringBuilder();
        int c = text.read();
        if (c < 0) {
            ahead = null;
            return;
        }
        for (; c >= 0 && c != '\n'; c = text.read()) {
            if (kept.length() < KEPT_OF_A_LINE) {
                kept.append((char) c);
            }
        }
        line++;
        int length = kept.length();
        ahead = length > 0 && kept.charAt(length - 1) == '\r' ? kept.substring(0, length - 1) : kept.toString();
    }
}
