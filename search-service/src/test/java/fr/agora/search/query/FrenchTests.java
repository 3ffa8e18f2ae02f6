package fr.agora.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.search.Facts;
import fr.agora.search.SearchTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchTests extends SearchTest {

    @ParameterizedTest
    @CsvSource({
        "développeur·se, développeuse",
        "développeur·se, developpeur",
        "développeur.se, DÉVELOPPEURS",
        "développeur(se), développeuses",
        "directeur·rice, directrice",
        "agent·e·s, agents",
        "un·e chargé·e d’études, chargée d'étude",
        "chargé(e) de mission, chargé de missions",
        "l’intelligence artificielle, Intelligences artificielles",
        "les données, donnée",
        "réseaux, réseau",
        "hôpitaux, hopital",
        "Île-de-France, ile de france",
        "qu’une œuvre, oeuvres",
        "cheval, chevaux",
        "chef(fe) de projet, cheffe de projets",
        "ingénieur-e-s, ingénieur",
        "son.sa, son",
        "Chef / cheffe, chef chef",
        "data.gouv, data gouv",
    })
    void twoWaysToWriteAreSearchedAlike(String indexed, String typed) {
        assertThat(engine.tokens("french", typed)).isEqualTo(engine.tokens("french", indexed));
    }

    @Test
    void aCompanyNameWithADotIsLeftAlone() {
        assertThat(engine.tokens("exact", "data.gouv.fr")).containsExactly("data.gouv.fr");
        assertThat(engine.tokens("exact", "version 3.6 de l’API")).containsExactly("version", "3.6", "de", "api");
    }

    @Test
    void whatOnlyLooksLikeTheDotOfAnEndingTakesNoneAway() {
        assertThat(engine.tokens("exact", "suivi…des prix€bas, outil–web"))
                .containsExactly("suivi", "des", "prix", "bas", "outil", "web");
        assertThat(engine.tokens("exact", "a·se x.e (sa) ab-se")).containsExactly("a·se", "x.e", "sa", "ab", "se");
    }

    @ParameterizedTest
    @CsvSource({
        "amdac, Administratrice ministérielle des données",
        "amdac, Administrateur ministériel des données",
        "administrateur ministériel des données, Réseau des AMDAC",
        "dpia, Analyse d’impact relative à la protection des données",
        "AIPD, Modèle de DPIA",
        "dpd, Délégué à la protection des données",
        "délégué à la protection des données, DPO mutualisé",
        "intelligence artificielle, Référent IA",
        "ia, Mission intelligence artificielle",
        "tal, Ingénieur NLP",
        "NLP, Traitement automatique des langues",
        "ocr, Reconnaissance optique de caractères",
        "base adresse nationale, Animer la BAN",
        "eig, Entrepreneuse d’intérêt général",
        "data scientist, Scientifique des données",
        "travail à distance, Télétravail possible",
        "donnees ouvertes, Chargée d’open data",
    })
    void anAcronymAndItsWordsFindEachOther(String typed, String title) {
        hear(Facts.offer("wanted", title), Facts.offer("other", "Jardinier paysagiste"));

        var found = search("q", typed);

        assertThat(found.ids()).containsExactly("wanted");
        assertThat(found.body().path("approximate").asBoolean()).isFalse();
        assertThat(found.highlights("wanted", "title").getFirst()).contains("<mark>");
    }

    @ParameterizedTest
    @CsvSource({
        "analiste, Analyste en chef",
        "statisticein, Statisticien confirmé",
        "cartografie, Cartographie des risques",
        "kubernetse, Administrer Kubernetes",
    })
    void aTypingMistakeStillFinds(String typed, String title) {
        hear(Facts.offer("wanted", title), Facts.offer("other", "Jardinier paysagiste"));

        var found = search("q", typed);

        assertThat(found.ids()).containsExactly("wanted");
        assertThat(found.body().path("approximate").asBoolean()).isTrue();
    }

    @Test
    void wordsRightlyTypedAreNotMixedWithThoseThatResembleThem() {
        hear(Facts.offer("carte", "Carte des sols"), Facts.offer("charte", "Charte graphique"));

        assertThat(search("q", "carte").ids()).containsExactly("carte");
    }
}
