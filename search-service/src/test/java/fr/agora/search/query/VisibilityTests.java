package fr.agora.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import fr.agora.search.Asked;
import fr.agora.search.Facts;
import fr.agora.search.SearchTest;
import fr.agora.search.catalogue.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisibilityTests extends SearchTest {

    private final JwtFixture agent = JwtFixture.member("nora");
    private final JwtFixture admin = JwtFixture.member("ada").with(Role.ADMIN, Role.MODERATOR);

    @BeforeEach
    void fourMembersEachForAnotherAudience() {
        hear(
                Facts.member("public", "Paul Zéphyrin").ofMinistry("eco", "Économie"),
                Facts.member("agents", "Agnès Zéphyrin").seenBy("AGENTS").ofMinistry("sante", "Santé"),
                Facts.member("network", "Nadia Zéphyrin").seenBy("NETWORK").ofMinistry("mer", "Mer"),
                Facts.member("me", "Marius Zéphyrin").seenBy("ME").ofMinistry("arm", "Armées"));
    }

    @Test
    void anonymousPeopleFindWhatIsPublicAndNothingTellsThemOfMore() {
        var found = search("q", "zéphyrin");

        assertThat(found.ids()).containsExactly("public");
        assertThat(found.total()).isEqualTo(1);
        assertThat(found.facet("ministry")).containsOnlyKeys("eco");
        assertThat(found.facet("kind")).containsEntry("member", 1L);
        assertThat(found.body().toString()).doesNotContain("Agnès", "Nadia", "Marius", "Santé");
    }

    @Test
    void agentsAlsoFindWhatIsForAgents() {
        var found = searchAs(agent, "q", "zéphyrin");

        assertThat(found.ids()).containsExactlyInAnyOrder("public", "agents");
        assertThat(found.facet("ministry")).containsOnlyKeys("eco", "sante");
    }

    @Test
    void membersOfANetworkFindWhatIsSharedWithinItAndTheirOwn() {
        hear(
                Facts.member("nadia", "Nadia Zéphyrin")
                        .seenBy("NETWORK")
                        .with("networks", List.of("amdac"))
                        .with("accountId", "nadia"),
                Facts.member("nora", "Nora Le Gall")
                        .with("networks", List.of("amdac"))
                        .with("accountId", "nora"),
                Facts.member("omar", "Omar Benali")
                        .with("networks", List.of("relais"))
                        .with("accountId", "omar"));

        assertThat(searchAs(JwtFixture.member("nora"), "q", "zéphyrin").ids()).contains("nadia");
        assertThat(searchAs(JwtFixture.member("nadia"), "q", "zéphyrin").ids()).contains("nadia");
        assertThat(searchAs(JwtFixture.member("omar"), "q", "zéphyrin").ids()).doesNotContain("nadia");
        assertThat(search("q", "zéphyrin").ids()).doesNotContain("nadia");

        hear(Facts.member("nora", "Nora Le Gall").withdrawn().at(2));

        assertThat(searchAs(JwtFixture.member("nora"), "q", "zéphyrin").ids()).doesNotContain("nadia");
    }

    @Test
    void aDataOfficerFindsWhatIsSharedAmongThemByTheirMandateWhileItLasts() {
        hear(
                Facts.member("nadia", "Nadia Zéphyrin").seenBy("NETWORK").with("networks", List.of("amdac")),
                Facts.mandate("md-1", "AMDAC", "claire").with("endsOn", "2099-12-31"),
                Facts.mandate("md-2", "AMDAC", "past").with("endsOn", "2020-12-31"),
                Facts.mandate("md-3", "RELAY", "relay"));

        assertThat(search("q", "zéphyrin").ids()).containsExactly("public");
        assertThat(searchAs(agent("paul"), "q", "zéphyrin").ids()).containsExactlyInAnyOrder("public", "agents");
        assertThat(searchAs(agent("claire"), "q", "zéphyrin").ids())
                .containsExactlyInAnyOrder("public", "agents", "nadia");
        assertThat(searchAs(agent("claire"), "q", "zéphyrin").total()).isEqualTo(3);
        assertThat(searchAs(agent("past"), "q", "zéphyrin").ids()).doesNotContain("nadia");
        assertThat(searchAs(agent("relay"), "q", "zéphyrin").ids()).doesNotContain("nadia");

        hear(Facts.mandate("md-1", "AMDAC", "claire").with("state", "SUSPENDED").at(2));

        assertThat(searchAs(agent("claire"), "q", "zéphyrin").ids()).doesNotContain("nadia");
    }

    @Test
    void aMandateToldInTwoVersionsOpensWhatTheSecondSaysWhicheverComesFirst() {
        hear(Facts.member("nadia", "Nadia Zéphyrin").seenBy("NETWORK").with("networks", List.of("amdac")));
        // a role that nobody here has heard of: only the second version says what it opens
        var first = Facts.mandate("md-4", "CHIEF_OF_DATA", "first");
        var last = Facts.mandate("md-5", "CHIEF_OF_DATA", "last");
        var often = Facts.mandate("md-6", "CHIEF_OF_DATA", "often");
        hear(inSecond(first, "amdac"), first);
        hear(last, inSecond(last, "amdac"));
        hear(often, inSecond(often, "amdac"), often, inSecond(often, "amdac"), often);
        // and one that opens none, whatever the role once did
        var none = Facts.mandate("md-7", "AMDAC", "none");
        hear(none, inSecond(none));

        assertThat(List.of("first", "last", "often", "none"))
                .filteredOn(account ->
                        searchAs(agent(account), "q", "zéphyrin").ids().contains("nadia"))
                .containsExactly("first", "last", "often");
    }

    @Test
    void aDirectoryThatTellsTheFirstVersionAloneIsUnderstoodBeforeAndAfterOneThatTellsBoth() {
        hear(Facts.member("nadia", "Nadia Zéphyrin").seenBy("NETWORK").with("networks", List.of("amdac")));
        var told = Facts.mandate("md-8", "AMDAC", "claire");

        hear(told);
        assertThat(searchAs(agent("claire"), "q", "zéphyrin").ids()).contains("nadia");

        hear(inSecond(told, "amdac"), told);
        assertThat(searchAs(agent("claire"), "q", "zéphyrin").ids()).contains("nadia");

        // an instance of before the upgrade speaks once more: what it says is newer, so it counts
        var resting = told.with("state", "SUSPENDED").at(2);
        hear(resting, inSecond(told, "amdac"));
        assertThat(searchAs(agent("claire"), "q", "zéphyrin").ids()).doesNotContain("nadia");

        hear(told.at(3));
        assertThat(searchAs(agent("claire"), "q", "zéphyrin").ids()).contains("nadia");

        hear(told.at(4).withdrawn(), inSecond(told.at(3), "amdac"));
        assertThat(searchAs(agent("claire"), "q", "zéphyrin").ids()).doesNotContain("nadia");
    }

    private static Facts inSecond(Facts mandate, String... networks) {
        return mandate.inVersion(2).with("networks", List.of(networks));
    }

    @Test
    void eachReaderFindsAProfileByTheFieldsTheyMaySeeAndOnce() {
        var parts = List.of(
                Map.of("visibility", "AGENTS", "bio", "Sait le tourneboulage."),
                Map.of(
                        "visibility",
                        "NETWORK",
                        "skills",
                        List.of(Map.of("code", "sourcellerie", "label", "Sourcellerie"))),
                Map.of("visibility", "ME", "headline", "Clandestine"));
        hear(
                Facts.member("ines", "Inès Vasseur")
                        .with("networks", List.of("amdac"))
                        .with("restricted", parts),
                Facts.member("nora", "Nora Le Gall")
                        .with("networks", List.of("amdac"))
                        .with("accountId", "nora"));
        var peer = JwtFixture.member("nora");

        assertThat(search("q", "vasseur").ids()).containsExactly("ines");
        assertThat(searchAs(agent("paul"), "q", "vasseur").ids()).containsExactly("ines");
        assertThat(searchAs(peer, "q", "vasseur").ids()).containsExactly("ines");
        assertThat(search("q", "tourneboulage").total()).isZero();
        assertThat(searchAs(agent("paul"), "q", "tourneboulage").ids()).containsExactly("ines");
        assertThat(searchAs(agent("paul"), "q", "vasseur").facet("skill")).isEmpty();
        assertThat(searchAs(agent("paul"), "q", "sourcellerie").total()).isZero();
        assertThat(searchAs(peer, "q", "sourcellerie").ids()).containsExactly("ines");
        assertThat(searchAs(peer, "q", "vasseur").facet("skill")).containsEntry("sourcellerie", 1L);
        assertThat(searchAs(peer, "q", "clandestine").total()).isZero();
        assertThat(engine.stored(Kind.MEMBER, "ines~network")).doesNotContain("Clandestine");

        hear(Facts.member("ines", "Inès Vasseur").erased().at(2));

        assertThat(searchAs(peer, "q", "vasseur").total()).isZero();
        assertThat(engine.stored(Kind.MEMBER, "ines~network")).doesNotContain("Vasseur", "Sourcellerie");
    }

    private static JwtFixture agent(String account) {
        return JwtFixture.member(account);
    }

    @Test
    void rolesOpenNothingMore() {
        assertThat(searchAs(admin, "q", "zéphyrin").ids()).containsExactlyInAnyOrder("public", "agents");
    }

    @Test
    void whatIsHiddenLooksLikeWhatIsNotThere() {
        var hidden = search("q", "agnès zéphyrin", "ministry", "sante");
        var absent = search("q", "agnès zéphyrin", "ministry", "sante", "kind", "member");
        hear(Facts.member("agents", "Agnès Zéphyrin").withdrawn().at(2));

        assertThat(search("q", "agnès zéphyrin", "ministry", "sante")).isEqualTo(hidden);
        assertThat(search("q", "agnès zéphyrin", "ministry", "sante", "kind", "member"))
                .isEqualTo(absent);
    }

    @Test
    void suggestionsFollowTheSameRule() {
        assertThat(suggestions(null, "Agn")).doesNotContain("Zéphyrin");
        assertThat(suggestions(agent, "Agn")).contains("Agnès Zéphyrin");
        assertThat(suggestions(agent, "Nad")).doesNotContain("Zéphyrin");
        assertThat(suggestions(admin, "Mar")).doesNotContain("Zéphyrin");
    }

    private String suggestions(JwtFixture user, String typed) {
        return Asked.get(mvc, "/api/search/suggestions", user, "q", typed)
                .body()
                .toString();
    }

    @Test
    void whatOnlyItsOwnerSeesIsNotEvenKept() {
        assertThat(engine.stored(Kind.MEMBER, "me")).doesNotContain("Marius", "Armées");
    }

    @Test
    void aNarrowedVisibilityTakesEffectAtOnce() {
        hear(Facts.member("public", "Paul Zéphyrin").seenBy("AGENTS").at(2));

        assertThat(search("q", "zéphyrin").total()).isZero();
    }
}
