package fr.agora.local.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Adds up what Surefire and Failsafe wrote in every module, and says which tests were left out and why.
 *
 * <p>A test that needs something this machine lacks names it in the reason of its skip: {@code RabbitMQ} or
 * {@code Chromium}, the two parts that can be installed. Every other reason, such as absent shared data, is a choice
 * and not a want. It uses nothing but the JDK: {@code ./agora test} runs it from its source, also when nothing compiled.
 */
public final class TestReports {

    /** The exit code when tests were left out for want of a part. */
    static final int LEFT_OUT = 3;

    private int run;
    private int failures;
    private int errors;
    private final List<Skip> skips = new ArrayList<>();

    private record Skip(String test, String reason) {

        String missingPart() {
            String text = reason.toLowerCase(Locale.ROOT);
            if (text.contains("rabbitmq")) {
                return "RabbitMQ";
            }
            return text.contains("chromium") || text.contains("chrome") ? "Chromium" : "";
        }
    }

    private TestReports() {}

    /** Reads the reports below the folder given and prints the sum. */
    public static void main(String[] arguments) throws IOException {
        TestReports reports = new TestReports();
        reports.readAll(Path.of(arguments[0]));
        reports.lines().forEach(System.out::println);
        System.exit(reports.isAnyLeftOut() ? LEFT_OUT : 0);
    }

    static TestReports below(Path checkout) throws IOException {
        TestReports reports = new TestReports();
        reports.readAll(checkout);
        return reports;
    }

    private void readAll(Path checkout) throws IOException {
        // modules are at most two folders deep
        try (Stream<Path> files = Files.find(checkout, 5, (file, attributes) -> isReport(file))) {
            files.sorted().forEach(this::read);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isReport(Path file) {
        String folder =
                file.getParent() == null ? "" : String.valueOf(file.getParent().getFileName());
        String name = file.getFileName().toString();
        return (folder.equals("surefire-reports") || folder.equals("failsafe-reports"))
                && name.startsWith("TEST-")
                && name.endsWith(".xml");
    }

    private void read(Path report) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(report)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            String test = "";
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "testsuite" -> add(xml);
                    case "testcase" -> test = simple(value(xml, "classname")) + "." + value(xml, "name");
                    case "skipped" -> skips.add(new Skip(test, value(xml, "message")));
                    default -> {}
                }
            }
        } catch (XMLStreamException cutShort) {
            // a JVM that died while writing: Maven has failed already and says so
            errors++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(XMLStreamReader suite) {
        run += number(suite, "tests");
        failures += number(suite, "failures");
        errors += number(suite, "errors");
    }

    private static int number(XMLStreamReader xml, String attribute) {
        String value = value(xml, attribute);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    private static String value(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? "" : value;
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    boolean isAnyLeftOut() {
        return skips.stream().anyMatch(skip -> !skip.missingPart().isEmpty());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                "Tests run: " + run + ", Failures: " + failures + ", Errors: " + errors + ", Skipped: " + skips.size());
        skips.stream()
                .filter(skip -> skip.missingPart().isEmpty())
                .forEach(skip -> lines.add("  skipped: " + skip.test() + reason(skip)));
        var missing = new TreeMap<String, List<Skip>>();
        for (Skip skip : skips) {
            if (!skip.missingPart().isEmpty()) {
                missing.computeIfAbsent(skip.missingPart(), part -> new ArrayList<>())
                        .add(skip);
            }
        }
        missing.forEach((part, tests) -> {
            lines.add("Could not run for want of " + part + " (" + tests.size() + "):");
            tests.forEach(skip -> lines.add("  " + skip.test() + reason(skip)));
            lines.add(
                    "  → Debian, Ubuntu: apt-get install " + (part.equals("RabbitMQ") ? "rabbitmq-server" : "chromium")
                            + "; elsewhere install " + part + " so that its command is on the PATH, then ./agora test");
        });
        return lines;
    }

    private static String reason(Skip skip) {
        String line = skip.reason().lines().findFirst().orElse("");
        return line.isBlank() ? "" : " (" + line + ")";
    }
}
