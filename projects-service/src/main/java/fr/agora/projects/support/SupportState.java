package fr.agora.projects.support;

/** Where a request stands with those who answer it. */
public enum SupportState {
    RECEIVED,
    QUALIFIED,
    IN_PROGRESS,
    CLOSED,
    DECLINED;

    public boolean isOver() {
        return switch (this) {
            case CLOSED, DECLINED -> true;
            case RECEIVED, QUALIFIED, IN_PROGRESS -> false;
        };
    }
}
