package fr.agora.local.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Tells the directory where the demo's people are reached before any of them has logged in: in the mail catcher. */
final class DemoAddresses {

    private static final String PATH = "/api/directory/imports/addresses";

    private DemoAddresses() {}

    static void introduce(Path realms, PlatformApi api) throws IOException, InterruptedException {
        List<DemoAccounts.Account> accounts = DemoAccounts.in(realms);
        api.lines(
                PATH,
                accounts.stream()
                        .filter(account -> !account.email().isEmpty())
                        .map(account -> JsonMapper.shared()
                                .createObjectNode()
                                .put("compte", account.id())
                                .put("courriel", account.email())
                                .toString())
                        .collect(Collectors.joining("\n")));
    }
}
