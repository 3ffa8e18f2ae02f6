package fr.agora.directory.mail;

/** Takes letters to people's mailboxes, sooner or later, and once. */
public interface Mails {

    /** Keeps the letter until it can leave; one already taken under the same id is not taken again. */
    void post(Letter letter);

    /** Ends what waits for an account and forgets how to reach it: the person asked to be forgotten. */
    void forget(String accountId);
}
