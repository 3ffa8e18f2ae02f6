package fr.agora.directory.message;

/** Which conversations are listed. */
public enum Box {
    RECEIVED,
    SENT
}
