package fr.agora.local.deploy;

import static fr.agora.local.deploy.Composition.environment;
import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.local.deploy.Composition.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What compose tells each part: every variable is known, asked for and given, and no secret is in the file. */
class ComposeSettingsTests extends Compositions {

    private static final Pattern SECRET = Pattern.compile(".*(SECRET|PASSWORD|_KEY)$");
    private static final Pattern REALM_VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z_]+)}");

    private final Map<String, String> demo = new TreeMap<>();

    @BeforeEach
    void readTheDemoEnvironment() throws IOException {
        Files.readAllLines(checkout.resolve("infra/compose/demo.env")).stream()
                .filter(each -> !each.isBlank() && !each.startsWith("#"))
                .map(each -> each.split("=", 2))
                .forEach(each -> demo.put(each[0], each[1]));
    }

    private List<Use> uses() {
        return List.of(compose, demoCompose).stream().flatMap(Composition::uses).toList();
    }

    private Set<String> engineSecrets() {
        return compose.named("secrets").values().stream()
                .map(each -> each.path("environment").asString(""))
                .collect(Collectors.toSet());
    }

    @Test
    void everyVariableIsInTheDemoEnvironmentOrHasADefault() {
        assertThat(uses()).isNotEmpty().allMatch(use -> demo.containsKey(use.name()) || use.hasDefault());
        assertThat(demo.keySet()).containsAll(engineSecrets());
    }

    @Test
    void everyVariableOfTheDemoEnvironmentIsUsed() {
        Set<String> used = uses().stream().map(Use::name).collect(Collectors.toCollection(TreeSet::new));
        used.addAll(engineSecrets());
        assertThat(used).containsAll(demo.keySet());
    }

    @Test
    void noSecretHasADefaultAndEachIsDemandedByName() {
        List<Use> secrets = uses().stream()
                .filter(use -> SECRET.matcher(use.name()).matches())
                .toList();
        assertThat(secrets).isNotEmpty().noneMatch(Use::hasDefault);
        Set<String> demanded =
                secrets.stream().filter(Use::isDemanded).map(Use::name).collect(Collectors.toSet());
        assertThat(demanded).containsAll(secrets.stream().map(Use::name).collect(Collectors.toSet()));
        compose.services()
                .forEach((name, service) -> environment(service).forEach((variable, value) -> {
                    if (SECRET.matcher(variable).matches()) {
                        assertThat(value).as(name + " " + variable).startsWith("${");
                    }
                }));
    }

    @Test
    void theReadmeAndTheArchitectureExplainEveryVariableAnApplicationReads() throws IOException {
        for (String page : List.of("README.md", "docs/architecture.md")) {
            Set<String> explained = explained(page);
            for (Application application : Application.all(checkout)) {
                assertThat(explained).as(page + ", " + application.name()).containsAll(application.reads());
            }
        }
    }

    private Set<String> explained(String page) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String row : Files.readAllLines(checkout.resolve(page))) {
            String first = "";
            if (!row.startsWith("| `")) {
                continue;
            }
            for (MatchResult name : Pattern.compile("`(_?[A-Z][A-Z_]+)`")
                    .matcher(row.split("\\|")[1])
                    .results()
                    .toList()) {
                String word = name.group(1);
                // `SPRING_RABBITMQ_HOST`, `_PORT`: an ending stands for the first name with another ending
                first = word.startsWith("_") ? first : word;
                names.add(word.startsWith("_") ? first.substring(0, first.lastIndexOf('_')) + word : word);
            }
        }
        return names;
    }

    @Test
    void composeTellsEachApplicationWhatItReadsAndNothingElse() {
        Set<String> byImage = Pattern.compile("(SERVER_[A-Z]+)=")
                .matcher(image)
                .results()
                .map(each -> each.group(1))
                .collect(Collectors.toSet());
        for (Application application : Application.all(checkout)) {
            Set<String> told = new TreeSet<>(byImage);
            told.addAll(environment(compose.services().get(application.name())).keySet());
            assertThat(told).as(application.name()).isEqualTo(application.reads());
        }
    }

    @Test
    void everybodyIsAskedForASecondFactorUnlessAnotherIsSaidAndInADemonstrationNobody() {
        for (String service : List.of("directory-service", "projects-service", "jobs-service", "search-service")) {
            assertThat(environment(compose.services().get(service)))
                    .as(service)
                    .containsEntry("AGORA_STEP_UP", "${AGORA_STEP_UP:-everybody}");
            assertThat(environment(demoCompose.services().get(service)))
                    .as(service)
                    .containsEntry("AGORA_STEP_UP", "${AGORA_STEP_UP:-false}");
        }
        // of which a deployment's own settings are a copy
        assertThat(demo).doesNotContainKey("AGORA_STEP_UP");
    }

    @Test
    void theLoginIsWhereOneSettingSaysElseOnTheSiteAndKeycloakIsToldTheSame() {
        String login = "${AGORA_IDENTITY_URL:-${AGORA_PUBLIC_URL}}";
        for (Application application : Application.all(checkout)) {
            assertThat(environment(compose.services().get(application.name())))
                    .as(application.name())
                    .containsEntry("AGORA_IDENTITY_URL", login)
                    .containsEntry("AGORA_IDENTITY_ISSUER", login + "/auth/realms/agora");
        }
        assertThat(environment(compose.services().get("keycloak")))
                .containsEntry("KC_HOSTNAME", login + "/auth")
                .containsEntry("AGORA_PUBLIC_URL", "${AGORA_PUBLIC_URL}");
    }

    @Test
    void theListOfRefusedPasswordsIsTheDeploymentsToChoose() {
        assertThat(Composition.words(compose.services().get("keycloak").path("volumes")))
                .contains("${AGORA_PASSWORD_LISTS:-./infra/keycloak/password-blacklists}"
                        + ":/opt/keycloak/data/password-blacklists:ro");
    }

    @Test
    void keycloakIsToldWhatItsRealmAsksFor() throws IOException {
        Set<String> told =
                new TreeSet<>(environment(compose.services().get("keycloak")).keySet());
        assertThat(told).containsAll(asked("agora-realm.json"));
        told.addAll(environment(demoCompose.services().get("keycloak")).keySet());
        assertThat(told).containsAll(asked("demo/agora-users-0.json"));
    }

    private Set<String> asked(String file) throws IOException {
        String realm = Files.readString(checkout.resolve("infra/keycloak").resolve(file));
        Set<String> names = REALM_VARIABLE
                .matcher(realm)
                .results()
                .map(each -> each.group(1))
                .collect(Collectors.toSet());
        assertThat(names).isNotEmpty();
        return names;
    }
}
