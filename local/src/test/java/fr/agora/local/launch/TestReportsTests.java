package fr.agora.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTests {

    @TempDir
    Path checkout;

    @Test
    void theReportsOfAllModulesAreAddedUp() throws IOException {
        report("gateway/target/surefire-reports", """
                <testsuite name="a" tests="3" failures="1" errors="0" skipped="0"><testcase name="x" classname="A"/></testsuite>
                """);
        report("platform/platform-web/target/failsafe-reports", """
                <testsuite name="b" tests="4" failures="0" errors="2" skipped="0"/>
                """);

        TestReports reports = TestReports.below(checkout);

        assertThat(reports.lines()).contains("Tests run: 7, Failures: 1, Errors: 2, Skipped: 0");
        assertThat(reports.isAnyLeftOut()).isFalse();
    }

    @Test
    void aTestThatWantsAPartIsToldApartFromOneSkippedByChoice() throws IOException {
        report("local/target/surefire-reports", """
                <testsuite name="a" tests="2" failures="0" errors="0" skipped="2">
                  <testcase name="keepsFacts" classname="fr.agora.RabbitTests"><skipped message="needs RabbitMQ"/></testcase>
                  <testcase name="readsData" classname="fr.agora.DataTests"><skipped message="shared data absent"/></testcase>
                </testsuite>
                """);

        TestReports reports = TestReports.below(checkout);

        assertThat(reports.isAnyLeftOut()).isTrue();
        assertThat(reports.lines())
                .contains(
                        "  skipped: DataTests.readsData (shared data absent)",
                        "Could not run for want of RabbitMQ (1):",
                        "  RabbitTests.keepsFacts (needs RabbitMQ)");
    }

    @Test
    void aReportCutShortCountsAsAnError() throws IOException {
        report("local/target/surefire-reports", "<testsuite name=\"a\" tests=\"2\" failures=\"0\"");

        assertThat(TestReports.below(checkout).lines()).anyMatch(line -> line.contains("Errors: 1"));
    }

    private void report(String folder, String xml) throws IOException {
        Path reports = Files.createDirectories(checkout.resolve(folder));
        Files.writeString(reports.resolve("TEST-" + folder.hashCode() + ".xml"), xml);
    }
}
