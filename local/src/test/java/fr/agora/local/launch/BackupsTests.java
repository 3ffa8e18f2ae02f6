package fr.agora.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stopped platform knows goes into a file and comes back; nothing is replaced that was not meant to be. */
class BackupsTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Path backup;
    private Home home;

    @BeforeEach
    void aPlatformThatRanOnce() throws Exception {
        backup = folder.resolve("agora.zip");
        home = new Home(folder.resolve("home"));
        home.create();
        Secrets.in(home.secrets());
        write("data/store/agora_jobs.mv", "des offres");
        write("data/identity/server/data/h2/keycloakdb.mv.db", "des comptes");
        write("data/identity/server/lib/keycloak.jar", "un programme");
        write("data/index/nodes/0", "un index");
        write("data/rabbitmq/rabbitmq.log", "des mots");
        write("demo-loaded", "");
    }

    @Test
    void whatAPlatformKnewIsRestoredIntoAnEmptyHome() throws Exception {
        String secrets = Files.readString(home.secrets());
        backups().backup(List.of(backup.toString()));
        home.forget();

        backups().restore(List.of(backup.toString()));

        assertThat(home.data("store").resolve("agora_jobs.mv")).hasContent("des offres");
        assertThat(home.data("identity").resolve("server/data/h2/keycloakdb.mv.db"))
                .hasContent("des comptes");
        assertThat(home.secrets()).hasContent(secrets);
        assertThat(home.demoLoaded()).exists();
        assertThat(home.rebuildWanted()).exists();
        assertThat(home.data("index")).doesNotExist();
        assertThat(home.data("rabbitmq").resolve("rabbitmq.log")).doesNotExist();
        assertThat(home.data("identity").resolve("server/lib")).doesNotExist();
        assertThat(home.restored()).doesNotExist();
        assertThat(home.restoring()).doesNotExist();
    }

    @Test
    void aPlatformThatIsThereIsReplacedOnlyWhereThatIsSaid() throws Exception {
        backups().backup(List.of(backup.toString()));
        write("data/store/agora_jobs.mv", "plus tard");

        refused("There is a platform at " + home.root() + " already", "restore", backup.toString());
        refused(backup + " is there already", "backup", backup.toString());
        assertThat(home.data("store").resolve("agora_jobs.mv")).hasContent("plus tard");

        backups().restore(List.of(backup.toString(), "--yes"));
        assertThat(home.data("store").resolve("agora_jobs.mv")).hasContent("des offres");
    }

    @Test
    void aDamagedArchiveLeavesThePlatformAsItWas() throws Exception {
        backups().backup(List.of(backup.toString()));
        byte[] bytes = Files.readAllBytes(backup);
        bytes[60] ^= 1;
        Files.write(backup, bytes);
        write("data/store/agora_jobs.mv", "plus tard");

        refused("Nothing was restored from " + backup + ": it is damaged", "restore", backup.toString(), "--yes");

        assertThat(home.data("store").resolve("agora_jobs.mv")).hasContent("plus tard");
        assertThat(home.restoring()).doesNotExist();
        Backups.requireWhole(home);
    }

    @Test
    void nothingIsKeptOrReplacedWhileThePlatformRuns() throws Exception {
        backups().backup(List.of(backup.toString()));
        try (SingleRun running = SingleRun.acquire(home).orElseThrow()) {
            refused("Agora is running on", "backup", folder.resolve("other.zip").toString());
            refused("Agora is running on", "restore", backup.toString(), "--yes");
        }
        assertThat(folder.resolve("other.zip")).doesNotExist();
    }

    @Test
    void accountsBoundToAnotherAddressAreNotRestored() throws Exception {
        backups().backup(List.of(backup.toString()));

        assertThatThrownBy(() -> backups(Map.of("AGORA_PORT", "9090")).restore(List.of(backup.toString(), "--yes")))
                .hasMessageContaining("http://localhost:8080")
                .hasMessageContaining("http://localhost:9090");
    }

    @Test
    void aServerOfSomebodyElseIsNotBackedUpFromHere() {
        assertThatThrownBy(() -> backups(Map.of("SPRING_MONGODB_URI", "mongodb://db/agora"))
                        .backup(List.of()))
                .hasMessageContaining("SPRING_MONGODB_URI");
    }

    @Test
    void aRestoreThatStoppedHalfWayIsNotStarted() throws Exception {
        Files.createDirectories(home.restored());

        assertThatThrownBy(() -> Backups.requireWhole(home)).hasMessageContaining("begun and not ended");
        refused("A restore to", "backup", backup.toString());
    }

    private void refused(String sentence, String command, String... words) {
        assertThatThrownBy(() -> {
                    if (command.equals("backup")) {
                        backups().backup(List.of(words));
                    } else {
                        backups().restore(List.of(words));
                    }
                })
                .isInstanceOf(LaunchFailure.class)
                .hasMessageStartingWith(sentence);
    }

    private Backups backups() throws LaunchFailure {
        return backups(Map.of());
    }

    private Backups backups(Map<String, String> environment) throws LaunchFailure {
        Map<String, String> all = new HashMap<>(environment);
        all.put("AGORA_HOME", home.root().toString());
        Settings settings = Settings.from(all, folder);
        return new Backups(settings, CLOCK, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private void write(String path, String content) throws IOException {
        Path file = home.root().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
