package fr.agora.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.platform.web.ProblemClassifier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PlatformUiTest {

    private final WebApplicationContextRunner application =
            new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(PlatformUi.class));

    @Test
    void anApplicationWithoutTheServicesSecurityStillHasItsPages() {
        application
                .withClassLoader(new FilteredClassLoader("fr.agora.platform.security", "fr.agora.platform.web"))
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(Visitors.class);
                    assertThat(errorPage(context.getBean(PageRenderer.class)))
                            .contains("momentanément indisponible", "Se connecter")
                            .doesNotContain("fr-logo");
                });
    }

    @Test
    void theStatesBrandIsShownOnlyWhenAskedFor() {
        application
                .withPropertyValues("agora.state-brand=true")
                .run(context -> assertThat(errorPage(context.getBean(PageRenderer.class)))
                        .contains("<p class=\"fr-logo\">République<br>Française</p>"));
    }

    @Test
    void whoeverLacksTheirSecondFactorReadsSoAndIsLedToALoginThatAsksForIt() {
        application.run(context -> {
            MockHttpServletRequest weak = new MockHttpServletRequest("GET", "/moderation");
            weak.setQueryString("etat=ouvert");
            weak.setAttribute(ProblemClassifier.WEAK_LOGIN, true);
            PageRenderer renderer = context.getBean(PageRenderer.class);

            assertThat(errorPage(renderer, weak, 403))
                    .contains(
                            "<h1>Cette page demande une connexion avec le second facteur</h1>",
                            "Vos droits d’animation ou d’administration attendent",
                            "href=\"/connexion?retour=%2Fmoderation%3Fetat%3Douvert&amp;encore=oui\"");
            assertThat(errorPage(renderer, new MockHttpServletRequest("GET", "/moderation"), 403))
                    .contains("<h1>Cette page n’est pas ouverte à votre compte</h1>")
                    .doesNotContain("second facteur", "encore=oui");
        });
    }

    private static String errorPage(PageRenderer renderer) throws Exception {
        return errorPage(renderer, new MockHttpServletRequest("GET", "/offres"), 503);
    }

    private static String errorPage(PageRenderer renderer, MockHttpServletRequest request, int status)
            throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        renderer.render(request, response, status, "problem/error", java.util.Map.of("status", status));
        return response.getContentAsString();
    }
}
