package fr.agora.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTests {

    @TempDir
    Path folder;

    @Test
    void theRootCauseSpeaksForATrace() throws Exception {
        assertThat(lastWords("""
                org.x.BeanCreationException: no bean
                \tat org.x.Y.z(Y.java:1)
                Caused by: java.net.ConnectException: Connection refused
                \tat java.base/a.B.c(B.java:2)
                \t... 12 more
                bye
                """)).isEqualTo("Caused by: java.net.ConnectException: Connection refused");
    }

    @Test
    void theDescriptionOfAFailureReportSpeaksForIt() throws Exception {
        assertThat(lastWords("""
                APPLICATION FAILED TO START
                Description:
                Web server failed to start. Port 8081 was already in use.
                Action:
                Identify it.
                """)).isEqualTo("Web server failed to start. Port 8081 was already in use.");
    }

    @Test
    void whatStandsBehindTheBarOfAnEntrySpeaksToo() throws Exception {
        assertThat(lastWords("""
                2026-11-26T16:52:23.790+01:00 ERROR 14527 --- [gateway] [main] o.s.b.d.LoggingFailureAnalysisReporter :

                  | APPLICATION FAILED TO START
                  | Description:
                  | Web server failed to start. Port 8081 was already in use.
                """)).isEqualTo("Web server failed to start. Port 8081 was already in use.");
        assertThat(lastWords("""
                2026-11-26T16:52:23.790+01:00 ERROR 14527 --- [gateway] [main] o.s.b.SpringApplication : Application run failed
                  | org.x.BeanCreationException: no bean
                  | \tat org.x.Y.z(Y.java:1)
                  | Caused by: java.net.ConnectException: Connection refused
                """)).isEqualTo("Caused by: java.net.ConnectException: Connection refused");
    }

    @Test
    void anEmptyLogHasNoWords() throws Exception {
        assertThat(lastWords("")).isEmpty();
        assertThat(LastWords.of(folder.resolve("absent.log"))).isEmpty();
    }

    private String lastWords(String text) throws Exception {
        return LastWords.of(Files.writeString(folder.resolve("x.log"), text));
    }
}
