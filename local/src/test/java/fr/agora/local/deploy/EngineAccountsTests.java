package fr.agora.local.deploy;

import static fr.agora.local.deploy.Composition.environment;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Under compose each service has accounts of its own at the store and the broker. The store's script runs here against
 * a database that notes what it is told, since there is no mongod; the broker's on a real one, in AccountsTests.
 */
class EngineAccountsTests extends Compositions {

    private static final String NOTING_DATABASE = """
            const made = [];
            globalThis.db = {getSiblingDB: name => ({
              getUser: user => user === 'jobs' ? {user} : null,
              createUser: ({user, pwd, roles}) => made.push({database: name, user, pwd, roles}),
              updateUser: (user, {pwd, roles}) => made.push({database: name, user, pwd, roles}),
            })};
            require(process.argv[1]);
            console.log(JSON.stringify(made));
            """;

    private String run(Map<String, String> passwords) throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder(
                "node",
                "-e",
                NOTING_DATABASE,
                checkout.resolve("infra/mongo/accounts.js").toString());
        script.environment().keySet().removeIf(name -> name.startsWith("AGORA_"));
        script.environment().putAll(passwords);
        Process running = script.redirectErrorStream(true).start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        running.waitFor();
        return said;
    }

    @Test
    void theStoreKnowsEachServiceByAnAccountForItsOwnDatabaseAlone() throws Exception {
        Map<String, String> passwords = new TreeMap<>();
        environment(compose.services().get("mongodb")).keySet().stream()
                .filter(name -> name.startsWith("AGORA_MONGODB_"))
                .forEach(name -> passwords.put(name, "${" + name + ":?}"));
        Set<String> made = new TreeSet<>();
        for (JsonNode account : JsonMapper.shared().readTree(run(passwords))) {
            String database = account.path("database").asString();
            assertThat(account.path("roles").toString())
                    .isEqualTo("[{\"role\":\"readWrite\",\"db\":\"" + database + "\"}]");
            made.add("mongodb://%s:%s@mongodb:27017/%s?replicaSet=rs0"
                    .formatted(
                            account.path("user").asString(), account.path("pwd").asString(), database));
        }

        Set<String> used = new TreeSet<>();
        for (String service : Chart.SERVICES) {
            used.add(environment(compose.services().get(service)).get("SPRING_MONGODB_URI"));
        }
        assertThat(made).hasSize(5).isEqualTo(used);
    }

    @Test
    void aPasswordThatIsMissingStopsTheScriptByItsName() throws Exception {
        assertThat(run(Map.of())).contains("AGORA_MONGODB_GATEWAY_PASSWORD is not set");
    }

    @Test
    void noServiceHasAnAdministratorsPasswordOrAnothers() {
        Set<String> passwords = new TreeSet<>();
        for (String service : Chart.SERVICES) {
            Map<String, String> told = environment(compose.services().get(service));
            String own = service.replace("-service", "");
            passwords.add(password(told.get("SPRING_MONGODB_URI")));
            if (!service.equals("gateway")) {
                assertThat(told).containsEntry("SPRING_RABBITMQ_USERNAME", own);
                passwords.add(told.get("SPRING_RABBITMQ_PASSWORD"));
            }
            assertThat(told.values())
                    .as(service)
                    .noneMatch(value ->
                            value.contains("AGORA_MONGODB_PASSWORD") || value.contains("AGORA_RABBITMQ_PASSWORD"));
        }
        assertThat(passwords).as("each its own").hasSize(9);
    }

    private static String password(String address) {
        return address.substring(address.indexOf(':', "mongodb://".length()) + 1, address.indexOf('@'));
    }
}
