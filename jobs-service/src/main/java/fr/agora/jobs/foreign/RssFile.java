package fr.agora.jobs.foreign;

import fr.agora.jobs.offer.Classification;
import fr.agora.platform.web.ProblemException;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An RSS feed of offers, an item at a time. */
final class RssFile {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int LONGEST_TEXT = 200_000;

    private final Meanings words;

    RssFile(Meanings words) {
        this.words = words;
    }

    void read(CheckedFile file, ForeignRows rows) throws IOException {
        XMLInputFactory xml = XMLInputFactory.newInstance();
        // a feed has no need of either, and an attacker has
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        for (boolean take : new boolean[] {false, true}) {
            try (Reader text = file.text()) {
                items(xml.createXMLStreamReader(text), rows, take);
            } catch (XMLStreamException malformed) {
                throw new ProblemException(ForeignProblem.IMPORT_MALFORMED, "RSS");
            }
        }
    }

    private void items(XMLStreamReader feed, ForeignRows rows, boolean take) throws XMLStreamException {
        Map<String, String> item = new HashMap<>();
        long line = 0;
        boolean inside = false;
        while (feed.hasNext()) {
            int event = feed.next();
            if (event == XMLStreamConstants.START_ELEMENT && feed.getLocalName().equals("item")) {
                inside = true;
                item = new HashMap<>();
                line = feed.getLocation().getLineNumber();
            } else if (event == XMLStreamConstants.START_ELEMENT && inside) {
                item.putIfAbsent(feed.getLocalName(), text(feed));
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && feed.getLocalName().equals("item")) {
                inside = false;
                if (take) {
                    row(new Cells(item), line, rows);
                }
            }
        }
    }

    /** The text of an element and of all below it. */
    private static String text(XMLStreamReader feed) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (feed.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() < LONGEST_TEXT) {
                        text.append(feed.getText());
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }

    private void row(Cells cells, long line, ForeignRows rows) {
        String link = cells.text("link");
        String reference = cells.text("guid") == null ? link : cells.text("guid");
        String title = cells.required("title", 300);
        if (reference == null) {
            cells.refuse("guid", "field.required");
        }
        LocalDate published = published(cells);
        if (reference == null || !cells.problems().isEmpty()) {
            rows.refused(line, reference, cells.problems());
            return;
        }
        String description =
                cells.text("description") == null ? null : Html.toMarkdown(String.valueOf(cells.text("description")));
        String summary = description == null || description.isBlank() ? title : Texts.firstSentence(description);
        rows.offer(
                line,
                new ForeignOffer(
                        Texts.cut(reference, 300),
                        title,
                        summary,
                        description == null ? null : Texts.cut(description, 50_000),
                        null,
                        Meanings.places(title, description),
                        null,
                        0,
                        Meanings.contracts(description),
                        Meanings.family(null, title),
                        Meanings.seniority(null),
                        null,
                        null,
                        Classification.NONE,
                        null,
                        Texts.webAddress(link),
                        published,
                        words.openFrom(published),
                        published));
    }

    private LocalDate published(Cells cells) {
        String written = cells.text("pubDate");
        try {
            return written == null
                    ? words.today()
                    : ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .withZoneSameInstant(PARIS)
                            .toLocalDate();
        } catch (DateTimeException wrong) {
            cells.refuse("pubDate", "field.format");
            return words.today();
        }
    }
}
