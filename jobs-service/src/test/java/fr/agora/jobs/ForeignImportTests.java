package fr.agora.jobs;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.jobs.offer.Classification;
import fr.agora.jobs.offer.ContractType;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferContent;
import fr.agora.jobs.offer.OfferStatus;
import fr.agora.platform.messaging.Lease;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** The files of other job boards. */
class ForeignImportTests extends RunningService {

    @Autowired
    private MongoDatabaseFactory databases;

    @Test
    void aRowOfChoisirLeServicePublicBecomesAnOffer() throws Exception {
        JsonNode summary = imports(CspFile.of(CspFile.DATA_SCIENTIST));

        assertThat(summary.path("created").asInt()).isEqualTo(1);
        Offer offer = bySource("choisir-le-service-public/2026-1001");
        assertThat(offer.content().title()).isEqualTo("Data scientist (F/H)");
        assertThat(offer.content().circumstances().employerLabel()).isEqualTo("Ministère de l’Exemple");
        assertThat(offer.content().territories()).extracting("code").containsExactly("DEP-75", "REG-11");
        assertThat(offer.content().remoteDaysPerWeek()).isEqualTo(2);
        assertThat(offer.content().contractTypes())
                .containsExactly(ContractType.CIVIL_SERVANT, ContractType.FIXED_TERM);
        assertThat(offer.content().classification())
                .isEqualTo(new Classification(
                        null, null, Classification.Category.A, Classification.Access.BOTH, Classification.Versant.FPE));
        assertThat(offer.content().jobFamily().code()).isEqualTo("data-scientist");
        assertThat(offer.content().hasEnd()).isFalse();
        assertThat(offer.publishedAt()).isEqualTo("2026-10-31T23:00:00Z");
        assertThatFact(offer.outbox().getLast()).matchesItsContract();
        assertThat(offer.outbox().getLast().json()).doesNotContain("@", "06 12", "validThrough", "9999");
        assertThat(call(get("/api/jobs" + offer.url().replace("offres", "offers")))
                        .getContentAsString())
                .contains(offer.id())
                .doesNotContain("9999");

        clock.advance(Duration.ofDays(400));
        String page = call(get(offer.url())).getContentAsString();
        assertThat(page)
                .contains("Ministère de l’Exemple", "choisirleservicepublic.gouv.fr", "pourvoi du poste")
                .contains("Python", "plusieurs &quot;lignes&quot; de texte")
                .doesNotContain("validThrough", "recrutement@", "06 12 34 56 78", "9999");
    }

    @Test
    void theSameFileAgainChangesAndTellsNothing() throws Exception {
        String file = CspFile.of(
                CspFile.DATA_SCIENTIST,
                CspFile.DATA_SCIENTIST
                        .with("Intitulé du poste", "Data scientist, variante")
                        .with("Date de première publication", "15/11/2026"),
                CspFile.DATA_SCIENTIST
                        .with("Intitulé du poste", "Data scientist, tout ancien")
                        .with("Date de première publication", "01/09/2026"),
                CspFile.DATA_SCIENTIST.with("Référence", "2026-1002"));
        imports(file);
        Offer first = bySource("choisir-le-service-public/2026-1001");
        assertThat(first.content().title()).isEqualTo("Data scientist, variante");

        for (int again = 0; again < 3; again++) {
            JsonNode summary = imports(file);
            assertThat(summary.path("unchanged").asInt()).isEqualTo(4);
            assertThat(summary.path("created").asInt() + summary.path("updated").asInt())
                    .isZero();
        }
        Offer last = bySource("choisir-le-service-public/2026-1001");
        assertThat(last.revision()).isEqualTo(first.revision());
        assertThat(last.outbox()).hasSameSizeAs(first.outbox());
    }

