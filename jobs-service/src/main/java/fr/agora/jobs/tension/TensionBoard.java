package fr.agora.jobs.tension;

import java.time.LocalDate;
import java.util.List;

/**
 * The whole board.
 *
 * @param families the tensest first
 * @param offers how many were read
 * @param whole whether that was all there is; otherwise the latest
 */
public record TensionBoard(LocalDate today, List<FamilyTension> families, int offers, boolean whole) {

    public long open() {
        return families.stream().mapToLong(FamilyTension::open).sum();
    }

    public long late() {
        return families.stream().mapToLong(FamilyTension::late).sum();
    }

    public long mature() {
        return families.stream().mapToLong(FamilyTension::mature).sum();
    }

    public long unfilled() {
        return families.stream().mapToLong(FamilyTension::unfilled).sum();
    }
}
