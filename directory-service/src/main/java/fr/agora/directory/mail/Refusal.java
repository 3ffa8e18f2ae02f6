package fr.agora.directory.mail;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What an SMTP server's answer to a letter means for it. */
enum Refusal {
    /** Later, perhaps: a 4xx. */
    FOR_NOW,
    /** Never: a 5xx. */
    FOR_GOOD,
    /** The line broke: it may have been taken. */
    UNKNOWN;

    static Refusal of(MessagingException refused) {
        for (Exception each = refused; each instanceof MessagingException cause; each = cause.getNextException()) {
            int code = switch (cause) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                // a positive code here only reports the others of the chain
                case SMTPSendFailedException sending -> sending.getReturnCode();
                default -> 0;
            };
            if (code >= 400) {
                return code < 500 ? FOR_NOW : FOR_GOOD;
            }
        }
        return UNKNOWN;
    }
}
