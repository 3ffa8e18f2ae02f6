package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.agora.acceptance.Api.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Something hidden of every kind there is, each with a word of its own that stands nowhere else, written by those whose
 * it is through the public API.
 *
 * <p>Odile is its owner throughout: an agent of the Ardèche's field service, member of the network AllIAnce, recruiter.
 */
final class LeakCorpus {

    static final String OWNER = "fuite.odile";
    static final String COLLEAGUE = "fuite.reseau";
    static final String AGENT = "fuite.agent";
    static final String ELSEWHERE = "fuite.ailleurs";

    private static final Duration HEARD = Duration.ofSeconds(60);
    private static final String VISIBLE = "public";
    private static final String WORDS = "bcdfghjklmnpqrstvwxz";

    private final String run = UUID.randomUUID().toString();
    private final Map<String, String> words = new LinkedHashMap<>();
    private final List<Item> items = new ArrayList<>();
    private final Agora agora;
    private final IdentityConsole console;
    private final Api owner;
    private final Api colleague;
    private final Api elsewhere;
    private final Api moderator;
    private final Api admin;

    /**
     * One thing that may be asked for by its identifier.
     *
     * @param kind as its addresses call it: {@code members}, {@code offers}…
     * @param secrets names of what is hidden in it
     */
    record Item(String name, String kind, String id, List<String> secrets) {}

    private LeakCorpus(Agora agora) {
        this.agora = agora;
        this.console = new IdentityConsole(agora);
        console.create(OWNER, "ddt-ardeche", "member", "recruiter");
        console.create(COLLEAGUE, "dinum", "member");
        console.create(AGENT, null);
        console.create(ELSEWHERE, "insee", "member");
        this.owner = agora.as(OWNER);
        this.colleague = agora.as(COLLEAGUE);
        this.elsewhere = agora.as(ELSEWHERE);
        this.moderator = agora.as("sofia.marchetti");
        this.admin = agora.as("admin.demo");
    }

    static LeakCorpus writtenOn(Agora agora) {
        LeakCorpus corpus = new LeakCorpus(agora);
        corpus.people();
        corpus.useCases();
        corpus.offers();
        corpus.letters();
        corpus.application();
        corpus.requests();
        corpus.rest();
        return corpus;
    }

    /** Word by the name of what it is hidden in. */
    Map<String, String> words() {
        return words;
    }

    List<Item> items() {
        return items;
    }

    /** Of the one of that name and kind. */
    String id(String name, String kind) {
        return items.stream()
                .filter(item -> item.name().equals(name) && item.kind().equals(kind))
                .map(Item::id)
                .findFirst()
                .orElseThrow();
    }

    private String word(String secret) {
        return words.computeIfAbsent(secret, name -> {
            byte[] seed = UUID.nameUUIDFromBytes((run + name).getBytes(StandardCharsets.UTF_8))
                    .toString()
                    .replace("-", "")
                    .getBytes(StandardCharsets.US_ASCII);
            StringBuilder word = new StringBuilder("zq");
            for (int i = 0; i < 22; i += 2) {
                word.append(WORDS.charAt((seed[i] * 31 + seed[i + 1]) % WORDS.length()));
            }
            return word.toString();
        });
    }

