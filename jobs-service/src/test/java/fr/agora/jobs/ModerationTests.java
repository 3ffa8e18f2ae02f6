package fr.agora.jobs;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferStatus;
import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.messaging.contract.ContractExamples;
import fr.agora.platform.security.JwtFixture;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.mock.web.MockHttpServletResponse;

/** Offers are reported from their page, and carry out what the queue decides. */
class ModerationTests extends RunningService {

    @BeforeEach
    void noReports() {
        store.remove(new Query(), "content_reports");
    }

    @Test
    void aReportIsToldOnceAndNamesNobody() throws Exception {
        String id = published(RECRUITER, Bodies.DATA_SCIENTIST);
        assertThat(call(shows("/offres/" + id, MEMBER)).getContentAsString()).contains("/signaler");
        assertThat(call(shows("/offres/" + id, RECRUITER)).getContentAsString()).doesNotContain("/signaler");

        assertThat(report(id, MEMBER).getHeader("Location")).isEqualTo("/offres/" + id + "?fait=signale");
        assertThat(report(id, MEMBER).getHeader("Location")).isEqualTo("/offres/" + id + "?fait=deja-signale");
        assertThat(report(id, RECRUITER).getStatus()).isEqualTo(403);

        List<Document> kept = store.findAll(Document.class, "content_reports");
        assertThat(kept).hasSize(1);
        OutboxEntry told = told(kept.getFirst());
        assertThatFact(told).matchesItsContract();
        assertThat(told.json())
                .contains("\"reason\":\"MISLEADING\"", "Salaire inventé", RECRUITER.accountId(), MEMBER.accountId())
                .doesNotContain("Nour", "@");
    }

    @Test
    void whatIsHiddenCannotBeReported() throws Exception {
        String draft = draft(RECRUITER, Bodies.DATA_SCIENTIST);
        for (String hidden : List.of(draft, "absente")) {
            assertThat(call(shows("/offres/" + hidden + "/signaler", MEMBER)).getStatus())
                    .isEqualTo(404);
            assertThat(report(hidden, MEMBER).getStatus()).isEqualTo(404);
        }
        assertThat(report(draft, RECRUITER).getStatus()).isEqualTo(404);
        assertThat(store.findAll(Document.class, "content_reports")).isEmpty();
    }

    @Test
    void aDecisionIsCarriedOutOnceAndLiftedByALaterOne() throws Exception {
        String id = published(RECRUITER, Bodies.DATA_SCIENTIST);
        report(id, MEMBER);

        decided("projects", id, "mod-0", 1, "HIDDEN");
        assertThat(offer(id).status()).isEqualTo(OfferStatus.PUBLISHED);
        decided("jobs", id, "mod-1", 1, "HIDDEN");
        decided("jobs", id, "mod-1", 1, "HIDDEN");

        assertThat(offer(id).status()).isEqualTo(OfferStatus.SUSPENDED);
        assertThat(offer(id).revision()).isEqualTo(2);
        assertThat(call(reads("/offres/" + id)).getStatus()).isEqualTo(404);
        assertThat(call(shows("/offres/" + id, RECRUITER)).getContentAsString()).contains("Annonce fictive");
        for (JwtFixture person : List.of(RECRUITER, MODERATOR)) {
            assertThat(call(writes("/api/jobs/offers/" + id + "/publish", person, ""))
                            .getStatus())
                    .isEqualTo(409);
        }

        decided("jobs", id, "mod-1", 2, "REVERSED");
        decided("jobs", id, "mod-1", 1, "HIDDEN");

        assertThat(offer(id).status()).isEqualTo(OfferStatus.PUBLISHED);
        assertThat(call(reads("/offres/" + id)).getStatus()).isEqualTo(200);
        offer(id).outbox().forEach(fact -> assertThatFact(fact).matchesItsContract());
    }

    @Test
    void anOfferItsAuthorTookOffBeforeTheDecisionCannotComeBack() throws Exception {
        String id = published(RECRUITER, Bodies.DATA_SCIENTIST);
        call(writes("/api/jobs/offers/" + id + "/withdraw", RECRUITER, ""));

        decided("jobs", id, "mod-1", 1, "HIDDEN");
        assertThat(call(writes("/api/jobs/offers/" + id + "/publish", RECRUITER, ""))
                        .getStatus())
                .isEqualTo(409);

        decided("jobs", id, "mod-1", 2, "REVERSED");
        assertThat(offer(id).status()).isEqualTo(OfferStatus.WITHDRAWN);
        assertThat(call(writes("/api/jobs/offers/" + id + "/publish", RECRUITER, ""))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void anErasedReporterIsForgottenAndEveryExampleIsUnderstood() throws Exception {
        report(published(RECRUITER, Bodies.DATA_SCIENTIST), MEMBER);

        ContractExamples.of("agora.directory.moderation-decided.v1")
                .forEach(example -> subscriptions.values().stream()
                        .filter(subscription -> subscription.owner().equals("directory"))
                        .forEach(subscription -> subscription.handler().handle(List.of(example))));
        assertThat(store.findAll(Document.class, "content_reports")).hasSize(1);
        hears(
                "agora.directory.member-erased.v1",
                "m-nour",
                9,
                "{\"id\":\"m-nour\",\"accountId\":\"" + MEMBER.accountId() + "\"}");

        assertThat(store.findAll(Document.class, "content_reports")).isEmpty();
    }

    private MockHttpServletResponse report(String id, JwtFixture by) throws Exception {
        return call(presses("/offres/" + id + "/signaler", by)
                .param("reason", "MISLEADING")
                .param("text", "Salaire inventé"));
    }

    private void decided(String owner, String id, String caseId, long revision, String decision) {
        hears("agora.directory.moderation-decided.v1", caseId, revision, """
                {"id":"%s","owner":"%s","kind":"offer","itemId":"%s","decision":"%s","motive":"Annonce fictive",
                 "decidedAt":"2026-11-26T09:00:00Z"}""".formatted(caseId, owner, id, decision));
    }

    private static OutboxEntry told(Document report) {
        Document fact = report.getList("outbox", Document.class).getFirst();
        return new OutboxEntry(
                fact.getString("_id") == null ? "id" : fact.getString("_id"),
                fact.getString("type"),
                fact.getString("routingKey"),
                fact.get("payload", Binary.class).getData(),
                fact.getLong("revision"),
                fact.getDate("occurredAt").toInstant(),
                null,
                null);
    }

    private Offer offer(String id) {
        return Objects.requireNonNull(store.findById(id, Offer.class));
    }
}
