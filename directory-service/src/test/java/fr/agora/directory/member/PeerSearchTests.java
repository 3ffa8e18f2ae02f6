package fr.agora.directory.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import fr.agora.platform.security.JwtFixture;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

@DirectoryTest
class PeerSearchTests {

    private static final String READER = JwtFixture.member("reader").bearer();

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Members members;

    @Autowired
    private MongoTemplate store;

    @Autowired
    private Clock clock;

    private Profiles profiles;

    @BeforeEach
    void emptyTheDirectory() {
        store.remove(new Query(), Member.class);
        profiles = new Profiles(mvc);
    }

    @Test
    void proofComesBeforeClaimsExpertsBeforeOthersAndFreshBeforeStale() throws Exception {
        skilled("Claimed Notions", "NOTIONS", null, 1);
        skilled("Stale Proven", "EXPERT", "https://code.exemple/a", 400);
        skilled("Claimed Expert Long Ago", "EXPERT", null, 90);
        skilled("Claimed Expert Today", "EXPERT", null, 0);
        skilled("Proven Notions", "NOTIONS", "https://code.exemple/b", 30);
        skilled("Proven Expert", "EXPERT", "https://code.exemple/c", 200);

        assertThat(names("skill=Python"))
                .containsExactly(
                        "Proven Expert",
                        "Proven Notions",
                        "Claimed Expert Today",
                        "Claimed Expert Long Ago",
                        "Claimed Notions",
                        "Stale Proven");
    }

    @Test
    void everyRankHasItsReasons() throws Exception {
        skilled("Proven Expert", "EXPERT", "https://code.exemple/c", 200);

        JsonNode peer = profiles.json("/api/directory/peers?skill=python", READER)
                .path("items")
                .get(0);
        assertThat(peer.path("match").asString()).isEqualTo("EXACT");
        assertThat(peer.path("why").get(0).path("code").asString()).isEqualTo("evidenced-EXPERT");
        assertThat(peer.path("why").get(0).path("text").asString()).contains("Python", "attestée");
    }

    @Test
    void nobodyWithAllOfItGivesTheNearestAndSaysSo() throws Exception {
        person("here", "Ici Sans", "\"territories\":[\"DEP-07\"]");
        person("far", "Loin Avec", "\"territories\":[\"DEP-59\"],\"skills\":[{\"code\":\"python\"}]");
        person("near", "Voisine Java", "\"skills\":[{\"code\":\"java\",\"level\":\"EXPERT\"}]");

        JsonNode found = profiles.json("/api/directory/peers?skill=python&territory=DEP-07", READER);
        assertThat(found.path("exact").asBoolean()).isFalse();
        assertThat(names(found)).containsExactly("Loin Avec", "Voisine Java", "Ici Sans");
        assertThat(found.path("items")
                        .valueStream()
                        .map(peer -> peer.path("match").asString()))
                .containsExactly("PARTLY", "NEIGHBOUR", "OTHER");
        assertThat(found.path("items").get(0).path("missing").get(0).asString()).isEqualTo("territory");
        assertThat(profiles.read("/annuaire/pairs?competence=python&territoire=DEP-07", READER))
                .contains("voici les plus proches")
                .contains("Loin Avec");
    }

    @Test
    void pagesFollowOneAnotherWithoutHoleOrDouble() throws Exception {
        for (int i = 0; i < 9; i++) {
            skilled(
                    "Personne " + i,
                    i % 2 == 0 ? "EXPERT" : "NOTIONS",
                    i % 3 == 0 ? "https://code.exemple/x" : null,
                    i * 60);
        }
        person("other", "Sans Python", "\"bio\":\"rien\"");
        List<String> whole = names("skill=python&size=100");
        assertThat(whole).hasSize(10);

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = profiles.json("/api/directory/peers?skill=python&size=2" + cursor, READER);
            paged.addAll(names(page));
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void helpIsFoundByItsWords() throws Exception {
        person("one", "Relit Tout", "\"offers\":[\"relire un protocole d’appariement\"]");
        person("two", "Ne Relit Pas", "\"offers\":[\"un café\"]");

        JsonNode found = profiles.json("/api/directory/peers?topic=appariement", READER);
        assertThat(names(found)).containsExactly("Relit Tout", "Ne Relit Pas");
        assertThat(found.path("items").get(0).path("why").get(0).path("code").asString())
                .isEqualTo("topic");
    }

    @Test
    void aForgedCursorIsRefusedAndAnEnormousPageToo() throws Exception {
        mvc.perform(get("/api/directory/peers")
                        .queryParam("cursor", "bmltcG9ydGU")
                        .header("Authorization", READER))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("urn:agora:problem:invalid-cursor"));
        mvc.perform(get("/api/directory/peers").queryParam("size", "1000000").header("Authorization", READER))
                .andExpect(status().isBadRequest());
    }

    private void skilled(String name, String level, String evidence, int days) throws Exception {
        String proof = evidence == null ? "" : ",\"evidence\":\"" + evidence + "\"";
        String id = person(
                name.replace(' ', '-'),
                name,
                "\"skills\":[{\"code\":\"python\",\"level\":\"%s\"%s}]".formatted(level, proof));
        Member member = members.find(id).orElseThrow();
        member.confirmedOn(clock.instant().minus(Duration.ofDays(days)));
        members.save(member);
    }

    private String person(String account, String name, String more) throws Exception {
        return profiles.published(
                JwtFixture.member(account).bearer(), "{\"displayName\":\"%s\",%s}".formatted(name, more));
    }

    private List<String> names(String query) throws Exception {
        return names(profiles.json("/api/directory/peers?" + query, READER));
    }

    private static List<String> names(JsonNode found) {
        return found.path("items")
                .valueStream()
                .map(peer -> peer.path("member").path("displayName").asString())
                .toList();
    }
}
