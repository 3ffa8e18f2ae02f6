package fr.agora.jobs;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.agora.jobs.offer.Offer;
import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.messaging.ReplaySource;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** The life of an offer through the API, and what others are told of it. */
class OfferStoryTests extends RunningService {

    @Autowired
    private ReplaySource replay;

    @Test
    void anOfferIsWrittenPublishedEditedAndWithdrawn() throws Exception {
        MockHttpServletResponse created = call(writes("/api/jobs/offers", RECRUITER, Bodies.DATA_SCIENTIST));
        String id = body(created).path("id").asString();
        String path = "/api/jobs/offers/" + id;
        assertThat(created.getStatus()).isEqualTo(201);
        assertThat(created.getHeader("Location")).isEqualTo(path);
        assertThat(body(created).path("status").asString()).isEqualTo("DRAFT");
        assertThat(told(id)).isEmpty();
        assertThat(call(reads(path)).getStatus()).isEqualTo(404);

        assertThat(call(writes(path + "/publish", RECRUITER, "")).getStatus()).isEqualTo(200);
        assertThat(call(reads(path)).getStatus()).isEqualTo(200);
        JsonNode first = data(told(id).getLast());
        assertThat(first.path("organizations").path(0).path("name").asString())
                .isEqualTo("Direction interministérielle du numérique");
        assertThat(first.path("ministries").path(0).path("id").asString()).isEqualTo("premier-ministre");
        assertThat(first.path("territories").findValuesAsString("code"))
                .containsExactly("DEP-75", "REG-11", "COM-35238", "DEP-35", "REG-53");
        assertThat(first.path("skills").findValuesAsString("code")).containsExactly("python", "cartographie-des-haies");
        assertThat(first.path("url").asString()).isEqualTo("/offres/" + id);

        call(replaces(path, RECRUITER, Bodies.with("remoteDaysPerWeek", "5")));
        call(replaces(path, RECRUITER, Bodies.with("remoteDaysPerWeek", "5")));
        assertThat(call(writes(path + "/withdraw", RECRUITER, "")).getStatus()).isEqualTo(200);
        assertThat(call(writes(path + "/withdraw", RECRUITER, "")).getStatus()).isEqualTo(200);

        assertThat(told(id))
                .extracting(OutboxEntry::type, OutboxEntry::revision)
                .containsExactly(
                        tuple("agora.jobs.offer-published.v1", 1L),
                        tuple("agora.jobs.offer-published.v1", 2L),
                        tuple("agora.jobs.offer-withdrawn.v1", 3L));
        told(id).forEach(fact -> assertThatFact(fact).matchesItsContract());
        assertThat(call(reads(path)).getStatus()).isEqualTo(404);
        assertThat(call(reads(path).header("Authorization", RECRUITER.bearer())).getStatus())
                .isEqualTo(200);
    }

    @Test
    void aReplayTellsEveryOfferThatWasEverTold() throws Exception {
        String visible = published(RECRUITER, Bodies.DATA_SCIENTIST);
        String gone = published(RECRUITER, Bodies.DATA_SCIENTIST);
        call(writes("/api/jobs/offers/" + gone + "/withdraw", RECRUITER, ""));
        draft(RECRUITER, Bodies.DATA_SCIENTIST);

        List<OutboxEntry> replayed = new ArrayList<>();
        replay.forEachCurrent(replayed::add);

        assertThat(replay.kind()).isEqualTo("offer");
        replayed.forEach(fact -> assertThatFact(fact).matchesItsContract());
        assertThat(replayed)
                .extracting(fact -> data(fact).path("id").asString() + " " + fact.type() + " " + fact.revision())
                .containsExactlyInAnyOrder(
                        visible + " agora.jobs.offer-published.v1 1", gone + " agora.jobs.offer-withdrawn.v1 2");
    }

