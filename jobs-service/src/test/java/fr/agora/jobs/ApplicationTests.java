package fr.agora.jobs;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import fr.agora.jobs.application.Application;
import fr.agora.platform.messaging.Lease;
import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.security.JwtFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;

/** Somebody from outside applies, the recruiter moves it on, and nobody else ever reads it. */
class ApplicationTests extends RunningService {

    private static final JwtFixture INES = new JwtFixture(
            "compte-ines", null, List.of(), java.time.Instant.now().plusSeconds(600));

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MongoDatabaseFactory databases;

    @Test
    void anOutsiderAppliesByALinkAndTheMemberSeesOneApplication() throws Exception {
        String offer = published(RECRUITER, Bodies.DATA_SCIENTIST);
        String link = body(call(writes("/api/jobs/offers/" + offer + "/relay", MEMBER, "{}")))
                .path("code")
                .asString();
        assertThat(call(shows("/offres/relais/" + link, null)).getContentAsString())
                .contains("/offres/" + offer + "/postuler?relais=" + link);
        assertThat(call(shows("/offres/" + offer, null)).getContentAsString()).doesNotContain("relais=");

        MockHttpServletResponse sent = call(form(offer, INES, "cv.pdf", CvFixtures.PDF)
                .param("relais", link)
                .param("message", "Je bâtis des **entrepôts**."));

        assertThat(sent.getHeader("Location")).startsWith("/candidatures/ap-").endsWith("?fait=candidature");
        JsonNode relay = body(call(reads("/api/jobs/relays").header("Authorization", MEMBER.bearer())))
                .path("items")
                .path(0);
        assertThat(relay.path("applications").asInt()).isEqualTo(1);
        OutboxEntry told = only().outbox().getLast();
        assertThatFact(told).matchesItsContract();
        assertThat(told.json())
                .contains("compte-lea", "/recrutement/offres/" + offer + "/candidatures")
                .doesNotContain("ines", "entrepôts", "cv.pdf", link);
        assertThat(call(shows("/offres/" + offer, INES)).getContentAsString()).contains("Voir ma candidature");
        assertThat(call(form(offer, INES, "cv.pdf", CvFixtures.PDF)).getStatus())
                .isEqualTo(409);
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("a PDF", "cv.pdf", CvFixtures.PDF, 201, "application/pdf"),
                Arguments.of("an ODT", "cv.odt", CvFixtures.odt(), 201, "application/vnd.oasis.opendocument.text"),
                Arguments.of("a DOCX under another name", "cv", CvFixtures.docx(), 201, "wordprocessingml.document"),
                Arguments.of("a ZIP renamed .pdf", "cv.pdf", CvFixtures.zip(), 415, "cv-format"),
                Arguments.of("a ZIP renamed .docx", "cv.docx", CvFixtures.zip(), 415, "cv-format"),
                Arguments.of("a document with macros", "cv.docx", CvFixtures.docm(), 415, "cv-format"),
                Arguments.of(
                        "a spreadsheet",
                        "cv.odt",
                        CvFixtures.openDocument("application/vnd.oasis.opendocument.spreadsheet"),
                        415,
                        "cv-format"),
                Arguments.of("a ZIP that unfolds for ever", "cv.docx", CvFixtures.bomb(), 415, "cv-format"),
                Arguments.of("a PDF cut in two", "cv.pdf", Arrays.copyOf(CvFixtures.PDF, 20), 415, "cv-format"),
                Arguments.of("a page", "cv.pdf", "<html>".getBytes(), 415, "cv-format"),
                Arguments.of("nothing", "cv.pdf", new byte[0], 422, "invalid-fields"));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("files")
    void aCvIsKnownByWhatItHolds(String what, String name, byte[] file, int status, String said) throws Exception {
        String offer = published(RECRUITER, Bodies.DATA_SCIENTIST);

        MockHttpServletResponse answer = call(sends(offer, INES, name, file));

        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        assertThat(answer.getContentAsString()).contains(said);
        assertThat(store.getCollection("cv.files").countDocuments()).isEqualTo(status == 201 ? 1 : 0);
    }

