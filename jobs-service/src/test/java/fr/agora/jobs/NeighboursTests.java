package fr.agora.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.jobs.offer.Offer;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.Subscription;
import fr.agora.platform.messaging.contract.ContractExamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** What neighbours tell reaches the offers that name them. */
class NeighboursTests extends RunningService {

    private static final String ORGANIZATION = "agora.directory.organization-published.v1";
    private static final String USE_CASE = "agora.projects.use-case-published.v1";

    @Test
    void anOfferIsToldAgainWhenItsOrganisationChangesItsName() throws Exception {
        String id = published(RECRUITER, Bodies.DATA_SCIENTIST);

        hears(ORGANIZATION, "dinum", 2, "{\"id\":\"dinum\",\"name\":\"Numérique de l’État\",\"ministries\":[]}");
        hears(ORGANIZATION, "dinum", 2, "{\"id\":\"dinum\",\"name\":\"Numérique de l’État\",\"ministries\":[]}");
        hears(ORGANIZATION, "dinum", 1, "{\"id\":\"dinum\",\"name\":\"Un nom périmé\",\"ministries\":[]}");

        assertThat(offer(id).revision()).isEqualTo(2);
        assertThat(offer(id).surroundings().organizations().getFirst().name()).isEqualTo("Numérique de l’État");
        assertThat(offer(id).outbox().getLast().json()).contains("Numérique de l’État");
    }

    @Test
    void aWithdrawnOrganisationLeavesItsLastNameToItsOffers() throws Exception {
        String id = published(RECRUITER, Bodies.DATA_SCIENTIST);

        hears("agora.directory.organization-withdrawn.v1", "dinum", 2, "{\"id\":\"dinum\"}");

        assertThat(offer(id).surroundings().organizations().getFirst().acronym())
                .isEqualTo("DINUM");
        assertThat(offer(id).revision()).isEqualTo(1);
    }

    @Test
    void aDraftChangesWithItsOrganisationWithoutAWord() throws Exception {
        String id = draft(RECRUITER, Bodies.DATA_SCIENTIST);

        hears(ORGANIZATION, "dinum", 2, "{\"id\":\"dinum\",\"name\":\"Numérique de l’État\",\"ministries\":[]}");

        assertThat(offer(id).surroundings().organizations().getFirst().name()).isEqualTo("Numérique de l’État");
        assertThat(offer(id).outbox()).isEmpty();
    }

    @Test
    void aRecruiterWhoseOrganisationWasNotHeardOfYetIsTrusted() throws Exception {
        String id = published(OTHER_RECRUITER, Bodies.DATA_SCIENTIST);
        assertThat(offer(id).surroundings().organizations().getFirst().name()).isEqualTo("insee");

        hears(ORGANIZATION, "insee", 1, "{\"id\":\"insee\",\"name\":\"Insee\",\"ministries\":[]}");

        assertThat(offer(id).surroundings().organizations().getFirst().name()).isEqualTo("Insee");
    }

    @Test
    void anOfferLinksTheUseCasesItsReadersMaySee() throws Exception {
        hears(USE_CASE, "haies", 1, useCase("haies", "Compter les haies", "PUBLIC"));
        hears(USE_CASE, "interne", 1, useCase("interne", "Une affaire interne", "AGENTS"));

        MockHttpServletResponse refused =
                call(writes("/api/jobs/offers", RECRUITER, Bodies.with("useCases", "[\"interne\"]")));
        assertThat(refused.getStatus()).isEqualTo(422);
        String id = published(RECRUITER, Bodies.with("useCases", "[\"haies\"]"));
        assertThat(offer(id).surroundings().useCases().getFirst().title()).isEqualTo("Compter les haies");

        hears("agora.projects.use-case-withdrawn.v1", "haies", 2, "{\"id\":\"haies\"}");

        assertThat(offer(id).surroundings().useCases()).isEmpty();
        assertThat(offer(id).content().useCaseIds()).containsExactly("haies");
        assertThat(offer(id).revision()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ORGANIZATION,
                "agora.directory.organization-withdrawn.v1",
                USE_CASE,
                "agora.projects.use-case-withdrawn.v1",
                "agora.directory.mandate-published.v1",
                "agora.directory.mandate-withdrawn.v1",
                "agora.directory.talent-published.v1",
                "agora.directory.talent-withdrawn.v1",
                "agora.directory.member-erased.v1"
            })
    void everyExampleOfAFactIsUnderstood(String type) {
        for (Fact example : ContractExamples.of(type)) {
            for (Subscription subscription : subscriptions.values()) {
                if (subscription.owner().equals(example.type().owner())) {
                    subscription.handler().handle(List.of(example));
                }
            }
        }

        String copy = type.contains("mandate")
                ? "mandates_copy"
                : type.contains("talent") || type.contains("member")
                        ? "talents_copy"
                        : type.contains("directory") ? "organizations_copy" : "use_cases_copy";
        assertThat(store.getCollection(copy).countDocuments()).isPositive();
    }

    @Test
    void anErasedRecruiterIsForgottenAndTheirOffersStay() throws Exception {
        String id = published(RECRUITER, Bodies.DATA_SCIENTIST);
        hears("agora.directory.mandate-published.v1", "md-1", 1, """
                {"id":"md-1","role":"RELAY","organization":{"id":"dinum","name":"DINUM"},"state":"ACTIVE",
                 "startsOn":"2026-01-01","holder":{"accountId":"compte-lea"},"url":"/contact-donnees/md-1"}""");

        hears("agora.directory.member-erased.v1", "m-lea", 9, "{\"id\":\"m-lea\",\"accountId\":\"compte-lea\"}");

        assertThat(call(reads("/api/jobs/offers/" + id)).getStatus()).isEqualTo(200);
        for (String collection : collectionsOfPeople()) {
            assertThat(store.getCollection(collection)
                            .find()
                            .map(Object::toString)
                            .into(new ArrayList<>()))
                    .as(collection)
                    .noneMatch(document -> document.contains(RECRUITER.accountId()));
        }
        assertThat(call(writes("/api/jobs/offers/" + id + "/fill", ADMIN, "")).getStatus())
                .isEqualTo(200);
    }

    private static String useCase(String id, String title, String visibility) {
        return """
                {"id":"%s","title":"%s","url":"/cas-usage/%s","visibility":"%s","organizations":[{"id":"dinum","name":"DINUM"}]}""".formatted(id, title, id, visibility);
    }

    private Offer offer(String id) {
        return Objects.requireNonNull(store.findById(id, Offer.class));
    }
}
