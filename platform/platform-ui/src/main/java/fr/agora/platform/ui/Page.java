package fr.agora.platform.ui;

import gg.jte.Content;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every template knows of the request: who reads, in which language, where, and the words to use. */
public final class Page {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String LOGIN = "/connexion";

    private final Texts texts;
    private final UiSettings settings;
    private final boolean stateBrand;
    private final Language language;
    private final String path;
    private final @Nullable String query;
    private final @Nullable Visitor user;
    private final @Nullable String csrf;
    private final boolean weaklyLoggedIn;

    Page(
            Texts texts,
            UiSettings settings,
            boolean stateBrand,
            Language language,
            String path,
            @Nullable String query,
            @Nullable Visitor user,
            @Nullable String csrf,
            boolean weaklyLoggedIn) {
        this.texts = texts;
        this.settings = settings;
        this.stateBrand = stateBrand;
        this.language = language;
        this.path = path;
        this.query = query;
        this.user = user;
        this.csrf = csrf;
        this.weaklyLoggedIn = weaklyLoggedIn;
    }

    /** The text of a key in the page's language; templates escape it like any other value. */
    public String t(String key, Object... arguments) {
        return texts.text(key, language.locale(), arguments);
    }

    /** {@code key.one} or {@code key.many}, with the count as first argument; French counts 0 as one. */
    public String count(String key, long count) {
        boolean one = language == Language.FRENCH ? count < 2 : count == 1;
        return t(key + (one ? ".one" : ".many"), count);
    }

    public boolean hasText(String key) {
        return texts.find(key, language.locale()) != null;
    }

    /** {@code fr} or {@code en}. */
    public String lang() {
        return language.code();
    }

    public java.util.Locale locale() {
        return language.locale();
    }

    /** The path asked for, without its query. */
    public String path() {
        return path;
    }

    /** A link with its parameters encoded; absent or blank values are left out, collections repeat the name. */
    public String href(String target, Map<String, ?> parameters) {
        return Href.of(target, parameters);
    }

    /** The same with name, value, name, value... */
    public String href(String target, @Nullable Object... pairs) {
        return Href.of(target, pairs);
    }

    /** The present address with some parameters changed (a null value removes one); the cursor is always dropped. */
    public String here(@Nullable Object... pairs) {
        return Href.changed(path, query, pairs);
    }

    public String asset(String name) {
        return Assets.path(name);
    }

    /** Null for an anonymous visitor. */
    public @Nullable Visitor user() {
        return user;
    }

    public boolean loggedIn() {
        return user != null;
    }

    public boolean has(String role) {
        return user != null && user.has(role);
    }

    /** The form token, empty when there is no session. */
    public String csrf() {
        return csrf == null ? "" : csrf;
    }

    public String loginHref() {
        if (path.equals(LOGIN)) {
            // the page that asks whether to log in knows already where to go afterwards
            return Href.changed(path, query);
        }
        String back = Href.changed(path, query, "fait", null);
        return Href.of(LOGIN, "retour", back);
    }

    /** Whether the reader would have further roles after a login with a second factor. */
    public boolean isWeaklyLoggedIn() {
        return weaklyLoggedIn;
    }

    /** A login that asks for everything again, whomever Keycloak remembers. */
    public String strongLoginHref() {
        return Href.of(LOGIN, "retour", Href.changed(path, query, "fait", null), "encore", "oui");
    }

    public List<NavigationEntry> navigation() {
        return settings.menu();
    }

    public boolean isAt(NavigationEntry entry) {
        return entry.leadsTo(path);
    }

    /** Whether the State's brand block is shown ({@code AGORA_STATE_BRAND}); for State deployments only. */
    public boolean stateBrand() {
        return stateBrand;
    }

    /** What was just done, from {@code ?fait=<code>} after a redirect: the text {@code done.<code>}, if there is one. */
    public @Nullable String done() {
        String code = Href.parameter(query, "fait");
        return code != null && code.matches("[a-z0-9-]{1,40}") ? texts.find("done." + code, language.locale()) : null;
    }

    /** What is being searched, to keep it in the search box. */
    public String searched() {
        String words = path.equals("/recherche") ? Href.parameter(query, "q") : null;
        return words == null ? "" : words;
    }

    /** « 23 novembre 2026 ». */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(day);
    }

    public String date(Instant moment) {
        return date(moment.atZone(PARIS).toLocalDate());
    }

    /** « 12 500 », with the language's own grouping. */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(language.locale()).format(value);
    }

    public Content markdown(@Nullable String text) {
        return Markdown.toHtml(text);
    }

    /** @param level of the text's first headings */
    public Content markdown(@Nullable String text, int level) {
        return Markdown.toHtml(text, level);
    }

    String text(org.springframework.context.MessageSourceResolvable message) {
        return texts.text(message, language.locale());
    }
}
