package fr.agora.directory.mandate;

import fr.agora.directory.organization.OrganizationKind;

/** Where in a ministry a relay stands. */
public enum RelayLevel {
    DIRECTORATE,
    FIELD_SERVICE,
    OPERATOR;

    static RelayLevel of(OrganizationKind kind) {
        return switch (kind) {
            case FIELD_SERVICE -> FIELD_SERVICE;
            case OPERATOR -> OPERATOR;
            case MINISTRY,
                    DIRECTORATE,
                    SERVICE,
                    DATALAB,
                    INDEPENDENT_AUTHORITY,
                    JURISDICTION,
                    LOCAL_AUTHORITY,
                    SOCIAL_SECURITY,
                    OTHER -> DIRECTORATE;
        };
    }
}
