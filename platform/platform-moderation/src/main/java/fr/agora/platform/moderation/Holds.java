package fr.agora.platform.moderation;

import java.util.List;
import java.util.stream.Stream;

/**
 * The decisions that hold an item back, the highest revision of each case: kept inside the item's own document.
 *
 * @param all one of each case, those that were lifted included
 */
public record Holds(List<Hold> all) {

    /** As many cases as an item can have in the time they are kept. */
    private static final int MOST = 50;

    /** @param wasVisible whether lifting it shows the item again */
    public record Hold(String caseId, long revision, boolean held, boolean wasVisible) {}

    public Holds {
        all = List.copyOf(all);
    }

    public static Holds none() {
        return new Holds(List.of());
    }

    public boolean holdBack() {
        return all.stream().anyMatch(Hold::held);
    }

    /** Whether this decision is news; a repeated or overtaken one is not. */
    public boolean isNews(ItemDecision decision) {
        return all.stream()
                .noneMatch(hold -> hold.caseId().equals(decision.caseId()) && hold.revision() >= decision.revision());
    }

    /** Whether lifting what that case holds shows an item that was visible before. */
    public boolean wasVisibleBefore(ItemDecision decision) {
        return all.stream()
                .anyMatch(hold -> hold.caseId().equals(decision.caseId()) && hold.held() && hold.wasVisible());
    }

    /** What is hidden by one case already was visible before for the next one too: whichever is lifted last shows it. */
    public Holds with(ItemDecision decision, boolean visibleNow) {
        boolean wasVisible = visibleNow || all.stream().anyMatch(hold -> hold.held() && hold.wasVisible());
        List<Hold> next = Stream.concat(
                        all.stream().filter(hold -> !hold.caseId().equals(decision.caseId())),
                        Stream.of(new Hold(decision.caseId(), decision.revision(), decision.hidden(), wasVisible)))
                .toList();
        return new Holds(next.subList(Math.max(0, next.size() - MOST), next.size()));
    }
}
