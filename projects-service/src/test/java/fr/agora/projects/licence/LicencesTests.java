package fr.agora.projects.licence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a licence and what is not. */
class LicencesTests {

    @ParameterizedTest
    @CsvSource({
        "MIT, MIT",
        "mit, MIT",
        "ETALAB-2.0, etalab-2.0",
        "EUPL-1.2 OR MIT, EUPL-1.2 OR MIT",
        "eupl-1.2 or mit and Apache-2.0, EUPL-1.2 OR MIT AND Apache-2.0",
        "(MIT OR (CC0-1.0)) AND ISC, (MIT OR (CC0-1.0)) AND ISC",
        "GPL-2.0-only WITH Classpath-exception-2.0, GPL-2.0-only WITH Classpath-exception-2.0",
        "GPL-3.0, GPL-3.0",
        "Apache-2.0+, Apache-2.0+",
        "LicenseRef-convention-2025, LicenseRef-convention-2025"
    })
    void anExpressionIsReadInTheSpellingOfTheList(String typed, String canonical) {
        assertThat(Licences.canonical(typed)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MIT-ish",
                "licence libre",
                "MIT OR",
                "OR MIT",
                "(MIT",
                "MIT)",
                "()",
                "MIT WITH rien",
                "MIT MIT",
                "MIT; drop",
                "<b>MIT</b>",
                "",
                "LicenseRef-",
                "WITH"
            })
    void whatTheListDoesNotHoldIsNoLicence(String typed) {
        assertThat(Licences.canonical(typed)).isEmpty();
    }

    @Test
    void aLongOrDeepTextIsNoLicence() {
        assertThat(Licences.canonical("(".repeat(90) + "MIT" + ")".repeat(90))).isEmpty();
        assertThat(Licences.canonical("MIT OR ".repeat(60) + "MIT")).isEmpty();
        assertThat(Licences.nearest("a".repeat(100_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MIT-ish, MIT", "EUPL, EUPL-1.0", "etalab, etalab-2.0", "apache 2, Apache-2.0", "agpl3, AGPL-3.0-only"})
    void whatIsMeantIsProposedFirst(String typed, String meant) {
        assertThat(Licences.nearest(typed)).hasSizeBetween(1, 3).first().isEqualTo(meant);
    }

    @Test
    void nothingIsProposedForWhatResemblesNoLicence() {
        assertThat(Licences.nearest("propriété de la direction des systèmes")).isEmpty();
    }
}