    private void people() {
        String own = id(made(owner.post("/api/directory/members", """
                {"displayName":"Aa Odile","headline":"Poste %s","bio":"Je suis %s","organizationId":"ddt-ardeche",
                 "skills":[{"code":"%s","level":"EXPERT"}],"offers":["aide %s"],"communities":[{"code":"eig","label":"EIG %s"}],
                 "visibility":"PUBLIC","visibilities":{"HEADLINE":"ME","BIO":"NETWORK","SKILLS":"ME","HELP":"AGENTS",
                 "COMMUNITIES":"NETWORK","ORGANIZATION":"PUBLIC"}}\
                """.formatted(
                        word("member.headline.ME"),
                        word("member.bio.NETWORK"),
                        word("member.skill.ME"),
                        word("member.help.AGENTS"),
                        word("member.community.NETWORK")))));
        made(owner.post("/api/directory/members/" + own + "/publish", ""));
        String peer = id(made(colleague.post(
                "/api/directory/members",
                "{\"displayName\":\"Aa Collègue\",\"organizationId\":\"dinum\",\"visibility\":\"AGENTS\"}")));
        made(colleague.post("/api/directory/members/" + peer + "/publish", ""));
        made(elsewhere.post(
                "/api/directory/members",
                "{\"displayName\":\"Aa Ailleurs\",\"organizationId\":\"insee\",\"visibility\":\"AGENTS\"}"));
        String other =
                elsewhere.get("/api/directory/members/me").json().path("id").asString();
        made(elsewhere.post("/api/directory/members/" + other + "/publish", ""));
        for (String member : List.of(own, peer)) {
            admit(member);
        }
        items.add(new Item(VISIBLE, "members", own, List.of()));
        somebody("ME", "\"visibility\":\"prive\"", false);
        somebody("NETWORK", "\"visibility\":\"reseau\"", true);
        somebody("AGENTS", "\"visibility\":\"agents\"", false);
        somebody("draft", "\"brouillon\":true,\"visibility\":\"public\"", false);
        String gone = somebody("withdrawn", "\"visibility\":\"public\"", false);
        made(admin.post("/api/directory/members/" + gone + "/withdraw", ""));
    }

    private void admit(String member) {
        Answer admitted = moderator.put("/api/directory/networks/alliance/members/" + member, "");
        assertThat(admitted.status()).as(admitted.body()).isEqualTo(204);
    }

    /** A whole profile of that visibility, whose owner never comes. */
    private String somebody(String how, String visibility, boolean admitted) {
        String id = "mbr-" + UUID.randomUUID();
        String secret = "profile." + how;
        Answer report = admin.lines(
                "/api/directory/imports/members", """
                {"id":"%s","display_name":"Aa %s","role_title":"Poste %3$s","bio":"Vie %3$s","organisation_id":"dinum",\
                "skill_ids":["python"],%4$s}
                """.formatted(id, word(secret + ".name"), word(secret), visibility));
        assertThat(report.body()).contains("created");
        if (admitted) {
            admit(id);
        }
        items.add(new Item(secret, "members", id, List.of(secret, secret + ".name")));
        return id;
    }

    private void useCases() {
        useCase("use-case.draft", "PUBLIC", List.of());
        useCase("use-case.AGENTS", "AGENTS", List.of("publish"));
        useCase("use-case.withdrawn", "PUBLIC", List.of("publish", "withdraw"));
    }

    private String useCase(String secret, String visibility, List<String> steps) {
        JsonNode created = made(owner.post("/api/projects/use-cases", useCaseBody(word(secret), slug(), visibility)));
        String id = created.path("id").asString();
        for (String step : steps) {
            made(owner.post("/api/projects/use-cases/" + id + "/" + step, ""));
        }
        items.add(new Item(secret, "use-cases", id, List.of(secret)));
        items.add(new Item(secret, "cas-usage", created.path("slug").asString(), List.of(secret)));
        items.add(new Item(
                secret, "blocks", created.findValue("blocks").path(0).path("id").asString(), List.of(secret)));
        return id;
    }

    // an address is echoed by what answers there: it holds no word
    private static String slug() {
        return "aa-" + UUID.randomUUID();
    }

    private static String useCaseBody(String word, String slug, String visibility) {
        return """
                {"title":"Aa %1$s","slug":"%3$s","pitch":"Compter %1$s","audience":"Agents %1$s","whatChanges":"On compte %1$s",
                 "description":"Récit %1$s","phase":"IN_PROGRESS","indicators":[{"label":"Délai %1$s","before":"21",
                 "after":"4","unit":"jours","measuredOn":"2026-09-30","source":"Relevé %1$s"}],
                 "blocks":[{"name":"Brique %1$s","kind":"MODEL","summary":"Trouve %1$s","licence":"etalab-2.0","access":"OPEN"}],
                 "organizations":["ddt-ardeche"],"themes":["%1$s"],"visibility":"%2$s",
                 "originality":{"considered":[],"reason":"Rien de tel"}}\
                """.formatted(word, visibility, slug);
    }

