package fr.agora.projects;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.messaging.contract.ContractExamples;
import fr.agora.platform.security.JwtFixture;
import fr.agora.projects.usecase.UseCase;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.mock.web.MockHttpServletResponse;

/** Use cases and bricks are reported from their pages, and use cases carry out what the queue decides. */
class ModerationTests extends RunningService {

    @BeforeEach
    void noReports() {
        store.remove(new Query(), "content_reports");
    }

    @Test
    void aUseCaseAndItsBrickAreReportedByWhoeverSeesThem() throws Exception {
        UseCase useCase = useCase(published(AUTHOR, Bodies.HEDGES));
        String brick = "/briques/" + useCase.content().blocks().getFirst().id();
        assertThat(page(useCase.url(), MEMBER)).contains("/signaler");
        assertThat(page(brick, MEMBER)).contains("/signaler");
        assertThat(page(brick, AUTHOR)).doesNotContain("/signaler");

        assertThat(report(useCase.url(), MEMBER).getHeader("Location")).isEqualTo(useCase.url() + "?fait=signale");
        assertThat(report(brick, MEMBER).getHeader("Location")).isEqualTo(brick + "?fait=signale");
        assertThat(report(brick, MEMBER).getHeader("Location")).isEqualTo(brick + "?fait=deja-signale");
        assertThat(report(brick, AUTHOR).getStatus()).isEqualTo(403);
        assertThat(report("/cas-usage/absent", MEMBER).getStatus()).isEqualTo(404);
        String draft = useCase(draft(AUTHOR, Bodies.HEDGES)).url();
        assertThat(report(draft, MEMBER).getStatus()).isEqualTo(404);

        List<Document> kept = store.findAll(Document.class, "content_reports");
        assertThat(kept)
                .hasSize(2)
                .allSatisfy(each -> assertThatFact(told(each)).matchesItsContract());
        assertThat(told(kept.getFirst()).json()).contains("\"kind\":\"use-case\"", "Chiffres faux", AUTHOR.accountId());
    }

    @Test
    void aDecisionAboutABrickHidesItsUseCaseUntilEachIsLifted() throws Exception {
        UseCase useCase = useCase(published(AUTHOR, Bodies.HEDGES));
        String id = useCase.id();
        String brick = useCase.content().blocks().getFirst().id();

        decided("block", brick, "mod-1", 1, "HIDDEN");
        decided("block", brick, "mod-1", 1, "HIDDEN");
        decided("use-case", id, "mod-2", 1, "HIDDEN");

        assertThat(useCase(id).isPublished()).isFalse();
        assertThat(useCase(id).revision()).isEqualTo(2);
        assertThat(useCase(id).outbox()).allSatisfy(fact -> assertThatFact(fact).matchesItsContract());
        assertThat(call(get(useCase.url()).header("Authorization", MEMBER.bearer()))
                        .getStatus())
                .isEqualTo(404);
        assertThat(page(useCase.url(), MODERATOR)).contains(useCase.content().title());
        MockHttpServletResponse refused = call(writes("/api/projects/use-cases/" + id + "/publish", AUTHOR, ""));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("use-case-held-back");

        decided("use-case", id, "mod-2", 2, "REVERSED");
        assertThat(useCase(id).isPublished()).isFalse();
        decided("block", brick, "mod-1", 2, "REVERSED");
        decided("block", brick, "mod-1", 1, "HIDDEN");

        assertThat(useCase(id).isPublished()).isTrue();
        assertThat(useCase(id).revision()).isEqualTo(3);
    }

    @Test
    void anErasedReporterIsForgottenAndEveryExampleIsUnderstood() throws Exception {
        report(useCase(published(AUTHOR, Bodies.HEDGES)).url(), MEMBER);

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

    private String page(String path, JwtFixture reader) throws Exception {
        MockHttpServletResponse answer =
                call(get(path).header("Authorization", reader.bearer()).header("X-Agora-Csrf", "jeton"));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse report(String page, JwtFixture by) throws Exception {
        return call(post(page + "/signaler")
                .header("Authorization", by.bearer())
                .header("X-Agora-Csrf", "jeton")
                .param("_csrf", "jeton")
                .param("reason", "MISLEADING")
                .param("text", "Chiffres faux"));
    }

    private void decided(String kind, String id, String caseId, long revision, String decision) {
        hears("agora.directory.moderation-decided.v1", caseId, revision, """
                {"id":"%s","owner":"projects","kind":"%s","itemId":"%s","decision":"%s","motive":"Chiffres faux",
                 "decidedAt":"2026-11-26T09:00:00Z"}""".formatted(caseId, kind, id, decision));
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

    private UseCase useCase(String id) {
        return Objects.requireNonNull(store.findById(id, UseCase.class));
    }
}
