package fr.agora.bench;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/** What it costs to find a data contact, beside one indexed read of the same service. */
final class ContactMeasure {

    /** Has no relay in the demo data: the whole chain is walked. */
    private static final String ORGANIZATION = "ddt-ardeche";

    private final Platform platform;
    private final Comparison comparison;

    ContactMeasure(Platform platform, Comparison comparison) {
        this.platform = platform;
        this.comparison = comparison;
    }

    void into(Report report) throws IOException, InterruptedException {
        URI service = platform.part("directory");
        URI read = service.resolve("/api/directory/organizations/" + ORGANIZATION);
        URI find = service.resolve("/api/directory/contact-points?organization=" + ORGANIZATION);
        int contacts = platform.get(find).path("items").size();
        if (contacts < 2) {
            throw new BenchFailure("No chain of contacts is there to walk: is the demo data loaded?");
        }
        List<Measured> measured = comparison.of(List.of(
                new Alternative("one organisation by its identifier", Request.get(read)),
                new Alternative("its data contacts", Request.get(find))));
        Rows rows = new Rows(report, "Contact finder: " + contacts + " contacts for " + ORGANIZATION + ", anonymous");
        rows.ratio("finder / one indexed read", measured.get(1).ratioTo(measured.get(0)));
        report.add(
                rows.group(),
                "p99 of the finder / p99 of the read",
                Sample.of(measured.get(1).millis()).percentile(99)
                        / Sample.of(measured.get(0).millis()).percentile(99),
                "ratio",
                "of all answers");
        measured.forEach(rows::load);
    }
}