    private void offers() {
        offer("offer.draft", "PUBLIC");
        post(offer("offer.AGENTS", "AGENTS"), "publish", "");
        String withdrawn = offer("offer.withdrawn", "PUBLIC");
        post(withdrawn, "publish", "");
        post(withdrawn, "withdraw", "");
        String suspended = offer("offer.suspended", "PUBLIC");
        post(suspended, "publish", "");
        made(moderator.post(
                "/api/jobs/offers/" + suspended + "/suspend",
                "{\"reason\":\"Motif %s\"}".formatted(word("offer.moderators-reason"))));
    }

    private void post(String offer, String step, String body) {
        made(owner.post("/api/jobs/offers/" + offer + "/" + step, body));
    }

    private String offer(String secret, String visibility) {
        String id = id(made(owner.post("/api/jobs/offers", offerBody(word(secret), "ddt-ardeche", visibility))));
        items.add(new Item(secret, "offers", id, List.of(secret)));
        return id;
    }

    private static String offerBody(String word, String organization, String visibility) {
        return """
                {"title":"Aa %1$s","summary":"Poste %1$s","description":"Missions %1$s","organizationId":"%2$s",
                 "remoteDaysPerWeek":3,"territories":["DEP-07"],"contractTypes":["PERMANENT"],"jobFamily":"data-scientist",
                 "skills":["%1$s"],"team":"Équipe %1$s","validThrough":"%3$s","visibility":"%4$s"}\
                """.formatted(word, organization, LocalDate.now().plusMonths(2), visibility);
    }

    private void letters() {
        String peer =
                colleague.get("/api/directory/members/me").json().path("id").asString();
        letter("letter", peer);
        String reported = letter("letter.reported", peer);
        made(colleague.post(
                "/api/directory/messages/" + reported + "/report",
                "{\"reason\":\"OTHER\",\"detail\":\"Parce que %s\"}".formatted(word("letter.report"))));
    }

    private String letter(String secret, String to) {
        String id = id(made(owner.post(
                "/api/directory/members/" + to + "/messages",
                "{\"subject\":\"Objet %1$s\",\"text\":\"Texte %1$s\"}".formatted(word(secret)))));
        items.add(new Item(secret, "messages", id, List.of(secret)));
        return id;
    }

