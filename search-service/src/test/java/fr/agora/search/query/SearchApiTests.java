package fr.agora.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import fr.agora.search.Asked;
import fr.agora.search.Facts;
import fr.agora.search.SearchTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class SearchApiTests extends SearchTest {

    @Autowired
    private MeterRegistry metrics;

    @Test
    void anOfferWithRemoteDaysIsFoundByTeleworkThoughItsTextNeverSaysSo() {
        hear(
                Facts.offer("lyon", "Data scientist (F/H)").remoteDays(3),
                Facts.offer("brest", "Data scientist au laboratoire").remoteDays(0),
                Facts.offer("paris", "Juriste").remoteDays(3));

        assertThat(search("q", "data scientist télétravail").ids()).startsWith("lyon");
        assertThat(search("q", "data scientist", "remoteDays", "3").ids()).containsExactly("lyon");
        assertThat(search("q", "data scientist", "remoteDays", "3+").ids()).containsExactly("lyon");
        assertThat(search("q", "data scientist").ids()).containsExactlyInAnyOrder("lyon", "brest");
    }

    @Test
    void aTitleComesBeforeAMentionAndAnAcronymBeforeAll() {
        hear(
                Facts.useCase("mention", "Repérer les fraudes").with("description", "Une carte des sols aide parfois."),
                Facts.useCase("title", "Carte des sols"),
                Facts.organization("ign", "Institut national de l’information géographique")
                        .with("acronym", "IGN"),
                Facts.offer("at-ign", "Géomaticien").ofOrganization("ign", "IGN"));

        assertThat(search("q", "carte des sols").ids()).containsExactly("title", "mention");
        assertThat(search("q", "ign").ids().getFirst()).isEqualTo("ign");
    }

    @Test
    void wordsMayStandInDifferentFields() {
        hear(
                Facts.member("amina", "Amina Belkacem")
                        .ofOrganization("insee", "Insee")
                        .needing("python", "Python")
                        .in("COM-69123", "Lyon"),
                Facts.member("nora", "Nora Le Gall").ofOrganization("insee", "Insee"));

        assertThat(search("q", "python insee lyon").ids()).startsWith("amina");
        assertThat(search("q", "insee rhône").ids()).startsWith("amina");
    }

    @Test
    void whatHoldsSomeOfTheWordsComesBelowWhatHoldsAll() {
        hear(
                Facts.offer("all", "Chargé de mission").with("description", "Les haies et les talus."),
                Facts.offer("some", "Haies, haies, haies").with("summary", "Des haies."),
                Facts.offer("none", "Juriste"));

        var found = search("q", "haies talus");

        assertThat(found.ids()).containsExactly("all", "some");
        assertThat(found.body().path("approximate").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "signal conso, SignalConso",
        "signalconso, Signal Conso",
        "trackdechet, Trackdéchets",
        "mon espace, MonEspaceSanté",
        "data.gouv, data.gouv.fr",
        "data gouv, data.gouv.fr",
    })
    void aNameIsFoundHoweverItsWordsAreJoined(String typed, String name) {
        hear(Facts.useCase("wanted", name), Facts.useCase("other", "Jardin botanique"));

        assertThat(search("q", typed).ids()).containsExactly("wanted");
    }

    @Test
    void aMistypedWordIsPutRightAmongWhatTheReaderMaySee() {
        hear(
                Facts.offer("wanted", "Développeur Django"),
                Facts.offer("other", "Développeur Java"),
                Facts.offer("hidden", "Développeur Djanko").seenBy("AGENTS"));

        var found = search("q", "dévelopeur djano");

        assertThat(found.ids()).startsWith("wanted");
        assertThat(found.body().path("didYouMean").asString()).isEqualTo("développeur django");
    }

    @Test
    void anOrganisationIsFoundByItsAcronymAndByItsNameFromTheIndexAlone() {
        hear(
                Facts.organization("dgx", "Direction générale des xylophones").with("acronym", "DGX"),
                Facts.offer("spelt", "Luthier").with("description", "À la direction générale des xylophones."),
                Facts.offer("short", "Accordeur à la DGX"));

        assertThat(search("q", "dgx", "kind", "offer").ids()).contains("spelt", "short");
        assertThat(search("q", "direction générale des xylophones", "kind", "offer")
                        .ids())
                .contains("spelt", "short");
    }

    @Test
    void facetsOfOneKindAreCountedWhereItIsAskedFor() {
        hear(
                Facts.offer("o1", "Juriste").with("contractTypes", List.of("FIXED_TERM", "CIVIL_SERVANT")),
                Facts.offer("o2", "Juriste").with("contractTypes", List.of("FIXED_TERM")),
                Facts.block("b1", "Modèle juridique"));

        var offers = search("q", "juriste", "kind", "offer", "contract", "CIVIL_SERVANT");

        assertThat(offers.ids()).containsExactly("o1");
        assertThat(offers.facet("contract")).containsEntry("FIXED_TERM", 2L).containsEntry("CIVIL_SERVANT", 1L);
        assertThat(offers.body().at("/facets/contract/0/label").asString()).isEqualTo("CDD");
        assertThat(search("kind", "block").facet("blockKind")).containsEntry("MODEL", 1L);
        assertThat(search("q", "juriste").body().path("facets").has("contract")).isFalse();
    }

    @Test
    void anOfferIsFoundByEachBandItsPayTouchesAndAUseCaseByItsVerdict() {
        hear(
                Facts.offer("wide", "Juriste").with("salary", Map.of("from", 38_000, "to", 50_000)),
                Facts.offer("open", "Juriste").with("salary", Map.of("from", 85_000)),
                Facts.offer("silent", "Juriste"),
                Facts.useCase("u1", "Juriste en ligne")
                        .with("replicability", Map.of("verdict", "REPLICABLE", "reviewedOn", "2026-11-02"))
                        .with("reuseCount", 3),
                Facts.useCase("u2", "Juriste au guichet"));

        var offers = search("q", "juriste", "kind", "offer");
        var useCases = search("q", "juriste", "kind", "use-case");

        assertThat(offers.facet("salary")).isEqualTo(Map.of("30-40", 1L, "40-50", 1L, "80+", 1L));
        assertThat(search("salary", "40-50", "salary", "80+").ids()).containsExactlyInAnyOrder("wide", "open");
        assertThat(search("salary", "50-60").total()).isZero();
        assertThat(useCases.facet("replicability")).isEqualTo(Map.of("REPLICABLE", 1L));
        assertThat(useCases.body().at("/facets/replicability/0/label").asString())
                .isEqualTo("Réplicable");
        assertThat(search("replicability", "REPLICABLE").ids()).containsExactly("u1");
    }

    @Test
    void referenceDataIsFoundBesideTheRest() {
        hear(
                Facts.referenceData("ban", "Base Adresse Nationale (BAN)").ofOrganization("ign", "Institut des cartes"),
                Facts.offer("o1", "Gérer la BAN"));

        assertThat(search("q", "BAN").ids()).contains("ban", "o1");
        assertThat(search("q", "base adresse nationale", "kind", "reference-data")
                        .ids())
                .containsExactly("ban");
        assertThat(search("q", "donnée de référence").ids()).containsExactly("ban");
    }

    @Test
    void withinADepartmentTheNearestTownComesFirst() {
        hear(
                Facts.offer("mulhouse", "Juriste").in("COM-68224", "Mulhouse"),
                Facts.offer("colmar", "Juriste").in("COM-68066", "Colmar"),
                Facts.offer("department", "Juriste").in("DEP-68", "Haut-Rhin"));

        var found = search("q", "juriste", "near", "COM-68224");

        assertThat(found.ids()).startsWith("mulhouse");
        assertThat(found.body().at("/hits/0/kilometres").asLong()).isZero();
        assertThat(found.body().at("/hits/1/kilometres").asLong()).isBetween(30L, 45L);
    }

    @Test
    void whoWantsTheListAloneGetsTheSameHitsInTheSameOrder() {
        hear(Facts.offer("first", "Juriste en droit des données"), Facts.offer("second", "Juriste"));

        var page = search("q", "juriste", "kind", "offer", "size", "1");
        var list = search("q", "juriste", "kind", "offer", "size", "1", "only", "hits");
        var after = search("q", "juriste", "kind", "offer", "size", "1", "only", "hits", "cursor", list.next());

        assertThat(list.ids()).isEqualTo(page.ids()).hasSize(1);
        assertThat(list.total()).isEqualTo(page.total()).isEqualTo(2);
        assertThat(after.ids()).hasSize(1).doesNotContainAnyElementsOf(list.ids());
        assertThat(page.body().path("facets").isEmpty()).isFalse();
        assertThat(page.body().at("/hits/0/highlights").isEmpty()).isFalse();
        assertThat(list.body().path("facets").isEmpty()).isTrue();
        assertThat(list.body().at("/hits/0/highlights").isEmpty()).isTrue();
        assertThat(search("q", "juriste", "only", "facets").problem()).endsWith("invalid-parameter");
    }

    @Test
    void aSuggestionIsOneQuestionToTheEngineAndSoIsASearchThatFindsEnough() {
        hear(IntStream.range(0, 12)
                .mapToObj(n -> Facts.offer("o" + n, "Juriste " + n))
                .toArray(Facts[]::new));
        search("q", "juriste");
        var questions = metrics.timer("agora.index.searches");
        var before = questions.count();

        assertThat(suggested("jur")).hasSize(8);
        assertThat(questions.count()).isEqualTo(before + 1);
        assertThat(search("q", "juriste").total()).isEqualTo(12);
        assertThat(questions.count()).isEqualTo(before + 2);
    }

    @Test
    void aListIsReadOnFromWhereItWasLeftWhateverIsWrittenMeanwhile() {
        hear(IntStream.range(0, 30)
                .mapToObj(n -> Facts.offer("o" + n, "Juriste" + " droit".repeat(n % 5)))
                .toArray(Facts[]::new));
        var read = new ArrayList<String>();
        var asked = search("q", "juriste", "size", "10");
        read.addAll(asked.ids());
        for (int round = 0; asked.next() != null; round++) {
            int first = 100 * (round + 1);
            // as many again, which changes how common the words are, and some of them hidden
            hear(IntStream.range(first, first + 40)
                    .mapToObj(n -> Facts.offer("o" + n, "Juriste " + "public ".repeat(n % 3))
                            .seenBy(n % 2 == 0 ? "PUBLIC" : "AGENTS"))
                    .toArray(Facts[]::new));
            asked = search("q", "juriste", "size", "10", "cursor", asked.next());
            read.addAll(asked.ids());
        }

        assertThat(read).doesNotHaveDuplicates();
        assertThat(read)
                .containsAll(IntStream.range(0, 30).mapToObj(n -> "o" + n).toList());
    }

    @Test
    void theNearestComesFirstAndTheCursorWalksOn() {
        hear(
                Facts.offer("paris", "Juriste").in("COM-75056", "Paris"),
                Facts.offer("villeurbanne", "Juriste").in("COM-69266", "Villeurbanne"),
                Facts.offer("grenoble", "Juriste").in("COM-38185", "Grenoble"),
                Facts.offer("nowhere", "Juriste"));

        var first = search("q", "juriste", "near", "COM-69123", "size", "2");
        var second = search("q", "juriste", "near", "COM-69123", "size", "2", "cursor", first.next());

        assertThat(first.ids()).containsExactly("villeurbanne", "grenoble");
        assertThat(first.body().at("/hits/1/kilometres").asLong()).isBetween(70L, 130L);
        assertThat(second.ids()).containsExactly("paris");
        assertThat(search("sort", "distance").problem()).endsWith("invalid-parameter");
    }

    @Test
    void theNewestComesFirstWhenAskedSo() {
        hear(
                Facts.offer("old", "Juriste juriste").with("publishedAt", "2026-01-01T08:00:00Z"),
                Facts.offer("new", "Aide juriste").with("publishedAt", "2026-11-01T08:00:00Z"));

        assertThat(search("q", "juriste", "sort", "date").ids()).containsExactly("new", "old");
        assertThat(search("q", "juriste", "sort", "fame").status()).isEqualTo(400);
    }

    @Test
    void aModeratorIsToldWhyAndNobodyElse() {
        hear(Facts.offer("o1", "Juriste en droit public"));
        var moderator = JwtFixture.member("m").with(Role.MODERATOR);

        var told = searchAs(moderator, "q", "droit public", "explain", "true");

        assertThat(told.body().at("/hits/0/why/reasons").toString())
                .contains("Tous les mots y figurent", "se suivent dans le titre");
        assertThat(searchAs(JwtFixture.member("n"), "q", "droit", "explain", "true")
                        .status())
                .isEqualTo(403);
        assertThat(search("q", "droit", "explain", "true").status()).isEqualTo(403);
    }

    @Test
    void neighboursShareTheRareWordsAndNeverTheEntryItself() {
        hear(
                Facts.useCase("haies", "Cartographier les haies bocagères").with("description", "bocage haies talus"),
                Facts.useCase("talus", "Talus et bocage").with("description", "bocage haies talus"),
                Facts.offer("offer", "Data scientist haies").with("description", "bocage haies"),
                Facts.offer("far", "Juriste en droit public"));

        var near = Asked.get(mvc, "/api/search/neighbours", null, "kind", "use-case", "id", "haies");

        assertThat(near.body().path("items").toString())
                .contains("talus", "offer")
                .doesNotContain("\"far\"");
        assertThat(near.body().path("items").toString()).doesNotContain("\"id\":\"haies\"");
        assertThat(Asked.get(mvc, "/api/search/neighbours", null, "kind", "use-case", "id", "absent")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void eachFacetCountsAsIfNothingOfItWereChosen() {
        hear(
                Facts.offer("o1", "Data engineer").ofMinistry("eco", "Économie").remoteDays(3),
                Facts.offer("o2", "Data engineer").ofMinistry("eco", "Économie").remoteDays(1),
                Facts.offer("o3", "Data engineer").ofMinistry("sante", "Santé").remoteDays(5),
                Facts.useCase("u1", "Data engineer en action").ofMinistry("eco", "Économie"));

        var all = search("q", "data engineer");
        var narrowed = search("q", "data engineer", "ministry", "eco", "kind", "offer");

        assertThat(all.facet("ministry")).containsEntry("eco", 3L).containsEntry("sante", 1L);
        assertThat(all.facet("remoteDays"))
                .containsEntry("1+", 3L)
                .containsEntry("3+", 2L)
                .containsEntry("5+", 1L);
        assertThat(narrowed.total()).isEqualTo(2);
        assertThat(narrowed.facet("ministry")).containsEntry("eco", 2L).containsEntry("sante", 1L);
        assertThat(narrowed.facet("kind")).containsEntry("offer", 2L).containsEntry("use-case", 1L);
        assertThat(narrowed.facet("remoteDays")).containsEntry("1+", 2L).containsEntry("3+", 1L);
        assertThat(search("ministry", "eco", "ministry", "sante", "kind", "offer")
                        .total())
                .isEqualTo(3);
        assertThat(all.body().at("/facets/ministry/0/label").asString()).isEqualTo("Économie");
    }

    @Test
    void whatIsInATownIsFoundByItsRegion() {
        hear(Facts.offer("lyon", "Juriste").in("COM-69123", "Lyon"));

        assertThat(search("territory", "REG-84").ids()).containsExactly("lyon");
        assertThat(search("territory", "DEP-69").total()).isEqualTo(1);
        assertThat(search("territory", "REG-11").total()).isZero();
        assertThat(search("territory", "REG-11").facet("territory")).containsEntry("REG-11", 0L);
    }

    @Test
    void aChosenValueThatFindsNothingIsNoReasonToGuessAtTheWords() {
        hear(
                Facts.offer("carte", "Carte des sols"),
                Facts.offer("charte", "Charte graphique").in("DEP-75", "Paris"));

        var narrowed = search("q", "carte", "territory", "DEP-75");

        assertThat(narrowed.total()).isZero();
        assertThat(narrowed.body().path("approximate").asBoolean()).isFalse();
    }

    @Test
    void pagesAndCursorsWalkThroughEverythingOnce() {
        hear(IntStream.range(0, 45)
                .mapToObj(n -> n % 2 == 0
                        ? Facts.offer("o" + n, "Analyste")
                                .with("publishedAt", "2026-11-%02dT08:00:00Z".formatted(n / 2 + 1))
                        : Facts.useCase("u" + n, "Analyste de données"))
                .toArray(Facts[]::new));

        for (var words : List.of("analyste", "")) {
            var byCursor = new ArrayList<String>();
            var asked = search("q", words, "size", "10");
            byCursor.addAll(asked.ids());
            while (asked.next() != null) {
                asked = search("q", words, "size", "10", "cursor", asked.next());
                byCursor.addAll(asked.ids());
            }
            var byPage = new ArrayList<String>();
            for (int page = 1; page <= 5; page++) {
                byPage.addAll(search("q", words, "size", "10", "page", String.valueOf(page))
                        .ids());
            }

            assertThat(byCursor).hasSize(45).doesNotHaveDuplicates();
            assertThat(byPage).isEqualTo(byCursor);
        }
    }

    @Test
    void highlightsHoldNoMarkupButTheirOwn() {
        hear(Facts.offer("o1", "Data <b>scientist</b> & <script>alert(1)</script>")
                .with("summary", "Un \"data scientist\" <img src=x onerror=alert(1)>")
                .with("description", "<i>data</i> scientist"));

        var found = search("q", "data scientist");

        assertThat(found.highlights("o1", "title").getFirst())
                .isEqualTo("<mark>Data</mark> &lt;b&gt;<mark>scientist</mark>&lt;/b&gt; &amp; "
                        + "&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(found.highlights("o1", "summary").getFirst())
                .doesNotContain("<img")
                .contains("<mark>data</mark>");
    }

    @Test
    void suggestionsAreTitlesThatBeginLikeWhatIsTyped() {
        hear(
                Facts.useCase("u1", "Repérer les piscines non déclarées"),
                Facts.organization("dinum", "Direction interministérielle du numérique")
                        .with("acronym", "DINUM"),
                Facts.offer("o1", "Juriste données"));

        assertThat(suggested("pisc")).containsExactly("u1");
        assertThat(suggested("reperer les p")).containsExactly("u1");
        assertThat(suggested("dinu")).containsExactly("dinum");
        assertThat(suggested("")).isEmpty();
    }

    private List<String> suggested(String typed) {
        var ids = new ArrayList<String>();
        Asked.get(mvc, "/api/search/suggestions", null, "q", typed)
                .body()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    @ParameterizedTest
    @CsvSource({
        "page, -1",
        "page, 0",
        "page, deux",
        "page, 501",
        "page, 99999999999",
        "size, 0",
        "size, 51",
        "size, x",
        "kind, unicorn",
        "kind, OFFER",
        "remoteDays, 6",
        "remoteDays, trois",
        "remoteDays, -1",
        "territory, Paris",
        "territory, REG-1",
        "ministry, a b",
        "ministry, ../x",
        "skill, <b>",
        "theme, *",
        "q, a\u0000b",
        "q, a\u001bb",
        "q, \ue000x",
        "colour, red",
    })
    void whatIsNoAcceptableValueIsNamedInAProblem(String parameter, String value) {
        var refused = search(parameter, value, "size".equals(parameter) ? "q" : "size", "20");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("urn:agora:problem:invalid-parameter");
        assertThat(refused.body().path("detail").asString()).contains("« " + parameter + " »");
    }

    @Test
    void fiveHundredParenthesesAreAskedForQuicklyOrNotAtAll() {
        hear(Facts.offer("o1", "Juriste"));

        assertThat(search("q", "(".repeat(250) + ")".repeat(250)).status()).isEqualTo(400);
        assertThat(search("q", "(".repeat(145) + "juriste" + ")".repeat(145)).ids())
                .containsExactly("o1");
    }

    @Test
    void tenKilobytesOfWordsAreRefused() {
        assertThat(search("q", "a".repeat(10_000)).status()).isEqualTo(400);
        assertThat(Asked.get(mvc, "/api/search/suggestions", null, "q", "a".repeat(10_000))
                        .status())
                .isEqualTo(400);
        assertThat(Asked.get(mvc, "/api/search/suggestions", null).problem())
                .isEqualTo("urn:agora:problem:missing-parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "?",
                "a*",
                "\"",
                "((",
                "title:x",
                "AND OR NOT",
                "\\",
                "{\"match_all\":{}}",
                "<script>",
                "/x/",
                "a~2^4",
                "de la",
                "🙂",
                "\t\n"
            })
    void queryLanguageIsJustText(String words) {
        hear(Facts.offer("o1", "Data engineer").seenBy("AGENTS"));

        var asked = search("q", words);

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.total()).isZero();
    }

    @Test
    void aCursorOfAnotherSearchOrOfNobodyIsRefused() {
        hear(Facts.offer("o1", "Juriste"), Facts.offer("o2", "Juriste"));
        var cursor = search("q", "juriste", "size", "1").next();

        assertThat(search("q", "juriste", "size", "1", "cursor", cursor).ids()).hasSize(1);
        assertThat(search("q", "autre", "size", "1", "cursor", cursor).problem())
                .endsWith("invalid-cursor");
        assertThat(search("q", "juriste", "cursor", "bm90IG91cnM").problem()).endsWith("invalid-cursor");
        assertThat(search("q", "juriste", "cursor", "%%%").problem()).endsWith("invalid-cursor");
        assertThat(search("q", "juriste", "size", "1", "cursor", forged(cursor)).problem())
                .endsWith("invalid-cursor");
        assertThat(search("q", "juriste", "cursor", cursor, "page", "2").problem())
                .endsWith("invalid-parameter");
    }

    /** Well-formed and for this very question, but not where we left off. */
    private static String forged(String cursor) {
        int cut = cursor.indexOf('.');
        var position = new String(Base64.getUrlDecoder().decode(cursor.substring(0, cut)), StandardCharsets.UTF_8);
        var elsewhere = position.replaceFirst("offer/.*", "offer/zzz");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(elsewhere.getBytes(StandardCharsets.UTF_8))
                + cursor.substring(cut);
    }
}
