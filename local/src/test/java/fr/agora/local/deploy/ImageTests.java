package fr.agora.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an image is made of. */
class ImageTests {

    private static final Path ROOT = Path.of("..");
    private static final Pattern FROM_OUTSIDE = Pattern.compile("(COPY|ADD) (?!--from=layers ).*");

    @Test
    void itHoldsTheJarOfOneServiceAndNothingElseOfTheCheckout() throws IOException {
        List<String> recipe = Files.readAllLines(ROOT.resolve("Dockerfile"));

        assertThat(Files.readAllLines(ROOT.resolve(".dockerignore")).stream().filter(line -> !line.isBlank()))
                .as("what a build can see at all")
                .containsExactlyInAnyOrder(
                        "*",
                        "!directory-service/target/*-SNAPSHOT.jar",
                        "!projects-service/target/*-SNAPSHOT.jar",
                        "!jobs-service/target/*-SNAPSHOT.jar",
                        "!search-service/target/*-SNAPSHOT.jar",
                        "!gateway/target/*-SNAPSHOT.jar")
                .first()
                .isEqualTo("*");
        assertThat(recipe.stream().filter(line -> FROM_OUTSIDE.matcher(line).matches()))
                .containsExactly("COPY ${SERVICE}/target/${SERVICE}-*-SNAPSHOT.jar app.jar");
        assertThat(recipe)
                .contains("USER 10001")
                .noneMatch(line -> line.matches("RUN .*(apt|curl|wget|microdnf|apk).*"));
    }
}
