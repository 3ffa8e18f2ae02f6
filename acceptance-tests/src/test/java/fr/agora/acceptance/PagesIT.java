package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import fr.agora.acceptance.Browser.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page at two widths: accessible, nobody scrolls sideways, no script or style the policy forbids. */
class PagesIT {

    private static Agora agora;
    private static Browser browser;

    @BeforeAll
    static void open() {
        agora = Agora.running();
        browser = Browser.open(agora);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                page("accueil", "/", null),
                page("annuaire", "/annuaire", null),
                page("annuaire-agent", "/annuaire?q=data", "lucas.morvan"),
                page("personne", "/annuaire/membres/membre-lucas-morvan", "nora.lefevre"),
                page("pairs", "/annuaire/pairs?competence=Python&territoire=REG-84", null),
                page("organismes", "/annuaire/organismes", null),
                page("organisme", "/annuaire/organismes/dinum", "lucas.morvan"),
                page("organisme-nouveau", "/annuaire/organismes/nouveau", "sofia.marchetti"),
                page("organismes-arbre", "/annuaire/organismes?vue=arbre&sous=premier-ministre", null),
                page("organismes-pres", "/annuaire/organismes?pres=Privas&rayon=100", null),
                page("organisme-fusion", "/annuaire/organismes/dinum/fusionner", "sofia.marchetti"),
                page("importer", "/annuaire/importer", "admin.demo"),
                page("contact-donnees", "/contact-donnees", null),
                page("contact-donnees-reponse", "/contact-donnees?organisme=ddt-ardeche", "lucas.morvan"),
                page("contact-point", "/contact-donnees/mandat-amdac-min-transition-ecologique", null),
                page("mes-mandats", "/moi/mandats", "claire.fontaine"),
                page("nommer", "/moi/mandats/nommer?organisme=ddt-ardeche", "claire.fontaine"),
                page("couvertures", "/couverture", "lucas.morvan"),
                page("couverture", "/couverture/min-transition-ecologique", "claire.fontaine"),
                page("reseaux", "/reseaux", null),
                page("reseau", "/reseaux/relays", "lucas.morvan"),
                page("cas-usage", "/cas-usage", null),
                page("cas-usage-albert", "first:/cas-usage", null),
                page("cas-usage-nouveau", "/cas-usage/nouveau", "samuel.keita"),
                page("cas-usage-semblables", "/cas-usage/nouveau?title=Classer%20les%20courriers", "samuel.keita"),
                page("cas-usage-fiche", "/cas-usage/nouveau/fiche?title=Classer%20les%20courriers", "samuel.keita"),
                page("cas-usage-publiccode", "/cas-usage/nouveau/publiccode", "samuel.keita"),
                page("briques", "/briques", null),
                page("themes", "/themes", null),
                page("theme-ecologie", "/themes/transition-ecologique", null),
                page("mes-cas-usage", "/cas-usage/mes-cas-usage", "samuel.keita"),
                page("offres", "/offres", null),
                page("offre", "first:/offres", null),
                page("offre-nouvelle", "/offres/nouvelle", "nora.lefevre"),
                page("mes-offres", "/offres/mes-offres", "nora.lefevre"),
                page("mandat-recruteur", "/recrutement/mandat", "lucas.morvan"),
                page("mandats-recruteur", "/recrutement/mandats", "sofia.marchetti"),
                page("tension", "/recrutement/tension", "sofia.marchetti"),
                page("talents", "/talents?competence=python", "nora.lefevre"),
                page("offres-a-relayer", "/offres/a-relayer", "hugo.bernardin"),
                page("mes-relais", "/offres/mes-relais", "hugo.bernardin"),
                page("candidatures", "/candidatures", "ines.berrada"),
                page("recherche", "/recherche?q=donn%C3%A9es", null),
                page("recherche-pres", "/recherche?q=data&near=Lyon&kind=offer", null),
                page("recherche-lieu-inconnu", "/recherche?q=data&near=Zorglubville", null),
                page("carte", "/recherche/carte", null),
                page("recherche-vide", "/recherche?q=zzzzzz", null),
                page("moi", "/moi", "lucas.morvan"),
                page("messages", "/messages", "lucas.morvan"),
                page("messages-envoyes", "/messages?boite=envoyes", "lucas.morvan"),
                page("ecrire", "/annuaire/membres/membre-claire-fontaine/ecrire", "lucas.morvan"),
                page("avis", "/messages/avis", "lucas.morvan"),
                page("preferences", "/messages/preferences", "lucas.morvan"),
                page("signalements", "/messages/signalements", "sofia.marchetti"),
                page("moderation", "/moderation", "sofia.marchetti"),
                page("signaler", "/annuaire/membres/membre-nora-lefevre/signaler", "lucas.morvan"),
                page("mon-profil", "/moi/modifier", "lucas.morvan"),
                page("mon-apercu", "/moi/apercu?pour=agents", "lucas.morvan"),
                page("ma-photo", "/moi/photo", "lucas.morvan"),
                page("mon-emploi", "/moi/emploi", "lucas.morvan"),
                page("mes-donnees", "/moi/donnees", "lucas.morvan"),
                page("accompagnement", "/accompagnement", "lucas.morvan"),
                page("accompagnement-nouvelle", "/accompagnement/nouvelle", "lucas.morvan"),
                page("accompagnement-guide", "/accompagnement/publication", null),
                page("accompagnement-securite", "/accompagnement/securite", "admin.demo"),
                page("accompagnement-guichet", "/accompagnement/guichet", "claire.fontaine"),
                page("financement", "/financement?budget=300000&demandeur=STATE_OPERATOR", null),
                page("donnees-reference", "/donnees-reference", null),
                page("donnee-reference", "/donnees-reference/base-adresse-nationale", null),
                page("reutilisations", "/reutilisations", null),
                page("trophees", "/trophees", null),
                page("theme", "/themes/transition-ecologique", null),
                page("cas-usage-reconnu", "/cas-usage/fuites-eau", "amina.diallo"),
                page("replicabilite", "/cas-usage/arrets-lisibles/replicabilite", null),
                page("alertes", "/alertes", "lucas.morvan"),
                page("journal", "/journal/annuaire", "admin.demo"),
                page("journal-verification", "/journal/offres/verification", "admin.demo"),
                page("accessibilite", "/accessibilite", null),
                page("mentions-legales", "/mentions-legales", null),
                page("aide-api", "/aide/api", null),
                page("connexion", "/connexion?retour=/moi", null),
                page("introuvable", "/nulle-part", null));
    }

    private static Arguments page(String name, String path, String account) {
        return Arguments.of(name, path, account);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void aPageIsForEverybody(String name, String path, String account) {
        List<String> complaints = new ArrayList<>();
        try (Visit visit = account == null ? browser.visit(360, true) : browser.visitAs(account, 360)) {
            visit.page().onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("404")) {
                    complaints.add(message.text());
                }
            });
            if (path.startsWith("first:")) {
                visit.to(path.substring("first:".length()));
                visit.page().locator("main .agora-card__title a").first().click();
            } else {
                visit.to(path);
            }
            visit.keep(name).fits().isAccessible();
            visit.at(1280).keep(name).fits().isAccessible();

            assertThat(visit.page().locator("html").getAttribute("lang")).startsWith("fr");
            assertThat(visit.page().locator("h1").count()).isEqualTo(1);
        }
        assertThat(complaints).as("console of " + path).isEmpty();
    }

    @Test
    void aPersonWithAKeyboardReachesTheSearchAndItsResults() {
        try (Visit visit = browser.visit(1280, true)) {
            visit.to("/");
            visit.page().keyboard().press("Tab");
            assertThat(visit.page().evaluate("document.activeElement.getAttribute('href')"))
                    .isEqualTo("#contenu");
            visit.page().keyboard().press("Enter");
            for (int i = 0; i < 5 && !"q".equals(focused(visit)); i++) {
                visit.page().keyboard().press("Tab");
            }
            assertThat(focused(visit)).isEqualTo("q");
            visit.page().keyboard().type("adresses");
            visit.page().keyboard().press("Enter");
            visit.page().waitForURL("**/recherche?**");

            assertThat(visit.page().locator("main").textContent()).contains("résultat");
        }
    }

    private static Object focused(Visit visit) {
        return visit.page().evaluate("document.activeElement.getAttribute('name')");
    }

    @Test
    void whoLogsOutIsAStrangerAgain() {
        try (Visit visit = browser.visit(1280, false)) {
            visit.logIn("lucas.morvan").to("/moi");
            visit.page().locator("summary[aria-label*='Lucas']").click();
            visit.page().locator(".agora-drop form").getByRole(AriaRole.BUTTON).click();
            // by a page on the way, which goes on without scripts too
            visit.page().waitForURL(agora.url("/"));
            Response answer = visit.page().navigate(agora.url("/moi"));

            assertThat(visit.page().url()).contains("/auth/realms/agora");
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @Test
    void theScreenLanguageChangesAndStays() {
        try (Visit visit = browser.visit(1280, true)) {
            visit.to("/annuaire?lang=en").to("/annuaire");

            assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo("en");
        }
    }

    @Test
    void whatWasTypedSurvivesASessionThatEnded() {
        try (Visit visit = browser.visit(1280, false)) {
            visit.logIn("lucas.morvan").to("/moi/modifier");
            visit.page().locator("[name=headline]").fill("Statisticien des haies et des talus");
            visit.context().clearCookies();
            visit.page()
                    .locator("main form.agora-form button[type=submit]")
                    .first()
                    .click();

            visit.keep("formulaire-a-renvoyer");
            assertThat(visit.page().content()).contains("Statisticien des haies et des talus");
        }
    }
}