    @Test
    void theListFiltersAndGoesOnWhereItStopped() throws Exception {
        for (int days = 0; days <= 5; days++) {
            clock.advance(Duration.ofMinutes(1));
            published(RECRUITER, Bodies.with("remoteDaysPerWeek", Integer.toString(days)));
        }
        published(RECRUITER, Bodies.with("visibility", "\"AGENTS\""));

        assertThat(remoteDays("/api/jobs/offers?minRemoteDays=3&size=2")).containsExactly(5, 4);
        String next = body(call(reads("/api/jobs/offers?minRemoteDays=3&size=2")))
                .path("next")
                .asString();
        assertThat(remoteDays("/api/jobs/offers?minRemoteDays=3&size=2&cursor=" + next))
                .containsExactly(3);
        assertThat(remoteDays("/api/jobs/offers?territory=REG-11")).hasSize(6);
        assertThat(remoteDays("/api/jobs/offers?territory=REG-84")).isEmpty();
        assertThat(remoteDays("/api/jobs/offers?family=data-scientist&q=teletr DINUM"))
                .hasSize(6);
        assertThat(remoteDays("/api/jobs/offers?q=plombier")).isEmpty();
        JsonNode forAgents = body(call(reads("/api/jobs/offers").header("Authorization", MEMBER.bearer())));
        assertThat(forAgents.path("items")).hasSize(7);
    }

    @Test
    void onlyItsAuthorAnAdminOrAModeratorTouchesAnOffer() throws Exception {
        String draft = "/api/jobs/offers/" + draft(RECRUITER, Bodies.DATA_SCIENTIST);
        String offer = "/api/jobs/offers/" + published(RECRUITER, Bodies.DATA_SCIENTIST);

        assertThat(call(replaces(draft, OTHER_RECRUITER, Bodies.DATA_SCIENTIST)).getStatus())
                .isEqualTo(404);
        assertThat(call(replaces(offer, OTHER_RECRUITER, Bodies.DATA_SCIENTIST)).getStatus())
                .isEqualTo(403);
        assertThat(call(writes(offer + "/withdraw", OTHER_RECRUITER, "")).getStatus())
                .isEqualTo(403);
        assertThat(call(replaces(offer, MODERATOR, Bodies.DATA_SCIENTIST)).getStatus())
                .isEqualTo(403);
        assertThat(call(replaces(offer, ADMIN, Bodies.DATA_SCIENTIST)).getStatus())
                .isEqualTo(200);
        assertThat(call(writes(offer + "/withdraw", MODERATOR, "")).getStatus()).isEqualTo(200);
        assertThat(call(writes(draft + "/withdraw", RECRUITER, "")).getStatus()).isEqualTo(409);
    }

    @Test
    void aRecruiterWritesForTheirOwnOrganisationOnly() throws Exception {
        JwtFixture homeless = JwtFixture.member("compte-zoe").with(Role.RECRUITER);
        String forInsee = Bodies.with("organizationId", "\"insee\"");

        assertThat(call(writes("/api/jobs/offers", RECRUITER, forInsee)).getStatus())
                .isEqualTo(403);
        assertThat(call(writes("/api/jobs/offers", MEMBER, Bodies.DATA_SCIENTIST))
                        .getStatus())
                .isEqualTo(403);
        MockHttpServletResponse refused = call(writes("/api/jobs/offers", homeless, Bodies.DATA_SCIENTIST));
        assertThat(refused.getStatus()).isEqualTo(403);
        assertThat(body(refused).path("type").asString()).isEqualTo("urn:agora:problem:no-organization");
        assertThat(call(writes("/api/jobs/offers", ADMIN, Bodies.with("organizationId", "\"dinum\"")))
                        .getStatus())
                .isEqualTo(201);
    }

    @Test
    void noAnswerSaysWhoWroteAnOffer() throws Exception {
        String id = published(RECRUITER, Bodies.DATA_SCIENTIST);

        assertThat(call(reads("/api/jobs/offers/" + id)).getContentAsString()).doesNotContain(RECRUITER.accountId());
        assertThat(told(id).getLast().json()).doesNotContain(RECRUITER.accountId());
    }

    private List<Integer> remoteDays(String path) throws Exception {
        List<Integer> days = new ArrayList<>();
        body(call(reads(path)))
                .path("items")
                .forEach(each -> days.add(each.path("remoteDaysPerWeek").asInt()));
        return days;
    }

    private List<OutboxEntry> told(String id) {
        Offer offer = store.findById(id, Offer.class);
        return offer == null ? List.of() : offer.outbox();
    }

    private JsonNode data(OutboxEntry fact) {
        return json.readTree(fact.payload()).path("data");
    }
}