    @Test
    void aRefusedFileLosesNothingOfWhatWasTyped() throws Exception {
        String offer = published(RECRUITER, Bodies.DATA_SCIENTIST);

        MockHttpServletResponse answer = call(form(offer, INES, "cv.pdf", CvFixtures.zip())
                .param("message", "Un long message")
                .param("relais", "rl-x"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Un long message", "value=\"rl-x\"", "ni un PDF, ni un ODT", "href=\"#champ-cv\"");
    }

    @Test
    void aCvThatIsTooLargeIsRefusedByTheFormAndByTheDoor() throws Exception {
        String offer = published(RECRUITER, Bodies.DATA_SCIENTIST);
        byte[] large = Arrays.copyOf(CvFixtures.PDF, 5 * 1024 * 1024 + 1);

        MockHttpServletResponse answer = call(sends(offer, INES, "cv.pdf", large));
        MockHttpServletResponse atTheDoor =
                call(sends(offer, INES, "cv.pdf", CvFixtures.PDF).content(new byte[7 * 1024 * 1024]));

        assertThat(body(answer).path("type").asString()).endsWith("cv-too-large");
        assertThat(answer.getStatus()).isEqualTo(413);
        assertThat(atTheDoor.getStatus()).isEqualTo(413);
        assertThat(store.getCollection("cv.files").countDocuments()).isZero();
    }

    @Test
    void theFileIsHandedOutToBeSavedAndToItsTwoReadersOnly() throws Exception {
        String id = applied(published(RECRUITER, Bodies.DATA_SCIENTIST), "../../étc/pass\"wd.exe");

        MockHttpServletResponse file = call(shows("/recrutement/candidatures/" + id + "/cv", RECRUITER));

        assertThat(file.getContentAsByteArray()).isEqualTo(CvFixtures.PDF);
        assertThat(file.getContentType()).isEqualTo("application/pdf");
        assertThat(file.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("pass")
                .endsWith(".pdf")
                .doesNotContain("/", "exe");
        assertThat(file.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.getHeader("Cache-Control")).contains("no-store");
        assertThat(call(shows("/candidatures/" + id + "/cv", INES)).getContentAsByteArray())
                .isEqualTo(CvFixtures.PDF);
        for (JwtFixture other : List.of(OTHER_RECRUITER, ADMIN, MODERATOR, MEMBER)) {
            assertThat(call(get("/api/jobs/applications/" + id + "/cv").header("Authorization", other.bearer()))
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void theRecruiterMovesItInTwoClicksAndTheCandidateIsToldWithoutDetails() throws Exception {
        String offer = published(RECRUITER, Bodies.DATA_SCIENTIST);
        String id = applied(offer, "cv.pdf");
        assertThat(call(shows("/offres/mes-offres", RECRUITER)).getContentAsString())
                .contains("/recrutement/offres/" + offer + "/candidatures", "Candidatures (1)");
        assertThat(call(shows("/recrutement/offres/" + offer + "/candidatures", RECRUITER))
                        .getContentAsString())
                .contains("Nom de compte-ines", "Passer à : À l’étude");

        MockHttpServletResponse moved = call(presses("/recrutement/candidatures/" + id + "/etape", RECRUITER)
                .param("stage", "INTERVIEW")
                .param("word", "Jeudi à dix heures ?")
                .param("from", "list"));

        assertThat(moved.getHeader("Location")).isEqualTo("/recrutement/offres/" + offer + "/candidatures?fait=etape");
        assertThat(call(shows("/candidatures/" + id, INES)).getContentAsString())
                .contains("Entretien", "Jeudi à dix heures ?");
        OutboxEntry told = only().outbox().getLast();
        assertThatFact(told).matchesItsContract();
        assertThat(told.json())
                .contains("\"accountId\":\"compte-ines\"", "/candidatures/" + id)
                .doesNotContain("Entretien", "INTERVIEW", "Jeudi", "Data scientist");
    }

    @Test
    void aRecruiterMovingAnothersApplicationFindsNothing() throws Exception {
        String id = applied(published(RECRUITER, Bodies.DATA_SCIENTIST), "cv.pdf");

        MockHttpServletResponse refused =
                call(writes("/api/jobs/applications/" + id + "/stage", OTHER_RECRUITER, "{\"stage\":\"REJECTED\"}"));
        MockHttpServletResponse absent =
                call(writes("/api/jobs/applications/ap-absente/stage", OTHER_RECRUITER, "{\"stage\":\"REJECTED\"}"));

        assertThat(refused.getStatus()).isEqualTo(404);
        assertThat(refused.getContentAsString().replace(id, "ap-absente")).isEqualTo(absent.getContentAsString());
        assertThat(only().stage().name()).isEqualTo("RECEIVED");
        assertThat(call(writes("/api/jobs/applications/" + id + "/stage", RECRUITER, "{\"stage\":\"WITHDRAWN\"}"))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void whoWithdrawsLeavesNothingBehind() throws Exception {
        String offer = published(RECRUITER, Bodies.DATA_SCIENTIST);
        String id = applied(offer, "cv.pdf");

        call(presses("/candidatures/" + id + "/retirer", INES));

        assertThat(store.getCollection("cv.files").countDocuments()).isZero();
        assertThat(store.getCollection("cv.chunks").countDocuments()).isZero();
        assertThat(call(shows("/recrutement/candidatures/" + id, RECRUITER)).getContentAsString())
                .contains("Personne qui s’est retirée")
                .doesNotContain("compte-ines", "Un mot de moi");
        assertThat(call(shows("/recrutement/candidatures/" + id + "/cv", RECRUITER))
                        .getStatus())
                .isEqualTo(404);
        assertThat(call(writes("/api/jobs/applications/" + id + "/stage", RECRUITER, "{\"stage\":\"HIRED\"}"))
                        .getStatus())
                .isEqualTo(409);
        assertThat(applied(offer, "cv.pdf")).isNotEqualTo(id);
    }

    @Test
    void anApplicationIsErasedTwoYearsAfterItsLastStepByOneInstance() throws Exception {
        applied(published(RECRUITER, Bodies.DATA_SCIENTIST), "cv.pdf");
        clock.advance(Duration.ofDays(729));
        sweep();
        assertThat(store.getCollection("applications").countDocuments()).isEqualTo(1);

        clock.advance(Duration.ofDays(2));
        Lease elsewhere = new Lease(databases, "application-retention", Duration.ofMinutes(5), clock);
        assertThat(elsewhere.hold()).isTrue();
        sweep();
        assertThat(store.getCollection("applications").countDocuments()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(6));
        sweep();

        assertThat(store.getCollection("applications").countDocuments()).isZero();
        assertThat(store.getCollection("cv.files").countDocuments()).isZero();
        assertThat(store.getCollection("cv.chunks").countDocuments()).isZero();
    }

    @Test
    void aFileWhoseApplicationNeverCameIsRemoved() throws Exception {
        String id = applied(published(RECRUITER, Bodies.DATA_SCIENTIST), "cv.pdf");
        store.getCollection("cv.files")
                .insertOne(new Document("_id", new org.bson.types.ObjectId())
                        .append("length", 1L)
                        .append("chunkSize", 255)
                        .append("uploadDate", java.util.Date.from(clock.instant()))
                        .append("filename", "cv")
                        .append("metadata", new Document("waiting", true)));

        sweep();
        assertThat(store.getCollection("cv.files").countDocuments()).isEqualTo(2);
        clock.advance(Duration.ofHours(2));
        sweep();

        assertThat(store.getCollection("cv.files").countDocuments()).isEqualTo(1);
        assertThat(call(shows("/candidatures/" + id + "/cv", INES)).getStatus()).isEqualTo(200);
    }

    @Test
    void anErasedMembersApplicationsGo() throws Exception {
        applied(published(RECRUITER, Bodies.DATA_SCIENTIST), "cv.pdf");

        hears("agora.directory.member-erased.v1", "m-ines", 9, "{\"id\":\"m-ines\",\"accountId\":\"compte-ines\"}");

        for (String collection : collectionsOfPeople()) {
            assertThat(store.getCollection(collection)
                            .find()
                            .map(Object::toString)
                            .into(new ArrayList<>()))
                    .as(collection)
                    .noneMatch(document -> document.contains("compte-ines"));
        }
        assertThat(store.getCollection("cv.chunks").countDocuments()).isZero();
    }

    @Test
    void aRecommendationIsShownToTheRecruiterWhileItsConsentStands() throws Exception {
        String offer = published(RECRUITER, Bodies.DATA_SCIENTIST);
        call(presses("/offres/" + offer + "/recommander", MEMBER).param("note", "Elle sait tout des haies."));
        String code = store.getCollection("referrals").find().first().getString("_id");
        String page = "/recrutement/offres/" + offer + "/candidatures";
        assertThat(call(shows(page, RECRUITER)).getContentAsString()).doesNotContain("haies", "compte-nour");

        call(presses("/offres/recommandation/" + code + "/accepter", INES));
        assertThat(call(shows(page, RECRUITER)).getContentAsString())
                .contains("Nom de compte-ines", "Recommandation de Nom de compte-nour", "Elle sait tout des haies.");

        String id = body(call(sends(offer, INES, "cv.pdf", CvFixtures.PDF).param("referral", code)))
                .path("id")
                .asString();
        assertThat(call(shows("/recrutement/candidatures/" + id, RECRUITER)).getContentAsString())
                .contains("Recommandation de Nom de compte-nour");

        call(presses("/offres/recommandation/" + code + "/refuser", INES));
        assertThat(call(shows("/recrutement/candidatures/" + id, RECRUITER)).getContentAsString())
                .doesNotContain("compte-nour", "haies");
    }

    @Test
    void oneAppliesToOpenOffersOfRecruitersHere() throws Exception {
        String filled = published(RECRUITER, Bodies.DATA_SCIENTIST);
        call(writes("/api/jobs/offers/" + filled + "/fill", RECRUITER, ""));
        String own = published(RECRUITER, Bodies.DATA_SCIENTIST);
        call(mvcImport());
        String imported = body(call(reads("/api/jobs/offers?q=importee")))
                .path("items")
                .path(0)
                .path("id")
                .asString();

        assertThat(call(sends(filled, INES, "cv.pdf", CvFixtures.PDF)).getStatus())
                .isEqualTo(410);
        assertThat(call(sends(own, RECRUITER, "cv.pdf", CvFixtures.PDF)).getStatus())
                .isEqualTo(409);
        assertThat(imported).isNotBlank();
        assertThat(call(sends(imported, INES, "cv.pdf", CvFixtures.PDF)).getStatus())
                .isEqualTo(409);
        assertThat(call(shows("/offres/" + imported, INES)).getContentAsString())
                .doesNotContain("/postuler");
    }

    private static AbstractMockHttpServletRequestBuilder<?> mvcImport() {
        return org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post("/api/jobs/imports/offers")
                .header("Authorization", ADMIN.bearer())
                .contentType("application/x-ndjson")
                .content(
                        "{\"id\":\"o-1\",\"source\":\"essai\",\"title\":\"Offre importee\",\"description_md\":\"Un poste.\","
                                + "\"organisation_id\":\"dinum\",\"closes_at\":\"2027-01-31\",\"status\":\"ouverte\"}");
    }

    private String applied(String offer, String name) throws Exception {
        MockHttpServletResponse sent =
                call(sends(offer, INES, name, CvFixtures.PDF).param("message", "Un mot de moi"));
        assertThat(sent.getStatus()).as(sent.getContentAsString()).isEqualTo(201);
        return body(sent).path("id").asString();
    }

    private static AbstractMockHttpServletRequestBuilder<?> sends(
            String offer, JwtFixture person, String name, byte[] file) {
        return multipart("/api/jobs/offers/" + offer + "/applications")
                .file(new MockMultipartFile("cv", name, "application/octet-stream", file))
                .header("Authorization", person.bearer());
    }

    private static AbstractMockHttpServletRequestBuilder<?> form(
            String offer, JwtFixture person, String name, byte[] file) {
        return multipart("/offres/" + offer + "/postuler")
                .file(new MockMultipartFile("cv", name, "application/pdf", file))
                .header("Authorization", person.bearer())
                .header("X-Agora-Csrf", "jeton")
                .param("_csrf", "jeton");
    }

    private Application only() {
        return store.findAll(Application.class).getFirst();
    }

    /** What the timer does, without waiting for it. */
    private void sweep() {
        context.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .filter(task -> task.toString().contains("ApplicationRetention"))
                .forEach(task -> task.getTask().getRunnable().run());
    }
}
