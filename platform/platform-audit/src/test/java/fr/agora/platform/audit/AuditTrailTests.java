package fr.agora.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.local.store.WireStore;
import fr.agora.platform.audit.ChainReport.Flaw;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.messaging.contract.ContractExamples;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import fr.agora.platform.web.Paging;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** What a service's trail says, and what it tells when somebody touched it. */
@SpringBootTest(
        classes = Ledger.class,
        properties = {
            "agora.messaging.name=projects",
            "spring.config.import=classpath:platform-defaults.yaml",
            "spring.rabbitmq.port=1",
            "agora.audit.first-upkeep=1h"
        })
@AutoConfigureMockMvc
@Import(JwtFixture.Trusted.class)
class AuditTrailTests {

    private static final WireStore STORE = WireStore.inMemory();
    private static final JwtFixture AMINA = JwtFixture.member("compte-amina");
    private static final JwtFixture ADMIN = JwtFixture.member("compte-paul").with(Role.ADMIN);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MongoTemplate store;

    @Autowired
    private AuditEntries entries;

    @Autowired
    private ChainReading chain;

    @Autowired
    private AuditUpkeep upkeep;

    @Autowired
    private Witnesses witnesses;

    @Autowired
    private Ledger.Turned clock;

    private AuditTrail trail;

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", () -> STORE.uri("agora_ledger"));
    }

    @Autowired
    AuditTrailTests(AuditTrail trail) {
        this.trail = trail;
    }

    @BeforeEach
    void anEmptyTrail() {
        for (String collection : List.of("audit_entries", "audit_seals", "audit_state", "audit_witness")) {
            store.getCollection(collection).deleteMany(new Document());
        }
        trail.forgetHead();
    }

    @Test
    void aWriteIsNotedBeforeAndAfterAndReadingIsNot() throws Exception {
        call(AMINA, get("/api/ledger/books/b-1"));
        call(AMINA, post("/api/ledger/books/b-1?titre=Secret").content("un texte"));

        assertThat(all())
                .extracting(AuditEntry::kind, AuditEntry::account, AuditEntry::operation, AuditEntry::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                EntryKind.BEGUN, "compte-amina", "POST /api/ledger/books/{id}", null),
                        org.assertj.core.groups.Tuple.tuple(
                                EntryKind.ENDED, "compte-amina", "POST /api/ledger/books/{id}", 200));
        assertThat(all().getLast().subjects()).containsExactly("b-1");
        assertThat(all().getLast().roles()).containsExactly("member");
        assertThat(all().getLast().of()).isEqualTo(1);
        assertThat(store.findAll(Document.class, "audit_entries").toString())
                .doesNotContain("Secret")
                .doesNotContain("un texte")
                .doesNotContain("Nom de");
    }

    @Test
    void aRefusalIsNotedWhereverItComesFrom() throws Exception {
        assertThat(call(AMINA, delete("/api/ledger/books/b-1")).getStatus()).isEqualTo(403);
        assertThat(call(AMINA, post("/api/ledger/imports/books")).getStatus()).isEqualTo(403);
        assertThat(call(AMINA, post("/api/ledger/absent/b-2")).getStatus()).isEqualTo(404);
        assertThat(mvc.perform(post("/api/ledger/books/b-3"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);

        assertThat(listed())
                .extracting(AuditEntry::operation, AuditEntry::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("POST /api/ledger/absent/{id}", 404),
                        org.assertj.core.groups.Tuple.tuple("POST /api/ledger/imports/books", 403),
                        org.assertj.core.groups.Tuple.tuple("DELETE /api/ledger/books/{id}", 403));
    }

    @Test
    void aRefusedReadingIsNotedToo() throws Exception {
        assertThat(call(AMINA, get("/api/projects/admin/audit?q=Secret")).getStatus())
                .isEqualTo(403);
        assertThat(call(ADMIN, get("/api/projects/admin/audit")).getStatus()).isEqualTo(200);
        assertThat(call(AMINA, get("/api/projects/admin/nowhere")).getStatus()).isEqualTo(403);

        assertThat(all())
                .extracting(AuditEntry::kind, AuditEntry::account, AuditEntry::operation, AuditEntry::status)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        EntryKind.REFUSED, "compte-amina", "GET /api/projects/admin/audit", 403));
    }

    @Test
    void whoKnocksOnForHoursDoesNotFillTheStore() throws Exception {
        clock.forward(Duration.ofMinutes(2));
        for (int i = 0; i < 70; i++) {
            call(AMINA, post("/api/ledger/imports/books"));
        }

        assertThat(all()).hasSize(60);
    }

    @Test
    void aKeyInAnAddressIsNotNotedAndNothingThatIsNoIdentifier() throws Exception {
        call(AMINA, post("/api/ledger/links/cle-secrete/b-1"));
        call(AMINA, post(java.net.URI.create("/api/ledger/links/k/amina%40agora.exemple")));

        assertThat(listed()).extracting(AuditEntry::subjects).containsExactly(List.of(), List.of("b-1"));
    }

    @Test
    void instancesThatWriteAtOnceMakeOneChain() throws Exception {
        AuditTrail other = new AuditTrail(entries, clock, ChainHash.SHA_256);
        List<Callable<Object>> writes = IntStream.range(0, 60)
                .<Callable<Object>>mapToObj(i -> () -> (i % 2 == 0 ? trail : other).append(deed("b-" + i)))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var write : threads.invokeAll(writes)) {
                write.get();
            }
        }

        assertThat(chain.read().entries()).isEqualTo(60);
        assertThat(chain.read().isIntact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 64, 200})
    void anInstanceThatFellBehindFindsTheEnd(int behind) {
        AuditTrail other = new AuditTrail(entries, clock, ChainHash.SHA_256);
        trail.append(deed("b-first"));
        other.append(deed("b-second"));
        IntStream.range(0, behind).forEach(i -> trail.append(deed("b-" + i)));

        AuditEntry last = other.append(deed("b-last"));

        assertThat(last.number()).isEqualTo(behind + 3);
        assertThat(chain.read().entries()).isEqualTo(behind + 3);
        assertThat(chain.read().isIntact()).isTrue();
    }

    @Test
    void aChangedARemovedAndAForgedEntryAreFound() {
        IntStream.range(0, 9).forEach(i -> trail.append(deed("b-" + i)));
        assertThat(chain.read().isIntact()).isTrue();

        store.getCollection("audit_entries")
                .updateOne(new Document("_id", 3L), new Document("$set", new Document("account", "compte-autre")));
        assertThat(chain.read().flaws()).containsExactly(new Flaw(Flaw.Kind.CHANGED, 3));

        AuditEntry fourth = entries.find(4).orElseThrow();
        store.getCollection("audit_entries").deleteOne(new Document("_id", 4L));
        store.getCollection("audit_entries").deleteOne(new Document("_id", 3L));
        assertThat(chain.read().flaws()).containsExactly(new Flaw(Flaw.Kind.MISSING, 5));

        entries.insert(
                AuditEntry.after(entries.find(2).orElseThrow(), deed("b-x"), clock.instant(), ChainHash.SHA_256));
        entries.insert(fourth);
        assertThat(chain.read().flaws()).containsExactly(new Flaw(Flaw.Kind.BROKEN, 4));

        store.getCollection("audit_entries").deleteMany(Document.parse("{\"_id\": {\"$lt\": 5}}"));
        assertThat(chain.read().flaws()).containsExactly(new Flaw(Flaw.Kind.MISSING, 5));
    }

    @Test
    void anotherHashMayFollowWhileTheTrailGoesOn() {
        AuditTrail updated = new AuditTrail(entries, clock, ChainHash.SHA3_256);
        AuditEntry first = trail.append(deed("b-1"));
        AuditEntry second = updated.append(deed("b-1"));
        trail.append(deed("b-1"));
        updated.append(deed("b-1"));

        assertThat(first.sealedBy()).isNull();
        assertThat(second.sealedBy()).isEqualTo(ChainHash.SHA3_256);
        assertThat(second.hash()).as("as the others are told them").matches("[0-9a-f]{64}");
        assertThat(chain.read().entries()).isEqualTo(4);
        assertThat(chain.read().isIntact()).isTrue();

        // an entry that claims the other hash is as wrong as one that claims another account
        store.getCollection("audit_entries")
                .updateOne(new Document("_id", 2L), new Document("$unset", new Document("sealedBy", "")));
        assertThat(chain.read().flaws()).containsExactly(new Flaw(Flaw.Kind.CHANGED, 2));
    }

    @Test
    void aShortenedOrRewrittenTrailIsNoticedByTheOthers() {
        Witnesses elsewhere = new Witnesses("library", store);
        IntStream.range(0, 9).forEach(i -> trail.append(deed("b-" + i)));
        upkeep.seal();
        elsewhere.hear(told());
        clock.forward(Duration.ofHours(1));
        trail.append(deed("b-9"));
        upkeep.seal();
        elsewhere.hear(told());
        assertThat(elsewhere.differing()).isZero();

        // the end goes, and the trail grows on as if nothing had been
        clock.forward(Duration.ofHours(1));
        store.getCollection("audit_entries").deleteMany(Document.parse("{\"_id\": {\"$gt\": 7}}"));
        trail.forgetHead();
        IntStream.range(0, 9).forEach(i -> trail.append(deed("b-" + i)));
        assertThat(chain.read().isIntact()).isTrue();
        upkeep.seal();
        elsewhere.hear(told());

        assertThat(elsewhere.all()).singleElement().satisfies(witness -> {
            assertThat(witness.service()).isEqualTo("projects");
            assertThat(witness.differsAt()).isEqualTo(9);
        });
        elsewhere.settle("projects");
        assertThat(elsewhere.differing()).isZero();
    }

    @Test
    void everyExampleOfTheFactIsUnderstood() {
        for (Fact example : ContractExamples.of("agora.platform.audit-sealed.v1")) {
            witnesses.hear(example);
        }

        assertThat(witnesses.all()).extracting(Witness::service).containsExactly("jobs");
    }

    @Test
    void whatNeverEndedIsSaidOnce() {
        trail.append(deed("b-1"));
        AuditEntry ended = trail.append(deed("b-2"));
        trail.append(Deed.ended(ended, List.of("b-2"), 200));
        clock.forward(Duration.ofMinutes(20));
        trail.append(deed("b-3"));

        upkeep.sayWhatNeverEnded();
        upkeep.sayWhatNeverEnded();

        assertThat(listed())
                .filteredOn(entry -> entry.kind() == EntryKind.INTERRUPTED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.subjects()).containsExactly("b-1"));
    }

    @Test
    void entriesGoAfterAYearAndTheRestStillVerifies() {
        IntStream.range(0, 6).forEach(i -> trail.append(deed("b-" + i)));
        clock.forward(Duration.ofDays(200));
        IntStream.range(6, 9).forEach(i -> trail.append(deed("b-" + i)));
        clock.forward(Duration.ofDays(170));

        upkeep.removeOld();
        upkeep.removeOld();

        ChainReport report = chain.read();
        assertThat(report.isIntact()).isTrue();
        assertThat(report.first()).isEqualTo(7);
        assertThat(report.removedBefore()).isEqualTo(6);
        assertThat(all()).hasSize(4);

        store.getCollection("audit_entries").deleteOne(new Document("_id", 7L));
        assertThat(chain.read().flaws()).containsExactly(new Flaw(Flaw.Kind.MISSING, 8));
    }

    @Test
    void administratorsReadFilterAndVerifyAndNobodyElse() throws Exception {
        call(AMINA, post("/api/ledger/books/b-1").content("x"));
        call(ADMIN, post("/api/ledger/books/b-2").content("x"));

        String ofAmina = text(call(ADMIN, get("/api/projects/admin/audit?account=compte-amina")));
        assertThat(ofAmina).contains("b-1").doesNotContain("b-2");
        assertThat(text(call(ADMIN, get("/api/projects/admin/audit?item=b-2&from=2026-11-26"))))
                .contains("compte-paul")
                .doesNotContain("compte-amina");
        String page = text(call(ADMIN, get("/journal?objet=b-1")));
        assertThat(page)
                .contains("Journal des actions")
                .contains("compte-amina")
                .contains("Fait");
        assertThat(text(call(ADMIN, get("/journal/verification")))).contains("La chaîne est intacte");
        assertThat(text(call(ADMIN, get("/journal/journal.csv?compte=compte-amina"))))
                .contains("POST /api/ledger/books/{id};b-1;done;200")
                .doesNotContain("compte-paul");
        assertThat(call(ADMIN, get("/api/projects/admin/audit?to=%2B999999999-12-31"))
                        .getStatus())
                .isEqualTo(400);
        assertThat(call(ADMIN, get("/journal?du=%2B999999999-12-31")).getStatus())
                .isEqualTo(200);
        assertThat(call(AMINA, get("/journal")).getStatus()).isEqualTo(403);
        assertThat(call(AMINA, get("/api/projects/admin/audit")).getStatus()).isEqualTo(403);
    }

    private Fact told() {
        OutboxEntry last = Objects.requireNonNull(store.findById("projects", AuditSeal.class))
                .outbox()
                .getLast();
        fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact(last)
                .matchesItsContract();
        return Fact.parse(last.json().getBytes(StandardCharsets.UTF_8));
    }

    private static Deed deed(String subject) {
        return Deed.begun(
                new Actor("compte-amina", List.of("member")), "POST /api/ledger/books/{id}", List.of(subject));
    }

    private List<AuditEntry> all() {
        return entries.after(0, 500);
    }

    private List<AuditEntry> listed() {
        return entries.list(new AuditQuestion(null, null, null, null, LocalDate.of(2030, 1, 1)), new Paging(100, null))
                .items();
    }

    private MockHttpServletResponse call(JwtFixture who, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        return mvc.perform(request.header("Authorization", who.bearer()))
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
