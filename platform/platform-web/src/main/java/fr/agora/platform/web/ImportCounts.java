package fr.agora.platform.web;

/** How many lines met which fate. */
public record ImportCounts(long created, long updated, long unchanged, long refused) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0);

    ImportCounts plus(LineOutcome outcome) {
        return switch (outcome) {
            case LineOutcome.Created each -> new ImportCounts(created + 1, updated, unchanged, refused);
            case LineOutcome.Updated each -> new ImportCounts(created, updated + 1, unchanged, refused);
            case LineOutcome.Unchanged each -> new ImportCounts(created, updated, unchanged + 1, refused);
            case LineOutcome.Refused each -> new ImportCounts(created, updated, unchanged, refused + 1);
        };
    }

    public long total() {
        return created + updated + unchanged + refused;
    }
}
