package fr.agora.platform.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the pages present themselves.
 *
 * @param templates Java package of the application's compiled templates, the {@code packageName} of its pom
 * @param stateBrand whether the State's brand block is shown ({@code AGORA_STATE_BRAND}); for State deployments only
 * @param navigation main menu, the same in the five applications
 */
@ConfigurationProperties("agora.ui")
record UiSettings(
        @Nullable String templates,
        @DefaultValue("false") boolean stateBrand,
        @Nullable List<NavigationEntry> navigation) {

    private static final List<NavigationEntry> DEFAULT = List.of(
            new NavigationEntry("nav.home", "/"),
            new NavigationEntry("nav.directory", "/annuaire"),
            new NavigationEntry("nav.use-cases", "/cas-usage"),
            new NavigationEntry("nav.offers", "/offres"),
            new NavigationEntry("nav.search", "/recherche"));

    List<NavigationEntry> menu() {
        return navigation == null || navigation.isEmpty() ? DEFAULT : navigation;
    }
}
