package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A headless Chromium, the machine's own, speaking French. */
final class Browser implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final Path SHOTS = Path.of("target", "screenshots");

    private static final AxeRunOptions VIOLATIONS = violations();

    private final Agora agora;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final Map<String, String> loggedIn = new HashMap<>();

    private Browser(Agora agora, Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.agora = agora;
        this.playwright = playwright;
        this.chromium = chromium;
    }

    // what passed is thousands of nodes a page that nobody reads
    private static AxeRunOptions violations() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    static Browser open(Agora agora) {
        Optional<Path> program = onPath("chromium", "chromium-browser", "google-chrome");
        assumeTrue(program.isPresent(), "Chromium is not installed: the stories in a browser were left out");
        // the driver's scripts come from npm (package.json): it wants a folder that holds them as "package", and a node
        Path driver = Path.of("target", "driver").toAbsolutePath();
        link(
                driver.resolve("package"),
                Path.of("node_modules", "playwright-core").toAbsolutePath());
        System.setProperty("playwright.cli.dir", driver.toString());
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        onPath("node").orElseThrow().toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
        return new Browser(
                agora,
                playwright,
                playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(program.get())
                                .setArgs(QUIET)));
    }

    private static void link(Path link, Path target) {
        try {
            Files.createDirectories(link.getParent());
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, target);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Optional<Path> onPath(String... names) {
        String[] folders = System.getenv("PATH").split(File.pathSeparator);
        return Arrays.stream(names)
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A person with a fresh profile. */
    Visit visit(int width, boolean scripts) {
        return visit(width, scripts, profile());
    }

    /** Somebody who logged in earlier: one login an account, whatever the number of visits. */
    Visit visitAs(String account, int width) {
        return visitAs(account, width, true);
    }

    Visit visitAs(String account, int width, boolean scripts) {
        return visit(width, scripts, profile().setStorageState(loggedIn.computeIfAbsent(account, this::logIn)));
    }

    private String logIn(String account) {
        try (Visit visit = visit(1280, true)) {
            return visit.logIn(account).context().storageState();
        }
    }

    private static NewContextOptions profile() {
        return new NewContextOptions().setLocale("fr-FR").setTimezoneId("Europe/Paris");
    }

    private Visit visit(int width, boolean scripts, NewContextOptions profile) {
        BrowserContext context =
                chromium.newContext(profile.setJavaScriptEnabled(scripts).setViewportSize(width, 900));
        context.setDefaultTimeout(20_000);
        return new Visit(agora, context, context.newPage(), width, scripts);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    /** Somebody's way through the site. */
    record Visit(Agora agora, BrowserContext context, Page page, int width, boolean scripts) implements AutoCloseable {

        Visit to(String path) {
            page.navigate(agora.url(path));
            return this;
        }

        Visit logIn(String account) {
            to("/connexion?retour=/moi");
            page.locator("#username").fill(account);
            page.locator("#password").fill("demo");
            page.locator("#kc-login").click();
            page.waitForURL(agora.url("/moi"));
            return this;
        }

        /** The same page on another screen. */
        Visit at(int otherWidth) {
            page.setViewportSize(otherWidth, 900);
            return new Visit(agora, context, page, otherWidth, scripts);
        }

        /** A picture for those who did not see it, and asked: {@code -Dagora.pictures=true}. */
        Visit keep(String name) {
            if (!Boolean.getBoolean("agora.pictures")) {
                return this;
            }
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(SHOTS.resolve(name + "-" + width + (scripts ? "" : "-sans-js") + ".png")));
            return this;
        }

        /** Nothing serious for axe; it needs scripts. */
        Visit isAccessible() {
            var serious = new AxeBuilder(page)
                            // no page of ours frames another: what legacy mode leaves out is a second page a look
                            .setLegacyMode(true)
                            .options(VIOLATIONS)
                            .analyze()
                            .getViolations()
                            .stream()
                            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                            .map(rule -> rule.getId() + ": "
                                    + rule.getNodes().stream()
                                            .map(node -> node.getHtml())
                                            .limit(3)
                                            .toList())
                            .toList();
            assertThat(serious).as("axe at " + page.url() + " " + width + " px").isEmpty();
            return this;
        }

        /** Nobody scrolls sideways. */
        Visit fits() {
            Number overflow = (Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
            assertThat(overflow.intValue())
                    .as("sideways at " + page.url() + " " + width + " px")
                    .isLessThanOrEqualTo(0);
            return this;
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
