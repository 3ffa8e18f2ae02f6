package fr.agora.directory.member;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import fr.agora.directory.lifecycle.Visibility;
import fr.agora.directory.organization.Organization;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Every field, at every level, before every reader, by every way there is to read or to guess it. */
@DirectoryTest
class FieldVisibilityTests {

    private static final String AMINA = JwtFixture.member("amina").bearer();
    private static final String PEER = JwtFixture.member("lucas").bearer();
    private static final String AGENT = JwtFixture.member("nora").bearer();
    private static final String MODERATOR =
            JwtFixture.member("sofia").with(Role.MODERATOR).bearer();
    private static final String ADMIN =
            JwtFixture.member("root").with(Role.ADMIN).bearer();

    /** What betrays each field when it is seen. */
    private static final Map<ProfileField, String> TRACES = new EnumMap<>(Map.of(
            ProfileField.HEADLINE, "Vigie",
            ProfileField.BIO, "sémaphore",
            ProfileField.ORGANIZATION, "Capitainerie",
            ProfileField.TERRITORIES, "Ardèche",
            ProfileField.SKILLS, "Timonerie",
            ProfileField.HELP, "calfatage",
            ProfileField.COMMUNITIES, "Gabiers",
            ProfileField.COHORT, "Dunette",
            ProfileField.PHOTO, "/photo/"));

    /** Filters that would betray a field by finding its owner. */
    private static final Map<ProfileField, List<String>> GUESSES = Map.of(
            ProfileField.HEADLINE, List.of("q=vigie"),
            ProfileField.ORGANIZATION, List.of("organization=port", "q=capitainerie"),
            ProfileField.TERRITORIES, List.of("territory=DEP-07", "territory=REG-84"),
            ProfileField.SKILLS, List.of("skill=timonerie"),
            ProfileField.COMMUNITIES, List.of("community=eig"),
            ProfileField.COHORT, List.of("cohort=eig-4"));

    private static final Map<ProfileField, String> PEER_GUESSES = Map.of(
            ProfileField.HEADLINE, "q=vigie",
            ProfileField.TERRITORIES, "territory=DEP-07",
            ProfileField.SKILLS, "skill=timonerie",
            ProfileField.HELP, "topic=calfatage");