    private void application() {
        Api recruiter = agora.as("nora.lefevre");
        String offer = id(made(recruiter.post("/api/jobs/offers", offerBody("bocage", "dinum", "PUBLIC"))));
        made(recruiter.post("/api/jobs/offers/" + offer + "/publish", ""));
        String boundary = "piece" + run;
        String body = """
                --%1$s\r
                Content-Disposition: form-data; name="message"\r
                \r
                Je postule %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="cv"; filename="cv-%3$s.pdf"\r
                Content-Type: application/pdf\r
                \r
                %%PDF-1.7
                1 0 obj
                << /Type /Catalog /Title (%4$s) >>
                endobj
                trailer << /Root 1 0 R >>
                %%%%EOF
                \r
                --%1$s--\r
                """.formatted(
                        boundary, word("application.message"), word("application.file-name"), word("application.cv"));
        String id = id(made(owner.send(owner.request("/api/jobs/offers/" + offer + "/applications")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body)))));
        made(recruiter.post(
                "/api/jobs/applications/" + id + "/stage",
                "{\"stage\":\"REVIEWING\",\"word\":\"Retour %s\"}".formatted(word("application.answer"))));
        items.add(new Item("application", "applications", id, List.of("application.message")));
        items.add(new Item("application", "candidatures", id, List.of("application.message")));
        items.add(new Item(VISIBLE, "offers", offer, List.of()));
    }

    private void requests() {
        String support = id(made(owner.post("/api/projects/support-requests", """
                {"organizationId":"ddt-ardeche","title":"Aa %1$s","description":"Besoin %1$s","needs":["FUNDING","SECURITY"]}\
                """.formatted(word("support")))));
        made(owner.post(
                "/api/projects/support-requests/" + support + "/messages",
                "{\"text\":\"Suite %s\"}".formatted(word("support.message"))));
        items.add(new Item("support", "support-requests", support, List.of("support")));
        items.add(new Item("support", "accompagnement", support, List.of("support")));

        String address = slug();
        String shown = id(made(owner.post("/api/projects/use-cases", useCaseBody("bocage", address, "PUBLIC"))));
        made(owner.post("/api/projects/use-cases/" + shown + "/publish", ""));
        items.add(new Item(VISIBLE, "use-cases", shown, List.of()));
        items.add(new Item(VISIBLE, "cas-usage", address, List.of()));
        String request = id(eventually(
                () -> elsewhere.post("/api/projects/reuse-requests", """
                {"useCase":"%s","blocks":[],"text":"Pourrait-on %s ?"}\
                """.formatted(shown, word("reuse-request")))));
        items.add(new Item("reuse-request", "reuse-requests", request, List.of("reuse-request")));
        items.add(new Item("reuse-request", "demandes", request, List.of("reuse-request")));
        String peer =
                colleague.get("/api/directory/members/me").json().path("id").asString();
        String credit = id(eventually(() -> owner.post(
                "/api/projects/use-cases/" + shown + "/credits",
                "{\"member\":\"%s\",\"role\":\"Rôle %s\"}".formatted(peer, word("credit.proposed")))));
        items.add(new Item("credit.proposed", "credits", credit, List.of("credit.proposed")));
    }

    private void rest() {
        String asked = id(made(elsewhere.post(
                "/api/jobs/recruiter-mandates",
                "{\"reason\":\"Pour %s\"}".formatted(word("recruiter-mandate.reason")))));
        items.add(
                new Item("recruiter-mandate.reason", "recruiter-mandates", asked, List.of("recruiter-mandate.reason")));
        String member = owner.get("/api/directory/members/me").json().path("id").asString();
        String mandate = id(made(agora.as("claire.fontaine")
                .post("/api/directory/mandates", """
                {"role":"AMDAC_DELEGATE","holderId":"%s","organizationId":"min-transition-ecologique","act":{"reference":"Lettre %s"}}\
                """.formatted(member, word("mandate.proposed")))));
        items.add(new Item("mandate.proposed", "mandates", mandate, List.of("mandate.proposed")));
        items.add(new Item("mandate.proposed", "contact-donnees", mandate, List.of("mandate.proposed")));
        String alert = id(made(owner.post("/api/search/alerts", """
                {"name":"Veille %1$s","query":"q=%1$s","rhythm":"DAILY"}\
                """.formatted(word("saved-search")))));
        items.add(new Item("saved-search", "alerts", alert, List.of("saved-search")));
        items.add(new Item("saved-search", "alertes", alert, List.of("saved-search")));
    }

    private static String id(JsonNode made) {
        return made.path("id").asString();
    }

    private static JsonNode made(Answer answer) {
        assertThat(answer.status())
                .as(answer.response().uri() + " " + answer.body())
                .isBetween(200, 299);
        return answer.json();
    }

    // facts travel on their own time: a service may not have heard yet of whom a request names
    private static JsonNode eventually(java.util.function.Supplier<Answer> request) {
        return await().atMost(HEARD)
                .until(request::get, answer -> answer.status() / 100 == 2)
                .json();
    }

    /** The accounts go, and what is theirs with them where the platform erases it. */
    void remove() {
        List.of(OWNER, COLLEAGUE, AGENT, ELSEWHERE).forEach(console::remove);
    }
}
