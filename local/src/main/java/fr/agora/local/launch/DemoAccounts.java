package fr.agora.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The people one can log in as on a fresh platform, read from the realm they are imported with. */
final class DemoAccounts {

    /** Everybody's password in the local realm, printed on the console and in the README. */
    static final String PASSWORD = "demo";

    private DemoAccounts() {}

    /**
     * Somebody to log in as.
     *
     * @param id what tokens call it
     * @param email where it is reached, empty if nowhere
     * @param roles what the account may do, in the realm's words
     */
    record Account(String id, String username, String name, String email, List<String> roles) {}

    static List<Account> in(Path realms) throws IOException {
        if (!Files.isDirectory(realms)) {
            return List.of();
        }
        List<Account> accounts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(realms, 2)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                accounts.addAll(accounts(file));
            }
        }
        return accounts;
    }

    private static List<Account> accounts(Path file) throws IOException {
        try {
            JsonNode realm = JsonMapper.shared().readTree(Files.readString(file));
            if (!realm.path("realm").asString("").equals("agora")) {
                return List.of();
            }
            return realm.path("users")
                    .valueStream()
                    .filter(user -> !user.has("serviceAccountClientId"))
                    .map(DemoAccounts::account)
                    .toList();
        } catch (JacksonException malformed) {
            throw new IOException(file + " is not JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static Account account(JsonNode user) {
        String name = Stream.of("firstName", "lastName")
                .map(field -> user.path(field).asString(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        List<String> roles = user.path("realmRoles")
                .valueStream()
                .map(role -> role.asString(""))
                .filter(role -> !role.startsWith("default-roles"))
                .toList();
        return new Account(
                user.path("id").asString(""),
                user.path("username").asString(""),
                name,
                user.path("email").asString(""),
                roles);
    }
}
