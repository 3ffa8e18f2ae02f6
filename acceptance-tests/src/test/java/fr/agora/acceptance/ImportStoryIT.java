package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.agora.acceptance.Browser.Visit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator imports the State's directory by the page, reads the report, and imports it again for nothing. */
class ImportStoryIT {

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

    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void aFileOfTheStatesDirectoryIsImportedOnce(boolean scripts) {
        String mark = scripts ? "a" : "b";
        String office = "Office imaginaire des estuaires " + mark.toUpperCase(Locale.ROOT);
        try (Visit admin = browser.visit(1280, scripts);
                Visit visitor = browser.visit(360, scripts)) {
            admin.logIn("admin.demo");
            send(admin, file(mark, office));
            assertThat(figures(admin)).containsExactly("2", "0", "0", "1");
            assertThat(admin.page().locator("main").textContent()).contains("SIRET valable");
            admin.fits().keep("import-rapport");
            if (scripts) {
                admin.isAccessible();
            }

            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
                visitor.to("/annuaire/organismes?vue=arbre&sous=e57ua1re-0000-4000-8000-00000000000" + mark);
                assertThat(visitor.page().locator("table").textContent()).contains(office);
            });
            visitor.fits().keep("import-arborescence");

            send(admin, file(mark, office));
            assertThat(figures(admin)).containsExactly("0", "0", "2", "1");
        }
    }

    private static void send(Visit admin, String file) {
        admin.to("/annuaire/importer");
        admin.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("dila.json", "application/json", file.getBytes(StandardCharsets.UTF_8)));
        admin.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Importer").setExact(true))
                .click();
        admin.page().waitForURL(Pattern.compile(".*/annuaire/importer/imp-[a-z0-9]+\\?fait=importe"));
    }

    private static List<String> figures(Visit admin) {
        return admin.page().locator(".agora-figures__value").allTextContents().stream()
                .map(String::strip)
                .toList();
    }

    /** The child comes before the body that names it, as it may in the real file. */
    private static String file(String mark, String office) {
        return """
                {"service":[
                {"id":"0ff1ce00-0000-4000-8000-00000000000%1$s","nom":"%2$s","type_organisme":"Etablissement public"},
                {"id":"e57ua1re-0000-4000-8000-00000000000%1$s","nom":"Direction imaginaire des rivages %1$s",
                 "hierarchie":[{"type_hierarchie":"Service Fils","service":"0ff1ce00-0000-4000-8000-00000000000%1$s"}]},
                {"id":"bad00000-0000-4000-8000-00000000000%1$s","nom":"Numéro faux","siret":"12345678901234"}
                ]}
                """.formatted(mark, office);
    }
}
