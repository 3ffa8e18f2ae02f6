package fr.agora.projects;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.Subscription;
import fr.agora.platform.messaging.contract.ContractExamples;
import fr.agora.projects.usecase.UseCase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the directory tells reaches the use cases that name its organisations. */
class NeighboursTests extends RunningService {

    private static final String ORGANIZATION = "agora.directory.organization-published.v1";

    @Test
    void aUseCaseAndItsBricksAreToldAgainWhenAnOrganisationChangesItsName() throws Exception {
        String id = published(AUTHOR, Bodies.HEDGES);

        hears(ORGANIZATION, "dinum", 2, "{\"id\":\"dinum\",\"name\":\"Numérique de l’État\",\"ministries\":[]}");
        hears(ORGANIZATION, "dinum", 2, "{\"id\":\"dinum\",\"name\":\"Numérique de l’État\",\"ministries\":[]}");
        hears(ORGANIZATION, "dinum", 1, "{\"id\":\"dinum\",\"name\":\"Un nom périmé\",\"ministries\":[]}");

        assertThat(useCase(id).revision()).isEqualTo(2);
        assertThat(useCase(id).outbox()).hasSize(6);
        assertThat(useCase(id).outbox().getLast().type()).isEqualTo("agora.projects.block-published.v1");
        assertThat(useCase(id).outbox().getLast().json()).contains("Numérique de l’État");
    }

    @Test
    void aWithdrawnOrganisationLeavesItsLastNameToItsUseCases() throws Exception {
        String id = published(AUTHOR, Bodies.HEDGES);

        hears("agora.directory.organization-withdrawn.v1", "dinum", 2, "{\"id\":\"dinum\"}");

        assertThat(useCase(id).surroundings().organizations().getFirst().acronym())
                .isEqualTo("DINUM");
        assertThat(useCase(id).revision()).isEqualTo(1);
    }

    @Test
    void aDraftChangesWithItsOrganisationWithoutAWord() throws Exception {
        String id = draft(AUTHOR, Bodies.HEDGES);

        hears(ORGANIZATION, "dinum", 2, "{\"id\":\"dinum\",\"name\":\"Numérique de l’État\",\"ministries\":[]}");

        assertThat(useCase(id).surroundings().organizations().getFirst().name()).isEqualTo("Numérique de l’État");
        assertThat(useCase(id).outbox()).isEmpty();
    }

    @Test
    void anOrganisationOfTheTokenIsTrustedBeforeItWasHeardOf() throws Exception {
        String id = published(OTHER_AUTHOR, Bodies.with("organizations", "[\"insee\"]"));
        assertThat(useCase(id).surroundings().organizations().getFirst().name()).isEqualTo("insee");

        hears(ORGANIZATION, "insee", 1, "{\"id\":\"insee\",\"name\":\"Insee\"}");

        assertThat(useCase(id).surroundings().organizations().getFirst().name()).isEqualTo("Insee");
    }

    @ParameterizedTest
    @ValueSource(strings = {ORGANIZATION, "agora.directory.organization-withdrawn.v1"})
    void everyExampleOfAFactIsUnderstood(String type) {
        for (Fact example : ContractExamples.of(type)) {
            for (Subscription subscription : subscriptions.values()) {
                subscription.handler().handle(List.of(example));
            }
        }

        assertThat(store.getCollection("organizations_copy").countDocuments()).isGreaterThan(1);
    }

    private UseCase useCase(String id) {
        return Objects.requireNonNull(store.findById(id, UseCase.class));
    }
}
