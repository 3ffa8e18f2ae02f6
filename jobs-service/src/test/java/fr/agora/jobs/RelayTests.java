package fr.agora.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

import fr.agora.platform.security.JwtFixture;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;

/** A member's link to an offer counts visits, and follows nobody. */
class RelayTests extends RunningService {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final JwtFixture NOT_A_MEMBER = new JwtFixture(
            "compte-ines", null, java.util.List.of(), java.time.Instant.now().plusSeconds(600));

    @Test
    void aMemberHasOneOpaqueLinkToAnOffer() throws Exception {
        String offer = published(RECRUITER, Bodies.DATA_SCIENTIST);

        JsonNode first = relayed(offer, MEMBER, false);
        JsonNode again = relayed(offer, MEMBER, true);

        assertThat(first.path("url").asString())
                .matches("http://localhost:8080/offres/relais/rl-[a-z2-7]{26}")
                .doesNotContain("nour");
        assertThat(again.path("code")).isEqualTo(first.path("code"));
        assertThat(again.path("showName").asBoolean()).isTrue();
        assertThat(relayed(offer, OTHER_RECRUITER, false).path("code")).isNotEqualTo(first.path("code"));
        assertThat(call(writes("/api/jobs/offers/" + offer + "/relay", NOT_A_MEMBER, "{}"))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void aVisitorCountsOnceADayAndIsNotRemembered() throws Exception {
        String offer = published(RECRUITER, Bodies.DATA_SCIENTIST);
        String link = path(relayed(offer, MEMBER, false));

        MockHttpServletResponse seen = call(follows(link, "192.0.2.7", FIREFOX));
        call(follows(link, "192.0.2.7", FIREFOX));
        call(follows(link, "192.0.2.8", FIREFOX));
        assertThat(mine().path("visits").asInt()).isEqualTo(2);
        clock.advance(Duration.ofDays(1));
        call(follows(link, "192.0.2.7", FIREFOX));

        assertThat(mine().path("visits").asInt()).isEqualTo(3);
        assertThat(seen.getStatus()).isEqualTo(200);
        assertThat(seen.getCookies()).isEmpty();
        assertThat(seen.getHeader("Link")).isEqualTo("<http://localhost:8080/offres/" + offer + ">; rel=\"canonical\"");
        assertThat(seen.getHeader("X-Robots-Tag")).isEqualTo("noindex");
        for (String collection : store.getCollectionNames()) {
            assertThat(store.getCollection(collection)
                            .find()
                            .map(Object::toString)
                            .into(new ArrayList<>()))
                    .as(collection)
                    .noneMatch(document -> document.contains("192.0.2.") || document.contains("Firefox"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Googlebot/2.1 (+http://www.google.com/bot.html)",
                "curl/8.5.0",
                "facebookexternalhit/1.1",
                "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
                "python-requests/2.31",
                ""
            })
    void aRobotCountsApart(String agent) throws Exception {
        String link = path(relayed(published(RECRUITER, Bodies.DATA_SCIENTIST), MEMBER, false));

        call(follows(link, "192.0.2.9", agent));

        assertThat(mine().path("visits").asInt()).isZero();
        assertThat(mine().path("robots").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsNobodysVisitIsNotCounted() throws Exception {
        String link = path(relayed(published(RECRUITER, Bodies.DATA_SCIENTIST), MEMBER, false));

        call(head(link).header("User-Agent", FIREFOX));
        call(follows(link, "192.0.2.1", FIREFOX).header("Authorization", MEMBER.bearer()));
        call(follows(link, "192.0.2.1", FIREFOX).header("Sec-Purpose", "prefetch"));

        assertThat(mine().path("visits").asInt()).isZero();
    }

    @Test
    void whoRelaysIsNamedOnlyIfTheyChoseTo() throws Exception {
        String offer = published(RECRUITER, Bodies.DATA_SCIENTIST);
        String link = path(relayed(offer, MEMBER, false));
        assertThat(call(shows(link, null)).getContentAsString()).doesNotContain("Nom de compte-nour");

        call(presses("/offres/" + offer + "/relayer", MEMBER).param("signed", "true"));

        assertThat(call(shows(link, null)).getContentAsString()).contains("Offre relayée par Nom de compte-nour");
        assertThat(call(shows("/offres/" + offer, null)).getContentAsString()).doesNotContain("compte-nour");
    }

    @Test
    void aRevokedLinkLeadsToTheOfferAndCountsNothing() throws Exception {
        String offer = published(RECRUITER, Bodies.DATA_SCIENTIST);
        JsonNode relay = relayed(offer, MEMBER, true);

        int answered = call(delete("/api/jobs/relays/" + relay.path("code").asString())
                        .header("Authorization", MEMBER.bearer()))
                .getStatus();
        MockHttpServletResponse followed = call(follows(path(relay), "192.0.2.1", FIREFOX));

        assertThat(answered).isEqualTo(204);
        assertThat(followed.getStatus()).isEqualTo(200);
        assertThat(followed.getContentAsString()).doesNotContain("compte-nour");
        assertThat(mine().path("visits").asInt()).isZero();
        assertThat(mine().path("revoked").asBoolean()).isTrue();
        assertThat(relayed(offer, MEMBER, false).path("code")).isNotEqualTo(relay.path("code"));
    }

    @Test
    void aLinkToAnOfferThatIsOverOrWithdrawnSaysSo() throws Exception {
        String filled = published(RECRUITER, Bodies.DATA_SCIENTIST);
        String withdrawn = published(RECRUITER, Bodies.DATA_SCIENTIST);
        String toFilled = path(relayed(filled, MEMBER, false));
        String toWithdrawn = path(relayed(withdrawn, MEMBER, false));

        call(writes("/api/jobs/offers/" + filled + "/fill", RECRUITER, ""));
        call(writes("/api/jobs/offers/" + withdrawn + "/withdraw", RECRUITER, ""));

        assertThat(call(follows(toFilled, "192.0.2.1", FIREFOX)).getStatus()).isEqualTo(410);
        assertThat(call(follows(toWithdrawn, "192.0.2.1", FIREFOX)).getStatus()).isEqualTo(404);
        assertThat(call(get("/offres/relais/rl-inconnu")).getStatus()).isEqualTo(404);
        assertThat(call(writes("/api/jobs/offers/" + filled + "/relay", MEMBER, "{}"))
                        .getStatus())
                .isEqualTo(410);
    }

    @Test
    void theBoardPutsFirstWhatTouchesTheReaderWhoConsented() throws Exception {
        published(RECRUITER, Bodies.with("title", "\"Statisticienne à Brest\"").replace("\"python\"", "\"r\""));
        String near = published(RECRUITER, Bodies.with("skills", "[\"python\"]"));
        clock.advance(Duration.ofMinutes(1));
        published(RECRUITER, Bodies.with("title", "\"Juriste\"").replace("\"python\"", "\"droit\""));
        String before = call(shows("/offres/a-relayer", MEMBER)).getContentAsString();
        assertThat(before).contains("Donner mon accord").doesNotContain("Votre domaine");

        hears("agora.directory.talent-published.v1", "m-nour", 2, consenting("\"relaySince\":\"2026-10-02\""));

        String board = call(shows("/offres/a-relayer", MEMBER)).getContentAsString();
        assertThat(board)
                .contains("EIG 5 (2021-2022)", "Votre domaine : Python")
                .doesNotContain("Donner mon accord");
        assertThat(board.indexOf("/offres/" + near + "/relayer")).isPositive().isLessThan(board.indexOf("Juriste"));

        hears("agora.directory.talent-published.v1", "m-nour", 3, consenting(""));
        assertThat(call(shows("/offres/a-relayer", MEMBER)).getContentAsString())
                .contains("Donner mon accord");
    }

    @Test
    void thePublicOffersToRelayAreAFeed() throws Exception {
        String open = published(RECRUITER, Bodies.DATA_SCIENTIST);
        published(RECRUITER, Bodies.with("visibility", "\"AGENTS\"").replace("Data scientist", "Poste interne"));

        MockHttpServletResponse feed = call(get("/offres/a-relayer.atom"));

        assertThat(feed.getContentType()).startsWith("application/atom+xml");
        assertThat(feed.getContentAsString())
                .contains("http://localhost:8080/offres/" + open + "/relayer", "À relayer :")
                .doesNotContain("Poste interne");
    }

    @Test
    void anErasedMemberLeavesLinksThatAreNobodys() throws Exception {
        String link = path(relayed(published(RECRUITER, Bodies.DATA_SCIENTIST), MEMBER, true));
        hears("agora.directory.talent-published.v1", "m-nour", 2, consenting("\"relaySince\":\"2026-10-02\""));

        hears("agora.directory.member-erased.v1", "m-nour", 9, "{\"id\":\"m-nour\",\"accountId\":\"compte-nour\"}");

        assertThat(call(shows(link, null)).getStatus()).isEqualTo(200);
        for (String collection : collectionsOfPeople()) {
            assertThat(store.getCollection(collection)
                            .find()
                            .map(Object::toString)
                            .into(new ArrayList<>()))
                    .as(collection)
                    .noneMatch(document -> document.contains("compte-nour"));
        }
    }

    private JsonNode relayed(String offer, JwtFixture member, boolean signed) throws Exception {
        return body(call(writes("/api/jobs/offers/" + offer + "/relay", member, "{\"showName\":" + signed + "}")));
    }

    private JsonNode mine() throws Exception {
        return body(call(reads("/api/jobs/relays").header("Authorization", MEMBER.bearer())))
                .path("items")
                .path(0);
    }

    private static String path(JsonNode relay) {
        return relay.path("url").asString().substring("http://localhost:8080".length());
    }

    private static MockHttpServletRequestBuilder follows(String link, String address, String agent) {
        return get(link).header("X-Forwarded-For", address).header("User-Agent", agent);
    }

    private static String consenting(String consents) {
        return """
                {"id":"m-nour","accountId":"compte-nour","displayName":"Nour","organizations":[],"ministries":[],
                 "territories":[{"code":"DEP-75","label":"Paris"}],
                 "skills":[{"code":"python","label":"Python","level":"EXPERT","evidenced":true}],
                 "cohort":{"code":"eig-5","label":"EIG 5 (2021-2022)"},"hiddenFrom":[],
                 "consents":{%s},"url":"/annuaire/membres/m-nour"}""".formatted(consents);
    }
}
