package fr.agora.platform.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the pages present themselves.
 *
 * @param templates Java package of the application's compiled templates, the {@code packageName} of its pom
 * @param navigation main menu, the same in the five applications
 */
@ConfigurationProperties("agora.ui")
record UiSettings(@Nullable String templates, @Nullable List<NavigationEntry> navigation) {

    private static final List<NavigationEntry> DEFAULT = List.of(
            new NavigationEntry("nav.home", "/"),
            new NavigationEntry("nav.contact", "/contact-donnees"),
            new NavigationEntry("nav.directory", "/annuaire"),
            new NavigationEntry("nav.use-cases", "/cas-usage"),
            new NavigationEntry("nav.offers", "/offres"),
            new NavigationEntry("nav.support", "/accompagnement"),
            new NavigationEntry("nav.search", "/recherche"));

    List<NavigationEntry> menu() {
        return navigation == null || navigation.isEmpty() ? DEFAULT : navigation;
    }
}
