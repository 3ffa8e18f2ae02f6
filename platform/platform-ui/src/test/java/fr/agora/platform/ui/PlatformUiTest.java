package fr.agora.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static String errorPage(PageRenderer renderer) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        renderer.render(
                new MockHttpServletRequest("GET", "/offres"),
                response,
                503,
                "problem/error",
                java.util.Map.of("status", 503));
        return response.getContentAsString();
    }
}
