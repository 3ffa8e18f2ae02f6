package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The documented import takes a larger set, where one lies beside the checkout. */
class SharedDataIT {

    private static final Path DATA =
            Path.of("..", "..", "shared", "data").toAbsolutePath().normalize();

    @Test
    void aLargerSetIsImportedAndImportedAgainWithoutAChange() {
        assumeTrue(Files.isDirectory(DATA), "no larger data set beside this checkout");
        Agora agora = Agora.running();

        assertThat(agora.run(
                        "import",
                        "organizations",
                        DATA.resolve("organisations.json").toString()))
                .contains("425");
        assertThat(agora.run("import", "members", DATA.resolve("members.json").toString()))
                .contains("860");
        assertThat(agora.run(
                        "import", "use-cases", DATA.resolve("projects.json").toString()))
                .contains("267");
        assertThat(agora.run("import", "offers", DATA.resolve("jobs.json").toString()))
                .contains("431");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> agora.anonymous()
                                .search("CartoBio", "&kind=use-case")
                                .path("total")
                                .asInt()
                        > 0);

        assertThat(agora.run(
                        "import", "use-cases", DATA.resolve("projects.json").toString()))
                .contains("267");
    }
}
