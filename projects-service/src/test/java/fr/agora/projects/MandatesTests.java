package fr.agora.projects;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.contract.ContractExamples;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.security.Role;
import fr.agora.projects.mandates.Mandates;
import fr.agora.projects.people.People;
import fr.agora.projects.people.Person;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may vouch for whom, and who may be named, from what the directory tells. */
class MandatesTests extends RunningService {

    private static final String MANDATE = "agora.directory.mandate-published.v1";
    private static final String ORGANIZATION = "agora.directory.organization-published.v1";
    private static final String MEMBER = "agora.directory.member-published.v1";
    private static final CurrentUser INES = user("compte-ines");
    private static final CurrentUser TOM = user("compte-tom");

    @Autowired
    private Mandates mandates;

    @Autowired
    private People people;

    @ParameterizedTest
    @ValueSource(
            strings = {
                MANDATE,
                "agora.directory.mandate-withdrawn.v1",
                MEMBER,
                "agora.directory.member-withdrawn.v1",
                "agora.directory.member-erased.v1"
            })
    void everyExampleOfTheDirectoryIsUnderstood(String type) {
        List<Fact> examples = ContractExamples.of(type);

        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(example -> subscriptions.values().stream()
                        .filter(each -> each.owner().equals("directory"))
                        .forEach(each -> each.handler().handle(List.of(example))));
    }

    @Test
    void aRelayVouchesForItsOrganisationAndAllBelowAndForNobodyElse() {
        tree();
        mandate("md-1", 1, "RELAY", "ign", "ministere-t", "compte-ines", "ACTIVE", "2020-01-01", null);

        assertThat(mandates.isRelayOf(INES, "ign")).isTrue();
        assertThat(mandates.isRelayOf(INES, "ign-lab")).isTrue();
        assertThat(mandates.isRelayOf(INES, "meteo")).isFalse();
        assertThat(mandates.isRelayOf(TOM, "ign")).isFalse();
        assertThat(mandates.isAmdac(INES)).isFalse();
        assertThat(mandates.vouchingMandates("ign-lab")).containsExactly("md-1");
        assertThat(mandates.vouchingMandates("meteo")).isEmpty();
    }

    @Test
    void aDataOfficerVouchesForAWholeMinistryAndForNoOther() {
        tree();
        mandate("md-2", 1, "AMDAC_DELEGATE", "ministere-t", "ministere-t", "compte-ines", "ACTIVE", "2020-01-01", null);

        assertThat(mandates.isAmdac(INES)).isTrue();
        assertThat(mandates.isAmdacOf(INES, "ministere-t")).isTrue();
        assertThat(mandates.isAmdacOf(INES, "premier-ministre")).isFalse();
        assertThat(mandates.isAmdacOver(INES, "meteo")).isTrue();
        assertThat(mandates.isRelayOf(INES, "ign-lab")).isTrue();
        assertThat(mandates.isRelayOf(INES, "dinum")).isFalse();
        assertThat(mandates.amdacMandates("meteo")).containsExactly("md-2");
    }

    @Test
    void aMandateCountsWithinItsDatesWhileItIsActiveAndInItsLatestState() {
        tree();
        mandate("md-3", 1, "RELAY", "ign", "ministere-t", "compte-ines", "ACTIVE", "2026-11-01", "2026-11-22");
        assertThat(mandates.isRelayOf(INES, "ign")).as("the day after its last").isFalse();
        String today = SettableClock.TODAY.toString();
        mandate("md-3", 2, "RELAY", "ign", "ministere-t", "compte-ines", "ACTIVE", today, today);
        assertThat(mandates.isRelayOf(INES, "ign")).isTrue();
        mandate("md-3", 4, "RELAY", "ign", "ministere-t", "compte-ines", "SUSPENDED", "2020-01-01", null);
        mandate("md-3", 3, "RELAY", "ign", "ministere-t", "compte-ines", "ACTIVE", "2020-01-01", null);
        assertThat(mandates.isRelayOf(INES, "ign")).isFalse();
        mandate("md-3", 5, "RELAY", "ign", "ministere-t", "compte-ines", "ACTIVE", "2020-01-01", null);
        assertThat(mandates.isRelayOf(INES, "ign")).isTrue();
        hears("agora.directory.mandate-withdrawn.v1", "md-3", 6, "{\"id\":\"md-3\"}");
        assertThat(mandates.isRelayOf(INES, "ign")).isFalse();
        mandate("md-4", 1, "RELAY", "ign", "ministere-t", "compte-ines", "ACTIVE", today, today);
        clock.advance(Duration.ofDays(1));
        assertThat(mandates.isRelayOf(INES, "ign")).isFalse();
    }

    @Test
    void aNameFewerThanAllAgentsMayReadIsNotKept() {
        member("m-1", 1, "Léa Ferrand", "AGENTS");
        member("m-2", 1, "Léa Cachée", "NETWORK");

        assertThat(people.named("lea", 10)).extracting(Person::name).containsExactly("Léa Ferrand");
        assertThat(people.find("m-2").orElseThrow().name()).isNull();
        assertThat(people.find("m-1").orElseThrow().isVisibleTo(false)).isFalse();
        assertThat(people.ofAccount("compte-m-2")).map(Person::id).contains("m-2");
        hears("agora.directory.member-erased.v1", "m-1", 3, "{\"id\":\"m-1\"}");
        member("m-1", 2, "Léa Ferrand", "PUBLIC");
        assertThat(people.find("m-1")).isEmpty();
        assertThat(people.named("lea", 10)).isEmpty();
    }

    private void tree() {
        organization("ministere-t", "[]", "[]");
        organization("ign", "[\"ministere-t\"]", "[{\"id\":\"ministere-t\",\"name\":\"Territoires\"}]");
        organization("ign-lab", "[\"ign\"]", "[{\"id\":\"ministere-t\",\"name\":\"Territoires\"}]");
        organization("meteo", "[\"ministere-t\"]", "[{\"id\":\"ministere-t\",\"name\":\"Territoires\"}]");
    }

    private void organization(String id, String parents, String ministries) {
        hears(ORGANIZATION, id, 1, """
                {"id":"%s","name":"Nom de %s","parentIds":%s,"ministries":%s}""".formatted(id, id, parents, ministries));
    }

    private void member(String id, long revision, String name, String visibility) {
        hears(MEMBER, id, revision, """
                {"id":"%s","displayName":"%s","accountId":"compte-%s","visibility":"%s"}""".formatted(id, name, id, visibility));
    }

    private void mandate(
            String id,
            long revision,
            String role,
            String organization,
            String ministry,
            String account,
            String state,
            String from,
            @Nullable String to) {
        hears(MANDATE, id, revision, """
                {"id":"%s","role":"%s","organization":{"id":"%s","name":"x"},"ministries":[{"id":"%s","name":"x"}],
                 "scope":{"organizations":[],"territories":[],"topics":[]},"state":"%s","startsOn":"%s",%s
                 "holder":{"accountId":"%s"},"contactUrl":"/x","url":"/x"}""".formatted(
                        id,
                        role,
                        organization,
                        ministry,
                        state,
                        from,
                        to == null ? "" : "\"endsOn\":\"" + to + "\",",
                        account));
    }

    private static CurrentUser user(String account) {
        return new CurrentUser(account, "", null, Set.of(Role.MEMBER));
    }
}
