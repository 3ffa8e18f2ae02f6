package fr.agora.directory.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** Where letters are handed in. */
interface PostOffice {

    Session session();

    /** @throws MessagingException when it cannot be reached: nothing was handed in */
    Counter open() throws MessagingException;

    /** An open connection. */
    interface Counter extends AutoCloseable {

        /** @throws MessagingException when it was refused, or when nobody knows whether it was taken */
        void hand(MimeMessage message) throws MessagingException;

        @Override
        void close();
    }
}
