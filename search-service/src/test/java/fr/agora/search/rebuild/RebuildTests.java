package fr.agora.search.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactHandler;
import fr.agora.platform.messaging.Replays;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import fr.agora.search.Facts;
import fr.agora.search.SearchTest;
import fr.agora.search.catalogue.Kind;
import fr.agora.search.feed.FactReader;
import fr.agora.search.index.Indices;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Import(RebuildTests.Owner.class)
@TestPropertySource(properties = {"agora.index.targets=50ms", "agora.rebuild.signs=200ms", "agora.rebuild.silence=2s"})
class RebuildTests extends SearchTest {

    private static final JwtFixture ADMIN = JwtFixture.member("ada").with(Role.ADMIN);

    @Autowired
    private Owner owner;

    @Autowired
    private Indices indices;

    @Autowired
    private MongoOperations store;

    @Autowired
    private Audit audit;

    @Autowired
    private Renewal renewal;

    @AfterEach
    void anotherOwner() {
        owner.tells(List.of());
        owner.mandates = List.of();
        owner.meanwhile = () -> {};
        engine.renew();
    }

    @Test
    void theSameIsFoundBeforeDuringAndAfterThoughFactsGoOnArriving() throws Exception {
        var kept = Facts.offer("kept", "Juriste");
        var gone = Facts.offer("gone", "Juriste");
        hear(kept, gone, Facts.useCase("other", "Juriste en ligne"));
        owner.tells(List.of(
                kept.fact(),
                gone.fact(),
                Facts.offer("lost", "Juriste oublié").fact(),
                Facts.useCase("other", "Juriste en ligne").fact()));
        owner.meanwhile = () -> {
            assertThat(search("q", "juriste").ids()).contains("kept", "gone", "other");
            hear(gone.withdrawn().at(2), Facts.offer("new", "Juriste"));
            assertThat(search("q", "juriste").ids()).contains("kept", "new").doesNotContain("gone");
        };

        var rebuild = finished(begin("all"));

        assertThat(rebuild.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(rebuild.at("/parts/0/received").asLong()).isEqualTo(3);
        assertThat(search("q", "juriste").ids()).containsExactlyInAnyOrder("kept", "new", "lost", "other");
        assertThat(indices.searched()).containsExactly(rebuild.path("index").asString());
        assertThat(indices.replaced()).hasSize(1);
        hear(Facts.offer("later", "Juriste"));
        assertThat(search("q", "juriste").ids()).contains("later");
    }

    @Test
    void whoHoldsAMandateIsAskedAgainWithTheMembers() throws Exception {
        owner.tells(List.of(Facts.member("nadia", "Nadia Zéphyrin")
                .seenBy("NETWORK")
                .with("networks", List.of("amdac"))
                .fact()));
        owner.mandates = List.of(Facts.mandate("md-lost", "AMDAC", "blanche")
                .with("endsOn", "2099-12-31")
                .fact());
        var officer = JwtFixture.member("blanche");
        assertThat(searchAs(officer, "q", "zéphyrin").total()).isZero();

        var rebuild = finished(begin("all"));

        assertThat(rebuild.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(searchAs(officer, "q", "zéphyrin").ids()).containsExactly("nadia");
    }

    @Test
    void anErasedPersonOfWhomTwoFactsTellIsOneEntry() throws Exception {
        var gone = Facts.member("gone", "Partie Ailleurs").at(2);
        var here = Facts.member("here", "Nadia Zéphyrin");
        owner.tells(List.of(gone.withdrawn().fact(), gone.erased().fact(), here.fact()));

        var rebuild = finished(begin("all"));

        assertThat(rebuild.path("status").asString()).as(rebuild.toString()).isEqualTo("COMPLETED");
        assertThat(audit.audit(List.of(Kind.MEMBER))).isZero();
        hear(Facts.member("ghost", "Fantôme Zéphyrin"));
        assertThat(audit.audit(List.of(Kind.MEMBER))).isEqualTo(1);
        await(() -> search("q", "fantôme").total() == 0);
    }

    @Test
    void aFailedRebuildLeavesTheSearchAsItWas() throws Exception {
        hear(Facts.offer("kept", "Juriste"));
        owner.meanwhile = () -> {
            throw new IllegalStateException("the owner fell silent");
        };

        var rebuild = finished(begin("all"));

        assertThat(rebuild.path("status").asString()).isEqualTo("FAILED");
        assertThat(rebuild.at("/parts/0/cause").asString()).contains("fell silent");
        assertThat(search("q", "juriste").ids()).containsExactly("kept");
        assertThat(indices.unfinished()).isEmpty();
    }

    @Test
    void oneRebuildRunsAtATime() throws Exception {
        var second = new MockHttpServletResponse[1];
        owner.meanwhile = () -> second[0] = begin("all");

        finished(begin("all"));

        assertThat(second[0].getStatus()).isEqualTo(409);
        assertThat(second[0].getContentAsString()).contains("rebuild-running");
    }

    @Test
    void whatAnEarlierVersionIndexedByKindIsFoundUntilItIsRebuiltIntoOne() throws Exception {
        var offer = Facts.offer("kept", "Juriste")
                .ofMinistry("eco", "Économie")
                .remoteDays(3)
                .with("description", "À la préfecture.");
        engine.asBefore(FactReader.read(offer.fact()).getFirst());
        owner.tells(
                List.of(offer.fact(), Facts.useCase("other", "Juriste en ligne").fact()));
        var former = indices.searched();
        assertThat(former).containsExactly("agora-offer-000001");
        for (var words : List.of("juriste", "préfecture", "juriste préfecture")) {
            assertThat(search("q", words).ids()).as(words).containsExactly("kept");
        }
        assertThat(search("q", "préfecture").body().at("/hits/0/highlights").toString())
                .contains("<mark>préfecture</mark>");
        var counted = search("q", "juriste");
        assertThat(counted.facet("kind")).containsExactly(Map.entry("offer", 1L));
        assertThat(counted.facet("remoteDays")).containsEntry("3+", 1L);
        assertThat(search("q", "juriste", "ministry", "sante").facet("ministry"))
                .containsEntry("eco", 1L)
                .containsEntry("sante", 0L);
        assertThat(indices.isOutdated()).isTrue();

        finished(begin("all"));

        assertThat(indices.isOutdated()).isFalse();
        assertThat(search("q", "juriste").ids()).containsExactlyInAnyOrder("kept", "other");
        assertThat(indices.searched()).doesNotContainAnyElementsOf(former);
        assertThat(indices.replaced()).containsExactlyElementsOf(former);
        engine.lose();
        assertThat(search("q", "juriste").ids()).isEmpty();
    }

    @Test
    void whatAnOlderInstanceWritesMeanwhileIsCountedLikeAllElse() {
        hear(Facts.offer("new", "Juriste").ofMinistry("eco", "Économie").remoteDays(2));
        engine.putAsBefore(FactReader.read(Facts.offer("old", "Juriste")
                        .ofMinistry("eco", "Économie")
                        .remoteDays(3)
                        .fact())
                .getFirst());

        var found = search("q", "juriste");

        assertThat(found.ids()).containsExactlyInAnyOrder("new", "old");
        assertThat(found.facet("kind")).containsExactly(Map.entry("offer", 2L));
        assertThat(found.facet("ministry")).containsExactly(Map.entry("eco", 2L));
        assertThat(found.facet("remoteDays")).containsEntry("1+", 2L).containsEntry("3+", 1L);
        assertThat(search("q", "juriste", "remoteDays", "3").facet("ministry")).containsExactly(Map.entry("eco", 1L));
    }

    @Test
    void anUpgradeIsTriedUntilItsOwnersAnswerHoweverLate() {
        var offer = Facts.offer("kept", "Juriste");
        engine.asBefore(FactReader.read(offer.fact()).getFirst());
        owner.tells(List.of(offer.fact()));
        var failed = new AtomicInteger();
        owner.meanwhile = () -> {
            failed.incrementAndGet();
            throw new IllegalStateException("the owner is away");
        };
        await(() -> tried() && failed.get() > 4);
        owner.meanwhile = () -> {};

        await(() -> tried() && !indices.isOutdated());

        assertThat(search("q", "juriste").ids()).containsExactly("kept");
    }

    /** One more look of the renewal; true once nothing is at work. */
    private boolean tried() {
        var idle = store.count(new Query(), Claims.Claim.class) == 0;
        if (idle) {
            renewal.renew();
        }
        return idle;
    }

    @Test
    void aRebuildWhoseInstanceWasKilledBeginsAgain() {
        var offer = Facts.offer("kept", "Juriste");
        hear(offer);
        owner.tells(List.of(offer.fact()));
        var longAgo = Instant.now().minus(Duration.ofMinutes(5));
        var halfFilled = indices.begin();
        var killed = Rebuild.of("rb-killed-" + longAgo.toEpochMilli(), longAgo);
        killed.fill(halfFilled);
        store.save(killed);
        store.save(Claims.Claim.of(killed.id(), longAgo));

        await(() -> told(killed.id()).path("status").asString().equals("COMPLETED"));

        assertThat(indices.unfinished()).isEmpty();
        assertThat(search("q", "juriste").ids()).containsExactly("kept");
    }

    @Test
    void theAuditMendsWhatIsOlderOrMissingAndRebuildsWhatNobodyHas() {
        var old = Facts.offer("old", "Juriste débutant");
        var lost = Facts.offer("lost", "Juriste oublié");
        hear(old, Facts.offer("same", "Juriste"));
        owner.tells(List.of(
                old.with("title", "Juriste confirmé").at(2).fact(),
                lost.fact(),
                Facts.offer("same", "Juriste").fact()));

        assertThat(audit.audit(List.of(Kind.OFFER))).isEqualTo(2);
        assertThat(search("q", "juriste").ids()).containsExactlyInAnyOrder("old", "lost", "same");
        assertThat(search("q", "confirmé").ids()).contains("old");
        assertThat(audit.audit(List.of(Kind.OFFER))).isZero();

        hear(Facts.offer("ghost", "Juriste fantôme"));

        assertThat(audit.audit(List.of(Kind.OFFER))).isEqualTo(1);
        await(() -> !search("q", "juriste").ids().contains("ghost"));
        assertThat(search("q", "juriste").ids()).containsExactlyInAnyOrder("old", "lost", "same");
    }

    @Test
    void onlyAdministratorsRebuildAndOnlyEverything() throws Exception {
        var body = "{\"kind\":\"all\"}";
        var nobody = mvc.perform(post("/api/search/admin/rebuilds")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
        var moderator = mvc.perform(post("/api/search/admin/rebuilds")
                .header(
                        "Authorization",
                        JwtFixture.member("m").with(Role.MODERATOR).bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));

        assertThat(nobody.andReturn().getResponse().getStatus()).isEqualTo(401);
        assertThat(moderator.andReturn().getResponse().getStatus()).isEqualTo(403);
        assertThat(begin("offer").getStatus()).isEqualTo(422);
        assertThat(begin("").getStatus()).isEqualTo(422);
        assertThat(told("rb-unknown").path("status").asInt()).isEqualTo(404);
    }

    private MockHttpServletResponse begin(String kind) {
        try {
            return mvc.perform(post("/api/search/admin/rebuilds")
                            .header("Authorization", ADMIN.bearer())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"kind\":\"%s\"}".formatted(kind)))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode finished(MockHttpServletResponse begun) {
        assertThat(begun.getStatus()).isEqualTo(202);
        var id = String.valueOf(begun.getHeader("Location")).replaceAll(".*/", "");
        await(() -> !told(id).path("status").asString().equals("RUNNING"));
        return told(id);
    }

    private JsonNode told(String id) {
        try {
            var answer = mvc.perform(get("/api/search/admin/rebuilds/" + id).header("Authorization", ADMIN.bearer()))
                    .andReturn()
                    .getResponse();
            return JsonMapper.builder().build().readTree(answer.getContentAsString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    /** Tells what the test gives it, with something happening in the middle. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Owner implements Owners {

        private volatile List<Fact> facts = List.of();
        private volatile List<Fact> mandates = List.of();
        private volatile Runnable meanwhile = () -> {};

        @Bean
        @Primary
        Owners tellingOwner() {
            return this;
        }

        void tells(List<Fact> told) {
            facts = told;
        }

        @Override
        public Replays.Outcome replay(Kind kind, FactHandler handler) {
            var all = facts.stream()
                    .filter(fact -> fact.type().fact().startsWith(kind.code() + "-"))
                    .toList();
            var half = all.size() / 2;
            handler.handle(all.subList(0, half));
            if (kind == Kind.OFFER) {
                meanwhile.run();
            }
            handler.handle(all.subList(half, all.size()));
            return new Replays.Outcome(all.size(), 0, Duration.ofMillis(1));
        }

        @Override
        public Replays.Outcome mandates(FactHandler handler) {
            handler.handle(mandates);
            return new Replays.Outcome(mandates.size(), 0, Duration.ofMillis(1));
        }
    }
}
