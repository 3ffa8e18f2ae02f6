package fr.agora.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

/** The offers for machines: structured data, feeds, sitemap. */
class OfferFeedsTests extends RunningService {

    private static final Pattern DATA = Pattern.compile("(?s)<script type=\"application/ld\\+json\">(.*?)</script>");

    @Test
    void aPublicOfferIsAJobPostingWithAllThatSearchEnginesRequire() throws Exception {
        String id = published(
                RECRUITER,
                Bodies.with("title", "\"Data scientist </script><script>alert(1)</script>\"")
                        .replace("\"salaryText\":\"42 000 €\"", "\"salaryFrom\":42000,\"salaryTo\":52000"));

        JsonNode posting = posting(id);

        assertThat(posting.path("@context").asString()).isEqualTo("https://schema.org");
        assertThat(posting.path("@type").asString()).isEqualTo("JobPosting");
        assertThat(posting.path("title").asString()).contains("</script>");
        assertThat(posting.path("description").asString()).contains("<p>Vous ferez parler", "<li>explorer</li>");
        assertThat(posting.path("datePosted").asString()).isEqualTo("2026-11-23");
        assertThat(OffsetDateTime.parse(posting.path("validThrough").asString()))
                .isEqualTo("2026-12-31T23:59:59+01:00");
        assertThat(posting.path("hiringOrganization").path("name").asString())
                .isEqualTo("Direction interministérielle du numérique");
        assertThat(posting.path("jobLocation")
                        .path(0)
                        .path("address")
                        .path("addressCountry")
                        .asString())
                .isEqualTo("FR");
        assertThat(posting.path("jobLocation").path(1).path("address").toString())
                .contains("\"addressLocality\":\"Rennes\"", "\"addressRegion\":\"Bretagne\"");
        assertThat(posting.path("identifier").path("value").asString()).isEqualTo(id);
        assertThat(posting.path("employmentType").toString()).isEqualTo("[\"TEMPORARY\",\"FULL_TIME\"]");
        assertThat(posting.path("baseSalary").path("value").toString())
                .contains("\"unitText\":\"YEAR\"", "\"minValue\":42000", "\"maxValue\":52000");
        assertThat(posting.path("url").asString()).isEqualTo("http://localhost:8080/offres/" + id);
        assertThat(posting.has("jobLocationType")).isFalse();
    }

    @Test
    void fiveDaysAtHomeAndNotOneLessIsTelecommuting() throws Exception {
        String four = published(RECRUITER, Bodies.with("remoteDaysPerWeek", "4"));
        String five = published(RECRUITER, Bodies.with("remoteDaysPerWeek", "5"));

        assertThat(posting(four).has("jobLocationType")).isFalse();
        assertThat(posting(five).path("jobLocationType").asString()).isEqualTo("TELECOMMUTE");
        assertThat(posting(five)
                        .path("applicantLocationRequirements")
                        .path("name")
                        .asString())
                .isEqualTo("FR");
    }

    @Test
    void whatIsForAgentsIsNotForMachines() throws Exception {
        String id = published(RECRUITER, Bodies.with("visibility", "\"AGENTS\""));
        String draft = draft(RECRUITER, Bodies.DATA_SCIENTIST);

        for (String each : List.of(id, draft)) {
            assertThat(call(get("/offres/" + each).header("Authorization", RECRUITER.bearer()))
                            .getContentAsString())
                    .doesNotContain("ld+json");
        }
        assertThat(call(get("/offres/sitemap.xml").header("Authorization", RECRUITER.bearer()))
                        .getContentAsString())
                .doesNotContain(id, draft);
        assertThat(call(get("/offres/flux.atom").header("Authorization", RECRUITER.bearer()))
                        .getContentAsString())
                .doesNotContain(id, draft);
    }

    @Test
    void aListIsAFeedWithTheSameFilters() throws Exception {
        String remote = published(RECRUITER, Bodies.with("title", "\"Cartes & haies <en> Bretagne\""));
        String onSite = published(RECRUITER, Bodies.with("remoteDaysPerWeek", "1"));

        MockHttpServletResponse answer = call(get("/offres/flux.atom?minRemoteDays=3&territory=REG-53"));

        assertThat(answer.getContentType()).startsWith("application/atom+xml");
        Document feed = xml(answer);
        assertThat(text(feed, "id").getFirst()).endsWith("/offres/flux.atom?minRemoteDays=3&territory=REG-53");
        assertThat(text(feed, "title")).contains("Cartes & haies <en> Bretagne");
        assertThat(text(feed, "id")).anyMatch(id -> id.endsWith(remote)).noneMatch(id -> id.endsWith(onSite));
        assertThat(text(feed, "updated"))
                .hasSize(2)
                .allSatisfy(each -> assertThat(Instant.parse(each)).isNotNull());
        assertThat(((Element) feed.getElementsByTagName("link").item(1)).getAttribute("href"))
                .isEqualTo("http://localhost:8080/offres?minRemoteDays=3&territory=REG-53");
        assertThat(call(get("/offres/flux.atom?minRemoteDays=9")).getStatus()).isEqualTo(400);
        assertThat(text(xml(call(get("/offres/flux.atom?q=introuvable"))), "updated"))
                .hasSize(1);
    }

    @Test
    void theSitemapNamesEveryOpenPublicOffer() throws Exception {
        List<String> open = new ArrayList<>();
        for (int count = 0; count < 3; count++) {
            open.add("http://localhost:8080/offres/" + published(RECRUITER, Bodies.DATA_SCIENTIST));
        }
        String filled = published(RECRUITER, Bodies.DATA_SCIENTIST);
        call(writes("/api/jobs/offers/" + filled + "/fill", RECRUITER, ""));

        Document map = xml(call(get("/offres/sitemap.xml")));

        assertThat(text(map, "loc")).containsExactlyInAnyOrderElementsOf(open);
    }

    private JsonNode posting(String id) throws Exception {
        Matcher data = DATA.matcher(call(get("/offres/" + id)).getContentAsString());
        assertThat(data.find()).isTrue();
        return json.readTree(data.group(1));
    }

    private static Document xml(MockHttpServletResponse answer) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.getContentAsByteArray()));
    }

    private static List<String> text(Document document, String name) {
        List<String> texts = new ArrayList<>();
        NodeList found = document.getElementsByTagName(name);
        for (int index = 0; index < found.getLength(); index++) {
            texts.add(found.item(index).getTextContent());
        }
        return texts;
    }
}
