package fr.agora.local.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A copy of Keycloak with its configuration, realm files, themes and data.
 *
 * @param path what Keycloak calls its home
 */
record ServerHome(Path path) {
    // what Keycloak is prepared for; the cache must be named here, else it listens for companions
    private static final String PREPARED_FOR = """
            db=dev-file
            cache=local
            health-enabled=true
            http-relative-path=/auth
            """;
    private static final String REFUSED_PASSWORDS = "password-blacklists";

    /** Copies the distribution unless this version is there; the data of an older one stays. */
    void bring(Path distribution) throws IOException {
        Done brought = new Done(path.resolve("brought"));
        String version = distribution.getFileName().toString();
        if (brought.with(version)) {
            return;
        }
        brought.forget();
        prepared().forget();
        for (String folder : List.of("bin", "conf", "lib", "providers", "themes")) {
            Folders.delete(path.resolve(folder));
        }
        Folders.copy(distribution, path);
        brought.write(version);
    }

    void configure(int httpPort, int managementPort, String identityUrl) throws IOException {
        Files.writeString(conf(), PREPARED_FOR + """
                http-enabled=true
                http-host=127.0.0.1
                http-port=%d
                http-management-host=127.0.0.1
                http-management-port=%d
                hostname=%s/auth
                hostname-backchannel-dynamic=true
                proxy-headers=xforwarded
                log-level=warn,org.keycloak.exportimport:info
                """.formatted(httpPort, managementPort, identityUrl));
    }

    private Path conf() {
        return path.resolve("conf").resolve("keycloak.conf");
    }

    boolean isPrepared() throws IOException {
        return prepared().with(PREPARED_FOR);
    }

    void isNowPrepared() throws IOException {
        prepared().write(PREPARED_FOR);
    }

    private Done prepared() {
        return new Done(path.resolve("prepared"));
    }

    /**
     * Takes the realm files, the demo's among them, the themes and the lists of refused passwords. Keycloak imports a
     * realm it does not know and ignores one it does: where files or variables have changed since, a realm that is known
     * has to be brought to them.
     *
     * @param keepsAccounts whether somebody will bring it; else everything is forgotten and imported again
     */
    Import take(Path realms, Map<String, String> variables, boolean keepsAccounts) throws IOException {
        Path inbox = path.resolve("data").resolve("import");
        // kept apart once it is done: an interrupted start must not take for former what it was about to bring
        Path imported = path.resolve("data").resolve("imported");
        Map<String, String> former = texts(Files.isDirectory(imported) ? imported : inbox);
        Folders.delete(inbox);
        Files.createDirectories(inbox);
        StringBuilder input = new StringBuilder(new TreeMap<>(variables).toString());
        for (Path file : Stream.concat(
                        Folders.files(realms, ".json").stream(),
                        Folders.files(realms.resolve("demo"), ".json").stream())
                .toList()) {
            Files.copy(file, inbox.resolve(file.getFileName().toString()));
            input.append(Files.readString(file));
        }
        if (Files.isDirectory(realms.resolve("themes"))) {
            Folders.copy(realms.resolve("themes"), path.resolve("themes"));
        }
        if (Files.isDirectory(realms.resolve(REFUSED_PASSWORDS))) {
            Folders.copy(realms.resolve(REFUSED_PASSWORDS), path.resolve("data").resolve(REFUSED_PASSWORDS));
        }
        Done done = new Done(path.resolve("imported"));
        Path database = path.resolve("data").resolve("h2");
        boolean isKnown = done.wasWritten() && Files.isDirectory(database);
        Import realmImport =
                new Import(done, input.toString(), isKnown && keepsAccounts, imported, texts(inbox), former);
        if (!realmImport.isDone() && !realmImport.isKnown()) {
            Folders.delete(database);
        }
        return realmImport;
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : Folders.files(folder, ".json")) {
            texts.put(file.getFileName().toString(), Files.readString(file));
        }
        return texts;
    }

    /**
     * The import of certain realm files with certain variables.
     *
     * @param isKnown an earlier one was completed, and what has come of it since is to stay
     * @param folder where its files are kept once it is completed
     * @param files by their names
     * @param former those of the earlier one
     */
    record Import(
            Done done,
            String input,
            boolean isKnown,
            Path folder,
            Map<String, String> files,
            Map<String, String> former) {
        boolean isDone() throws IOException {
            return done.with(input);
        }

        /** Said once the server has answered: an interrupted import starts over. */
        void isNowDone() throws IOException {
            if (isDone() && Files.isDirectory(folder)) {
                return;
            }
            Folders.delete(folder);
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            done.write(input);
        }
    }
}