    @Test
    void twoVariantsOfOneDayComeToRestAndALaterEditIsTaken() throws Exception {
        CspFile.Row other = CspFile.DATA_SCIENTIST.with("Intitulé du poste", "Data scientist, variante");
        String both = CspFile.of(other, CspFile.DATA_SCIENTIST);
        imports(both);
        imports(both);
        assertThat(imports(both).path("unchanged").asInt()).isEqualTo(2);
        assertThat(bySource("choisir-le-service-public/2026-1001").content().title())
                .isEqualTo("Data scientist (F/H)");

        assertThat(imports(CspFile.of(CspFile.DATA_SCIENTIST.with("Intitulé du poste", "Data scientist, corrigé")))
                        .path("updated")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatIsAbsentFromTwoWholeFilesIsClosedAndComesBackWithItsRow() throws Exception {
        String both = CspFile.of(CspFile.DATA_SCIENTIST, CspFile.DATA_SCIENTIST.with("Référence", "2026-1002"));
        String one = CspFile.of(CspFile.DATA_SCIENTIST);
        imports(both);
        imports(one);
        imports(one);
        imports(one, "?complete=true");
        Offer absent = bySource("choisir-le-service-public/2026-1002");
        assertThat(absent.status()).isEqualTo(OfferStatus.PUBLISHED);

        assertThat(imports(one, "?complete=true").path("closed").asInt()).isEqualTo(1);
        assertThat(call(get(absent.url())).getStatus()).isEqualTo(410);
        assertThat(imports(one, "?complete=true").path("closed").asInt()).isZero();

        assertThat(imports(both).path("updated").asInt()).isEqualTo(1);
        assertThat(call(get(absent.url())).getStatus()).isEqualTo(200);
    }

    @Test
    void aRowThatIsRefusedIsNotGoneAndStopsNothing() throws Exception {
        imports(CspFile.of(CspFile.DATA_SCIENTIST));
        String broken = CspFile.of(
                CspFile.DATA_SCIENTIST.with("Intitulé du poste", ""),
                CspFile.DATA_SCIENTIST
                        .with("Référence", "2026-2")
                        .with("Date de fin de publication par défaut", "bientôt"),
                CspFile.DATA_SCIENTIST
                        .with("Référence", "2026-3")
                        .with("Date de fin de publication par défaut", "01/02/2020"),
                CspFile.DATA_SCIENTIST.with("Référence", "2026-4"));

        for (int time = 0; time < 2; time++) {
            MockHttpServletResponse answer = sent(broken, "text/csv", "?complete=true");
            List<JsonNode> rows = report(answer);
            assertThat(rows)
                    .filteredOn(row -> row.path("outcome").asString("").equals("refused"))
                    .hasSize(2);
            assertThat(rows.getFirst().path("line").asInt()).isEqualTo(2);
            assertThat(rows.getFirst().toString()).contains("intitule-du-poste", "est obligatoire");
            assertThat(rows.getLast().path("summary").path("over").asInt()).isEqualTo(1);
        }
        assertThat(bySource("choisir-le-service-public/2026-1001").isPublished())
                .isTrue();
        assertThat(bySource("choisir-le-service-public/2026-4").isPublished()).isTrue();
        assertThat(store.exists(
                        Query.query(Criteria.where("sourceKey").is("choisir-le-service-public/2026-3")), Offer.class))
                .isFalse();
    }

    @Test
    void aFileThatIsNotWholeIsTurnedAwayBeforeAnythingIsTaken() throws Exception {
        String good = CspFile.of(CspFile.DATA_SCIENTIST);
        assertThat(refusal(good.getBytes(Charset.forName("ISO-8859-1")))).isEqualTo("invalid-fields");
        assertThat(refusal((good + "\uFEFF" + good).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("import-stray-mark");
        assertThat(refusal((good + "\"jamais fermé;").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("import-malformed");
        assertThat(refusal("a;b;c\n1;2;3\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("import-unknown-format");
        assertThat(refusal(" \n\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("import-empty");
        assertThat(refusal("<rss><channel><item><title>a".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("import-malformed");
        assertThat(refusal("<html><script type=\"application/ld+json\">{\"a\":</script></html>"
                        .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("import-malformed");
        assertThat(store.getCollection("offers").countDocuments()).isZero();

        MockHttpServletResponse marked = sent("\uFEFF" + good, "text/csv", "");
        assertThat(report(marked).getLast().path("summary").path("created").asInt())
                .isEqualTo(1);
    }

    @Test
    void columnsAreFoundWhateverTheirOrderCaseAndAccents() throws Exception {
        imports("""
                VERSANT;Reference;INTITULE DU POSTE;employeur
                Fonction publique hospitalière;H-1;Géomaticienne de santé;
                """);

        Offer offer = bySource("choisir-le-service-public/H-1");
        assertThat(offer.content().jobFamily().code()).isEqualTo("geomaticien");
        assertThat(offer.content().classification().versant()).isEqualTo(Classification.Versant.FPH);
    }

    @Test
    void anExportOfTalentSoftIsReadWithoutThePeopleInIt() throws Exception {
        String header = "OfferID;Offer_Reference_;JobDescriptionTranslation_JobTitle_;JobDescription_PrimaryProfile_;"
                + "JobDescriptionTranslation_Description1_;JobDescriptionTranslation_Description2_;Origin_Entity_;"
                + "Location_Department_Department_;JobDescription_Contract_;SchedulingData_DefaultPublicationEndDate_;"
                + "FirstPublicationDate;Offer_BackOfficeUser_User_;MainSupervisor";
        String row =
                "42;TS-1;Développeuse ou développeur;Développeuse / Développeur (FPE);\"<p>Écrire.</p>\r\n<ul><li>Tester</li></ul>\";"
                        + "Curiosité;Direction d’exemple;Rhône (69);CDI;31/01/2027 00:00:00;02/11/2026 09:30:00;Zoé Quidam;Ali Quidam";

        List<JsonNode> rows = report(sent(header + "\r\n" + row + "\r\n", "text/csv", ""));

        assertThat(rows.getLast().path("summary").path("created").asInt()).isEqualTo(1);
        Offer offer = bySource("talentsoft/TS-1");
        assertThat(offer.content().description()).contains("## Missions\nÉcrire.", "- Tester", "## Profil\nCuriosité");
        assertThat(offer.content().validThrough()).isEqualTo("2027-01-31");
        assertThat(offer.content().jobFamily().code()).isEqualTo("developpement");
        assertThat(offer.toString() + store.getCollection("offers").find().first())
                .doesNotContain("Quidam");
    }

    @Test
    void aFeedIsReadItemByItem() throws Exception {
        String feed = """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0"><channel><title>Offres</title>
                <item><title>Analyste de données (75)</title><link>https://exemple.exemple/offres/1</link>
                <guid>offre-1</guid><pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate>
                <description><![CDATA[<p>Compter &amp; expliquer.</p><script>alert(1)</script>]]></description></item>
                <item><link>https://exemple.exemple/offres/2</link></item>
                <item><title>Douteuse</title><guid>offre-3</guid><link>javascript:alert(1)</link></item>
                </channel></rss>""";

        List<JsonNode> rows = report(sent(feed, "application/rss+xml", "?source=exemple"));

        assertThat(rows.getLast().path("summary").path("created").asInt()).isEqualTo(2);
        assertThat(rows.getLast().path("summary").path("refused").asInt()).isEqualTo(1);
        Offer offer = bySource("exemple/offre-1");
        assertThat(offer.content().description()).isEqualTo("Compter & expliquer.");
        assertThat(offer.content().circumstances().originUrl()).isEqualTo("https://exemple.exemple/offres/1");
        assertThat(offer.content().territories()).extracting("code").contains("DEP-75");
        assertThat(bySource("exemple/offre-3").content().circumstances().originUrl())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!ENTITY x SYSTEM \"file:///etc/hostname\">",
                "<!ENTITY x \"dedans\">",
                "<!ENTITY y \"aaaaaaaaaa\"><!ENTITY x \"&y;&y;&y;&y;&y;&y;&y;&y;&y;&y;\">",
                "<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x.dtd\"> %x;"
            })
    void aFeedWithEntitiesIsRefusedAndNoneIsResolved(String entity) throws Exception {
        String feed = "<!DOCTYPE rss [%s]><rss><channel><item><guid>g</guid><title>&x;</title></item></channel></rss>"
                .formatted(entity);

        assertThat(refusal(feed.getBytes(StandardCharsets.UTF_8))).isEqualTo("import-malformed");
        assertThat(store.getCollection("offers").countDocuments()).isZero();
    }

    @Test
    void postingsAreFoundInAPageWhereverTheyStand() throws Exception {
        String page = """
                <!doctype html><html><head>
                <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
                 {"@type":"Organization","name":"Exemple"},
                 {"@type":"JobPosting","identifier":{"@type":"PropertyValue","value":"JP-1"},"title":"Data engineer",
                  "description":"<p>Des tuyaux propres.</p>","datePosted":"2026-11-01T09:00:00+01:00",
                  "validThrough":"2027-01-31T23:59:59+01:00","employmentType":["FULL_TIME"],
                  "hiringOrganization":{"@type":"Organization","name":"Exemple"},
                  "jobLocation":{"@type":"Place","address":{"postalCode":"97400","addressLocality":"Saint-Denis"}},
                  "jobLocationType":"TELECOMMUTE",
                  "baseSalary":{"currency":"EUR","value":{"unitText":"YEAR","minValue":40000,"maxValue":50000}}}]}
                </script>
                <script type="application/ld+json">[{"@type":["JobPosting"],"title":"Juriste","url":"https://exemple.exemple/2"},
                 {"@type":"https://schema.org/JobPosting","title":"Inversée","identifier":"JP-3",
                  "baseSalary":{"currency":"EUR","value":{"unitText":"YEAR","minValue":50000,"maxValue":40000}}}]</script>
                </head><body></body></html>""";

        List<JsonNode> rows = report(sent(page, "text/html", "?source=page"));

        assertThat(rows.getLast().path("summary").path("created").asInt()).isEqualTo(2);
        assertThat(rows)
                .anyMatch(row -> row.toString().replaceAll("[^0-9<]", "").contains("40000<50000"));
        OfferContent first = bySource("page/JP-1").content();
        assertThat(first.remoteDaysPerWeek()).isEqualTo(5);
        assertThat(first.territories()).extracting("code").contains("DEP-974");
        assertThat(first.contractTypes()).containsExactly(ContractType.PERMANENT);
        assertThat(Objects.requireNonNull(first.salary()).from()).isEqualTo(40000);
        assertThat(bySource("page/https://exemple.exemple/2").content().hasEnd())
                .isFalse();
    }

    @Test
    void oneSourceIsImportedByOneAtATimeAndByAdministratorsOnly() throws Exception {
        Lease elsewhere = new Lease(databases, "import-choisir-le-service-public", Duration.ofMinutes(5), clock);
        elsewhere.hold();
        assertThat(refusal(CspFile.of(CspFile.DATA_SCIENTIST).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("import-running");
        assertThat(call(post("/api/jobs/imports/offers")
                                .header("Authorization", MODERATOR.bearer())
                                .contentType("text/csv")
                                .content(CspFile.of(CspFile.DATA_SCIENTIST)))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void whatAModeratorTookOffHereStaysOff() throws Exception {
        imports(CspFile.of(CspFile.DATA_SCIENTIST));
        Offer offer = bySource("choisir-le-service-public/2026-1001");
        call(writes("/api/jobs/offers/" + offer.id() + "/withdraw", MODERATOR, ""));

        imports(CspFile.of(CspFile.DATA_SCIENTIST.with("Intitulé du poste", "Data scientist, encore")));

        assertThat(bySource("choisir-le-service-public/2026-1001").status()).isEqualTo(OfferStatus.WITHDRAWN);
    }

    private JsonNode imports(String csv) throws Exception {
        return imports(csv, "");
    }

    private JsonNode imports(String csv, String parameters) throws Exception {
        return report(sent(csv, "text/csv", parameters)).getLast().path("summary");
    }

    private MockHttpServletResponse sent(String text, String type, String parameters) throws Exception {
        MockHttpServletResponse answer = call(post("/api/jobs/imports/offers" + parameters)
                .header("Authorization", ADMIN.bearer())
                .contentType(type)
                .content(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return answer;
    }

    private List<JsonNode> report(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> json.readTree(line))
                .toList();
    }

    private String refusal(byte[] file) throws Exception {
        MockHttpServletResponse answer = call(post("/api/jobs/imports/offers")
                .header("Authorization", ADMIN.bearer())
                .contentType("application/octet-stream")
                .content(file));
        assertThat(answer.getStatus()).isBetween(400, 499);
        return body(answer).path("type").asString().replace("urn:agora:problem:", "");
    }

    private Offer bySource(String key) {
        return store.find(Query.query(Criteria.where("sourceKey").is(key)), Offer.class).stream()
                .max(Comparator.comparing(Offer::id))
                .orElseThrow(() -> new AssertionError("No offer of " + key));
    }
}
