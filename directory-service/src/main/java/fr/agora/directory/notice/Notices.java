package fr.agora.directory.notice;

/** Tells people what concerns them. */
public interface Notices {

    /** Keeps the notice for its recipients; one already told under the same id is not told again. */
    void tell(Notice notice);

    /** The same for recipients of any sort. */
    void tell(Happening happening);
}
