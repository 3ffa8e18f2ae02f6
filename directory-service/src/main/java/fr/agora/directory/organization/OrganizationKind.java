package fr.agora.directory.organization;

/** What an organisation is within the State's map; names as in the contract. */
public enum OrganizationKind {
    MINISTRY,
    DIRECTORATE,
    SERVICE,
    OPERATOR,
    FIELD_SERVICE,
    DATALAB,
    INDEPENDENT_AUTHORITY,
    JURISDICTION,
    LOCAL_AUTHORITY,
    SOCIAL_SECURITY,
    OTHER
}
