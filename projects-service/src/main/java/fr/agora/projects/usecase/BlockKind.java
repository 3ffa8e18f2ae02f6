package fr.agora.projects.usecase;

/** What a brick is; the names are those of the contract. */
public enum BlockKind {
    ALGORITHM,
    MODEL,
    TRAINING_DATA,
    INFRASTRUCTURE,
    SECURITY,
    PIPELINE,
    INTERFACE,
    LEGAL_DPIA,
    CONTRACT,
    METHOD
}
