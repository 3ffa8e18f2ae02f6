package fr.agora.jobs.offer;

import org.jspecify.annotations.Nullable;

/**
 * What is paid in a year before tax, in euros.
 *
 * @param from absent where only an upper end is told
 * @param to absent where only a lower end is told
 */
public record Salary(@Nullable Integer from, @Nullable Integer to) {

    public Salary {
        if (from == null && to == null) {
            throw new IllegalArgumentException("A salary has one end at least");
        }
        if (from != null && to != null && from > to) {
            throw new IllegalArgumentException("A salary range ends above its start: " + from + " > " + to);
        }
    }
}
