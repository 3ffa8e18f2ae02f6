package fr.agora.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How long after an offer is published a search by its word shows it, while offers keep coming; those of the warm-up
 * are not counted.
 */
final class FindableMeasure {

    private static final String RECRUITER = "nora.lefevre";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Platform platform;
    private final Options options;
    private final Visitors visitors;

    FindableMeasure(Platform platform, Options options, Visitors visitors) {
        this.platform = platform;
        this.options = options;
        this.visitors = visitors;
    }

    void into(Report report) throws IOException, InterruptedException {
        URI gateway = platform.gateway();
        List<Trial> trials = new Drafts(platform, gateway, platform.bearer(RECRUITER))
                .of(options.warmUpOffers() + options.offers(), options.writesPerSecond());
        try {
            Watch watch = new Watch(gateway, visitors, trials);
            // a token that is new: the drafts may have taken minutes
            Publishing publishing = new Publishing(gateway, visitors, platform.bearer(RECRUITER));
            Thread polling = Thread.ofVirtual().start(watch);
            Rebuilding rebuilding = new Rebuilding(platform, gateway);
            Thread meanwhile = options.rebuilding() ? Thread.ofVirtual().start(rebuilding) : new Thread();
            try {
                publishing.publish(trials, options.writesPerSecond());
                watch.awaitAll(PATIENCE);
            } finally {
                watch.stop();
                rebuilding.stop();
                polling.join();
                meanwhile.join();
            }
            tell(report, trials.subList(options.warmUpOffers(), trials.size()), watch, rebuilding.begun());
        } finally {
            Publishing withdrawing = new Publishing(gateway, visitors, platform.bearer(RECRUITER));
            withdrawing.withdraw(trials);
        }
    }

    private void tell(Report report, List<Trial> trials, Watch watch, int rebuilds) {
        List<Double> found = trials.stream()
                .flatMap(trial -> trial.millisUntilFound().stream().boxed())
                .toList();
        List<Double> answered = trials.stream()
                .flatMap(trial -> trial.millisUntilAnswered().stream().boxed())
                .toList();
        List<Double> stored = trials.stream()
                .flatMap(trial -> trial.millisFromStoredToFound().stream().boxed())
                .toList();
        if (found.isEmpty()) {
            throw new BenchFailure(
                    "None of " + trials.size() + " published offers was found within " + PATIENCE.toSeconds() + " s.");
        }
        String group = String.format(
                Locale.ROOT,
                "Published -> findable at %d writes/s for %d s, polled by word every %.0f ms%s",
                options.writesPerSecond(),
                options.writing().toSeconds(),
                watch.millisBetweenPolls(),
                rebuilds == 0 ? "" : ", under " + rebuilds + " rebuilds of everything");
        String note = found.size() + " of " + trials.size() + " offers found";
        report.add(group, "publish sent -> found, p50", Sample.of(found).percentile(50), "ms", note);
        report.add(
                group,
                "publish sent -> found, p99",
                Sample.of(found).percentile(99),
                "ms",
                "worst " + Report.number(Sample.of(found).max()));
        report.add(
                group, "stored -> found, p50", Sample.of(stored).percentile(50), "ms", "aim 100, half a poll included");
        report.add(
                group, "stored -> found, p99", Sample.of(stored).percentile(99), "ms", rebuilds == 0 ? "aim 300" : "");
        report.add(
                group,
                "stored -> found, worst",
                Sample.of(stored).max(),
                "ms",
                rebuilds == 0 ? "" : "aim 5000 under a rebuild");
        report.add(group, "publish sent -> answered, p50", Sample.of(answered).percentile(50), "ms", "");
        report.add(group, "publish sent -> answered, p99", Sample.of(answered).percentile(99), "ms", "");
    }
}
