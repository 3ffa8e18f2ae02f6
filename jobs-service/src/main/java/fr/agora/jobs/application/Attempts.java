package fr.agora.jobs.application;

import java.util.function.Supplier;
import org.springframework.dao.OptimisticLockingFailureException;

/** A candidate and a recruiter may act at the same moment; each reads afresh and acts again. */
final class Attempts {

    private static final int MOST = 4;

    private Attempts() {}

    static <T> T withoutCollision(Supplier<T> change) {
        for (int attempt = 1; attempt < MOST; attempt++) {
            try {
                return change.get();
            } catch (OptimisticLockingFailureException savedMeanwhile) {
                Thread.onSpinWait();
            }
        }
        return change.get();
    }
}