    /** Her own search is that of a member of her networks, an administrator's that of any agent. */
    private static final Map<String, String> FINDS_AS = Map.of("owner", "peer", "admin", "agent");

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
    void emptyTheDirectory() throws Exception {
        store.remove(new Query(), Member.class);
        store.remove(new Query(), Organization.class);
        profiles = new Profiles(mvc);
        mvc.perform(
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post("/api/directory/organizations")
                        .header("Authorization", MODERATOR)
                        .contentType("application/json")
                        .content("{\"id\":\"port\",\"name\":\"Capitainerie\",\"kind\":\"SERVICE\"}"));
        mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                                "/api/directory/organizations/port/publish")
                        .header("Authorization", MODERATOR))
                .andExpect(status().isOk());
    }

    /** Four turns give every field every level, and neighbouring fields different ones. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aFieldIsSeenByThoseItIsForAndGuessedByNobodyElse(int turn) throws Exception {
        Map<ProfileField, Visibility> chosen = new EnumMap<>(ProfileField.class);
        for (ProfileField field : ProfileField.values()) {
            chosen.put(field, Visibility.values()[(field.ordinal() + turn) % 4]);
        }
        String id = amina(Visibility.PUBLIC, chosen);
        join(id);
        join(profiles.published(PEER, "{\"displayName\":\"Lucas Pair\"}"));
        Map<String, @Nullable String> readers = new LinkedHashMap<>();
        readers.put("visitor", null);
        readers.put("agent", AGENT);
        readers.put("peer", PEER);
        readers.put("owner", AMINA);
        readers.put("admin", ADMIN);
        for (Map.Entry<String, @Nullable String> reader : readers.entrySet()) {
            sees(reader.getKey(), reader.getValue(), id, chosen);
            guesses(reader.getKey(), reader.getValue(), id, chosen);
        }
        for (ProfileField field : ProfileField.values()) {
            boolean leaves = chosen.get(field) != Visibility.ME && field != ProfileField.COHORT;
            assertThat(told(id, field))
                    .as("fact of " + field)
                    .isEqualTo(leaves ? chosen.get(field).name() : "");
        }
    }

    @Test
    void ofAProfileForItsOwnerAloneNothingButTheNameLeaves() throws Exception {
        String id = amina(Visibility.ME, Map.of());

        for (ProfileField field : ProfileField.values()) {
            assertThat(told(id, field)).as("fact of " + field).isEmpty();
        }
    }

    private void sees(String who, @Nullable String bearer, String id, Map<ProfileField, Visibility> chosen)
            throws Exception {
        Map<String, String> places = Map.of(
                "API", profiles.read("/api/directory/members/" + id, bearer),
                "page", profiles.read("/annuaire/membres/" + id, bearer),
                "list", item(profiles.json("/api/directory/members", bearer), id));
        chosen.forEach((field, level) -> places.forEach((place, text) -> assertThat(text.contains(TRACES.get(field)))
                .as("%s, %s before %s for %s", place, who, field, level)
                .isEqualTo(sees(who, level))));
    }

    private void guesses(String who, @Nullable String bearer, String id, Map<ProfileField, Visibility> chosen)
            throws Exception {
        for (ProfileField field : ProfileField.values()) {
            boolean finds = sees(FINDS_AS.getOrDefault(who, who), chosen.get(field));
            for (String guess : GUESSES.getOrDefault(field, List.of())) {
                assertThat(!item(profiles.json("/api/directory/members?" + guess, bearer), id)
                                .isEmpty())
                        .as("%s, %s for %s", guess, who, chosen.get(field))
                        .isEqualTo(finds);
            }
            String guess = PEER_GUESSES.get(field);
            // nobody is their own peer
            if (guess != null && !who.equals("owner")) {
                JsonNode peer = profiles.json("/api/directory/peers?" + guess, bearer)
                        .path("items")
                        .valueStream()
                        .filter(each ->
                                each.path("member").path("id").asString().equals(id))
                        .findFirst()
                        .orElseThrow();
                assertThat(peer.path("match").asString().equals("EXACT"))
                        .as("%s, %s for %s", guess, who, chosen.get(field))
                        .isEqualTo(finds);
                chosen.forEach((each, level) -> assertThat(peer.toString().contains(TRACES.get(each)))
                        .as("peer's words, %s before %s for %s", who, each, level)
                        .isEqualTo(sees(who, level)));
            }
        }
    }

    @Test
    void aFieldIsNeverShownWiderThanTheProfile() throws Exception {
        String id = amina(Visibility.AGENTS, Map.of(ProfileField.BIO, Visibility.PUBLIC));

        assertThat(profiles.read("/annuaire/membres/" + id, null)).isEmpty();
        assertThat(profiles.read("/annuaire/membres/" + id, AGENT)).contains("sémaphore");
        assertThat(profiles.json("/api/directory/members?q=amina", null).path("items"))
                .isEmpty();
    }

    @Test
    void whoSaysNothingOfAFieldShowsItToAgents() throws Exception {
        String id = profiles.published(
                AMINA, "{\"displayName\":\"Amina Diallo\",\"headline\":\"Vigie\",\"visibility\":\"PUBLIC\"}");

        assertThat(profiles.read("/annuaire/membres/" + id, null))
                .contains("Amina Diallo")
                .doesNotContain("Vigie");
        assertThat(profiles.read("/annuaire/membres/" + id, AGENT)).contains("Vigie");
    }

    @Test
    void thePreviewShowsWhatEachReaderSees() throws Exception {
        amina(Visibility.PUBLIC, Map.of(ProfileField.BIO, Visibility.NETWORK, ProfileField.HELP, Visibility.AGENTS));

        assertThat(profiles.read("/moi/apercu?pour=tous", AMINA))
                .contains("Vigie")
                .doesNotContain("sémaphore")
                .doesNotContain("calfatage");
        assertThat(profiles.read("/moi/apercu?pour=agents", AMINA))
                .contains("calfatage")
                .doesNotContain("sémaphore");
        assertThat(profiles.read("/moi/apercu?pour=reseau", AMINA)).contains("sémaphore");
    }

    @Test
    void aPublicProfileTellsSearchEnginesWhatAnybodySees() throws Exception {
        String id = amina(Visibility.PUBLIC, Map.of(ProfileField.SKILLS, Visibility.AGENTS));

        for (String reader : new String[] {null, AMINA}) {
            String html = profiles.read("/annuaire/membres/" + id, reader);
            String ld = html.substring(
                    html.indexOf("application/ld+json"),
                    html.indexOf("</script>", html.indexOf("application/ld+json")));
            assertThat(ld).contains("\"@type\":\"Person\"").contains("Vigie").doesNotContain("Timonerie");
        }
    }

    private String amina(Visibility profile, Map<ProfileField, Visibility> chosen) throws Exception {
        Map<ProfileField, Visibility> all = new EnumMap<>(ProfileField.class);
        for (ProfileField field : ProfileField.values()) {
            all.put(field, chosen.getOrDefault(field, Visibility.PUBLIC));
        }
        String draft = """
                {"displayName":"Amina Diallo","headline":"Vigie","bio":"Au sémaphore.","organizationId":"port",\
                "territories":["DEP-07"],"skills":[{"code":"Timonerie","level":"EXPERT"}],"offers":["calfatage"],\
                "communities":[{"code":"eig","label":"Gabiers"}],\
                "cohort":{"code":"eig-4","challenge":"Dunette","profile":"DATA_SCIENCE"},\
                "visibility":"%s","visibilities":%s}""".formatted(profile, Profiles.JSON.writeValueAsString(all));
        String id = profiles.published(AMINA, draft);
        mvc.perform(put("/api/directory/members/" + id + "/photo")
                        .header("Authorization", AMINA)
                        .contentType("image/png")
                        .content(Pixels.png(8, 8)))
                .andExpect(status().isNoContent());
        return id;
    }

    private void join(String id) {
        Member member = members.find(id).orElseThrow();
        member.join("amdac", clock);
        members.save(member);
    }

    private static boolean sees(String reader, Visibility level) {
        return switch (reader) {
            case "visitor" -> level == Visibility.PUBLIC;
            case "agent" -> level.compareTo(Visibility.AGENTS) >= 0;
            case "peer" -> level.compareTo(Visibility.NETWORK) >= 0;
            default -> true;
        };
    }

    private static String item(JsonNode list, String id) {
        return list.path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(id))
                .map(JsonNode::toString)
                .findFirst()
                .orElse("");
    }

    /** The audience under which the newest fact says the field's trace, the empty text where it does not. */
    private String told(String id, ProfileField field) throws Exception {
        Member member = members.find(id).orElseThrow();
        assertThatFact(member.outbox().getLast()).matchesItsContract();
        JsonNode data =
                Profiles.JSON.readTree(member.outbox().getLast().payload()).path("data");
        String trace = TRACES.get(field);
        List<String> audiences = new ArrayList<>();
        data.path("restricted")
                .valueStream()
                .filter(part -> part.toString().contains(trace))
                .forEach(part -> audiences.add(part.path("visibility").asString()));
        var open = ((tools.jackson.databind.node.ObjectNode) data).deepCopy();
        open.remove("restricted");
        if (open.toString().contains(trace)) {
            audiences.add("PUBLIC");
        }
        return String.join(" and ", audiences);
    }
}
