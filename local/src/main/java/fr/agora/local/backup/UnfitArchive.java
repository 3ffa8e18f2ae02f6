package fr.agora.local.backup;

/** A file that is no archive of ours, or no longer the one that was written; the message is a clause for a person. */
public final class UnfitArchive extends Exception {
    private static final long serialVersionUID = 1;

    UnfitArchive(String clause) {
        super(clause);
    }
}
