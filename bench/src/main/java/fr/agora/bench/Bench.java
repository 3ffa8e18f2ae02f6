package fr.agora.bench;

import fr.agora.bench.Options.Measure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** What {@code ./agora bench} runs: measures the platform of this {@code AGORA_HOME} and prints the table. */
public final class Bench {

    private Bench() {}

    /** Ends with 2 and one sentence when something cannot be measured. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        try {
            if (!run(Options.of(arguments), out)) {
                System.exit(2);
            }
        } catch (BenchFailure failure) {
            err.println("✘ " + failure.getMessage());
            System.exit(2);
        } catch (IOException broken) {
            err.println("✘ The platform broke off: " + broken);
            System.exit(2);
        } catch (InterruptedException stopped) {
            System.exit(130);
        }
    }

    private static boolean run(Options options, PrintStream out) throws IOException, InterruptedException {
        Launcher launcher = Launcher.ofThisBuild();
        String variable = System.getenv().getOrDefault("AGORA_HOME", ".agora");
        Path home = launcher.checkout().resolve(variable);
        Visitors visitors = new Visitors();
        visitors.check();
        Optional<Platform> running = Platform.runningIn(home, visitors);
        if (running.isPresent()) {
            return measure(running.get(), options, visitors, out);
        }
        out.println("No platform runs in " + home + ": one is started, and stopped afterwards.");
        launcher.up();
        try {
            return measure(
                    Platform.runningIn(home, visitors)
                            .orElseThrow(() -> new BenchFailure("The platform that was started does not answer.")),
                    options,
                    visitors,
                    out);
        } finally {
            launcher.down();
        }
    }

    // whether everything could be measured
    private static boolean measure(Platform platform, Options options, Visitors visitors, PrintStream out)
            throws IOException, InterruptedException {
        try (platform) {
            Report report = new Report();
            Comparison comparison = new Comparison(options, visitors, platform.parts());
            MemoryMeasure memory = new MemoryMeasure(platform);
            boolean complete = true;
            for (Measure measure : options.measures()) {
                out.println("Measuring: " + measure.word() + " …");
                try {
                    switch (measure) {
                        case SEARCH -> new SearchMeasure(platform, comparison, options.words()).into(report);
                        case HOP -> new HopMeasure(platform, comparison).into(report);
                        case CONTACT -> new ContactMeasure(platform, comparison).into(report);
                        case FINDABLE -> new FindableMeasure(platform, options, visitors).into(report);
                        case MEMORY -> memory.into(report);
                    }
                } catch (BenchFailure | IOException failure) {
                    // minutes were spent on the others: what they gave is still worth reading
                    complete = false;
                    out.println("✘ Not measured: " + failure.getMessage());
                }
            }
            Circumstances circumstances = Circumstances.here(options, Clock.systemUTC());
            out.println();
            out.println(circumstances.sentence());
            report.table().forEach(out::println);
            Path file = Launcher.target().resolve("bench.json");
            circumstances.write(report, file);
            out.println();
            out.println("Also in " + file);
            return complete;
        }
    }
}
