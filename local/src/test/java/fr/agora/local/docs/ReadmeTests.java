package fr.agora.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the README promises a newcomer is what is there. */
class ReadmeTests {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern SETTING = Pattern.compile("env\\.\\w+\\(\\s*\"(AGORA_[A-Z_]+)\"");

    private String readme;

    @BeforeEach
    void read() throws IOException {
        readme = Files.readString(CHECKOUT.resolve("README.md"));
    }

    @Test
    void everyDemoAccountHasItsRowWithItsOrganisationAndRoles() throws IOException {
        JsonNode users = JsonMapper.shared()
                .readTree(Files.readString(CHECKOUT.resolve("infra/keycloak/demo/agora-users-0.json")))
                .path("users");
        assertThat(users.size()).isPositive();
        users.forEach(user -> {
            String row = readme.lines()
                    .filter(line ->
                            line.startsWith("| `" + user.path("username").asString("") + "` |"))
                    .findFirst()
                    .orElse("no row for " + user.path("username"));
            String roles = user.path("realmRoles")
                    .valueStream()
                    .map(role -> role.asString(""))
                    .filter(role -> !role.startsWith("default-"))
                    .collect(Collectors.joining(", "));
            assertThat(row)
                    .contains(user.path("lastName").asString(""))
                    .contains(
                            user.has("attributes")
                                    ? "| `"
                                            + user.at("/attributes/organization/0")
                                                    .asString("") + "` |"
                                    : "| none |")
                    .contains("| " + (roles.isEmpty() ? "none" : roles + " |"));
        });
    }

    @Test
    void everySettingOfTheLauncherIsExplainedHereAndInItsHelp() throws IOException {
        String settings = Files.readString(CHECKOUT.resolve("local/src/main/java/fr/agora/local/launch/Settings.java"));
        String help = Files.readString(CHECKOUT.resolve("agora"));
        List<String> names = SETTING.matcher(settings)
                .results()
                .map((MatchResult each) -> each.group(1))
                .filter(name -> !name.startsWith("AGORA_DEV_"))
                .toList();
        assertThat(names).hasSizeGreaterThan(5).allSatisfy(name -> {
            assertThat(readme).contains("| `" + name + "` |");
            assertThat(help).contains(name);
        });
    }

    @Test
    void itOpensWithWhatThisIsAPictureAndTheTwoCommands() {
        String opening = readme.substring(0, readme.indexOf("## "));
        assertThat(opening).startsWith("# Agora\n").containsSubsequence("docs/images/", "./agora up", "./agora test");
    }
}
