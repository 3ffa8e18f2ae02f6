package fr.agora.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import fr.agora.search.Asked;
import fr.agora.search.Facts;
import fr.agora.search.SearchTest;
import fr.agora.search.catalogue.Kind;
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
