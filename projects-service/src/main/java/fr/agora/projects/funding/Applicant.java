package fr.agora.projects.funding;

/** Who asks the window for money; only the State's administrations and operators may. */
public enum Applicant {
    STATE_ADMINISTRATION,
    STATE_OPERATOR,
    LOCAL_AUTHORITY,
    OTHER;

    public boolean isEligible() {
        return switch (this) {
            case STATE_ADMINISTRATION, STATE_OPERATOR -> true;
            case LOCAL_AUTHORITY, OTHER -> false;
        };
    }
}
