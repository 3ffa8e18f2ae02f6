package fr.agora.jobs.offer;

/** How the person is hired; the names are those of the contract. */
public enum ContractType {
    CIVIL_SERVANT,
    FIXED_TERM,
    PERMANENT,
    FREELANCE,
    INTERNSHIP,
    APPRENTICESHIP,
    UNSPECIFIED
}
