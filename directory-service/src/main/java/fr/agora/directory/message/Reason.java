package fr.agora.directory.message;

/** Why a conversation is reported. */
public enum Reason {
    UNWANTED,
    RUDE,
    PERSONAL_DATA,
    FRAUD,
    OTHER
}
