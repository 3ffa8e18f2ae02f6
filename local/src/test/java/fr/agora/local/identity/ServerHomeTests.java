package fr.agora.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerHomeTests {

    private static final String FILE = "village-realm.json";

    @TempDir
    private Path directory;

    @TempDir
    private Path realms;

    @Test
    void aStartThatWasInterruptedIsNotTakenForTheOneBefore() throws IOException {
        taken("one").isNowDone();
        Files.createDirectories(directory.resolve("data/h2"));
        taken("two");

        ServerHome.Import again = taken("two");

        assertThat(again.isKnown()).isTrue();
        assertThat(again.isDone()).isFalse();
        assertThat(again.former()).isEqualTo(Map.of(FILE, "one"));
        assertThat(again.files()).isEqualTo(Map.of(FILE, "two"));
        again.isNowDone();
        assertThat(taken("two").isDone()).isTrue();
        assertThat(taken("three").former()).isEqualTo(Map.of(FILE, "two"));
    }

    private ServerHome.Import taken(String realm) throws IOException {
        Files.writeString(realms.resolve(FILE), realm);
        return new ServerHome(directory).take(realms, Map.of(), true);
    }
}
