package fr.agora.jobs.foreign;

import fr.agora.jobs.offer.Classification;
import fr.agora.jobs.offer.OfferContent;
import fr.agora.jobs.offer.Salary;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JobPostings a page holds as JSON-LD: alone, in a list, inside a graph or a list of items. */
final class JobPostingFile {

    /** A page is held whole to be understood. */
    private static final long LARGEST_PAGE = 5_000_000;

    private static final int DEEPEST = 6;

    private final Meanings words;
    private final JsonMapper json = JsonMapper.shared();

    JobPostingFile(Meanings words) {
        this.words = words;
    }

    void read(CheckedFile file, ForeignRows rows) throws IOException {
        if (file.size() > LARGEST_PAGE) {
            throw new ProblemException(ForeignProblem.IMPORT_MALFORMED, "JSON-LD, 5 Mo");
        }
        String text = file.whole();
        List<JsonNode> postings = new ArrayList<>();
        int unreadable = 0;
        for (String block : blocks(text)) {
            try {
                collect(json.readTree(block), 0, postings);
            } catch (JacksonException malformed) {
                unreadable++;
            }
        }
        if (postings.isEmpty()) {
            throw new ProblemException(
                    unreadable > 0 ? ForeignProblem.IMPORT_MALFORMED : ForeignProblem.IMPORT_EMPTY, "JSON-LD");
        }
        for (int number = 0; number < postings.size(); number++) {
            take(number + 1L, postings.get(number), rows);
        }
    }

    private static List<String> blocks(String text) {
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return List.of(text);
        }
        return Jsoup.parse(text).select("script[type=application/ld+json]").stream()
                .map(Element::data)
                .toList();
    }

    private static void collect(JsonNode node, int depth, List<JsonNode> into) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isArray()) {
            node.forEach(each -> collect(each, depth + 1, into));
        } else if (isPosting(node.path("@type"))) {
            into.add(node);
        } else {
            for (String holder : List.of("@graph", "itemListElement", "item", "mainEntity")) {
                if (node.has(holder)) {
                    collect(node.path(holder), depth + 1, into);
                }
            }
        }
    }

    private static boolean isPosting(JsonNode type) {
        if (type.isArray()) {
            return type.valueStream().anyMatch(JobPostingFile::isPosting);
        }
        return type.asString("")
                .replaceFirst("^(https?://schema\\.org/|schema:)", "")
                .equals("JobPosting");
    }

    private void take(long number, JsonNode posting, ForeignRows rows) {
        Map<String, String> said = new HashMap<>();
        put(said, "title", posting.path("title"));
        put(said, "datePosted", posting.path("datePosted"));
        put(said, "validThrough", posting.path("validThrough"));
        JsonNode identifier = posting.path("identifier");
        put(said, "identifier", identifier.isObject() ? identifier.path("value") : identifier);
        String url = first(posting.path("url"));
        said.putIfAbsent("identifier", url == null ? "" : url);
        Cells cells = new Cells(said);
        String reference = cells.required("identifier", 300);
        String title = cells.required("title", 300);
        LocalDate posted = day(cells, "datePosted");
        LocalDate published = posted == null ? words.today() : posted;
        LocalDate ends = day(cells, "validThrough");
        Salary salary = salary(posting.path("baseSalary"), cells);
        if (!cells.problems().isEmpty()) {
            rows.refused(number, reference.isEmpty() ? null : reference, List.<FieldProblem>copyOf(cells.problems()));
            return;
        }
        String description = Html.toMarkdown(posting.path("description").asString(""));
        String types = posting.path("employmentType").toString();
        rows.offer(
                number,
                new ForeignOffer(
                        reference,
                        title,
                        description.isBlank() ? title : Texts.firstSentence(description),
                        description.isBlank() ? null : Texts.cut(description, 50_000),
                        first(posting.path("hiringOrganization").path("name")),
                        Meanings.places(places(posting.path("jobLocation"))),
                        null,
                        "TELECOMMUTE".equals(first(posting.path("jobLocationType"))) ? 5 : 0,
                        Meanings.contracts(types),
                        Meanings.family(first(posting.path("occupationalCategory")), title),
                        Meanings.seniority(null),
                        salary,
                        null,
                        Classification.NONE,
                        null,
                        Texts.webAddress(url),
                        published,
                        ends == null ? OfferContent.NO_END : ends,
                        published));
    }

    private static @Nullable LocalDate day(Cells cells, String field) {
        String written = cells.text(field);
        try {
            return written == null ? null : Meanings.day(written);
        } catch (DateTimeException wrong) {
            cells.refuse(field, "field.format");
            return null;
        }
    }

    /** By the year only: what an hour or a month would make of it is not ours to tell. */
    private static @Nullable Salary salary(JsonNode told, Cells cells) {
        JsonNode value = told.path("value");
        if (!"YEAR".equals(value.path("unitText").asString(""))
                || !"EUR".equals(told.path("currency").asString(""))) {
            return null;
        }
        JsonNode from = value.path("minValue").isMissingNode() ? value.path("value") : value.path("minValue");
        Integer lowest = from.isNumber() ? from.asInt(0) : null;
        Integer highest =
                value.path("maxValue").isNumber() ? value.path("maxValue").asInt(0) : null;
        if (lowest != null && highest != null && lowest > highest) {
            cells.refuse("baseSalary", "offer.salary-inverted", lowest, highest);
            return null;
        }
        return lowest == null && highest == null ? null : new Salary(lowest, highest);
    }

    private static String places(JsonNode location) {
        StringBuilder places = new StringBuilder();
        List<JsonNode> all = location.isArray() ? location.valueStream().toList() : List.of(location);
        for (JsonNode each : all) {
            JsonNode address = each.path("address");
            String code = address.path("postalCode").asString("");
            if (code.matches("\\d{5}")) {
                String department = code.startsWith("97") ? code.substring(0, 3) : code.substring(0, 2);
                places.append("(").append(corsican(code, department)).append("), ");
            }
            places.append(address.path("addressRegion").asString("")).append(", ");
            places.append(address.path("addressLocality").asString("")).append(", ");
        }
        return places.toString();
    }

    private static String corsican(String code, String department) {
        if (!department.equals("20")) {
            return department;
        }
        return code.startsWith("200") || code.startsWith("201") ? "2A" : "2B";
    }

    private static @Nullable String first(JsonNode node) {
        JsonNode one = node.isArray() && !node.isEmpty() ? node.get(0) : node;
        String text = one.asString("").strip();
        return text.isEmpty() ? null : text;
    }

    private static void put(Map<String, String> said, String field, JsonNode value) {
        String text = first(value);
        if (text != null) {
            said.put(field, text);
        }
    }
}
