package fr.agora.directory.mail;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** How to reach an account; no view, fact or log ever holds it. */
@Document("contact_addresses")
class ContactAddress {

    @Id
    private final String accountId;

    private final String address;
    private final String language;

    @Indexed
    private final boolean moderator;

    private final Instant learntAt;

    ContactAddress(String accountId, String address, String language, boolean moderator, Instant learntAt) {
        this.accountId = accountId;
        this.address = address;
        this.language = language;
        this.moderator = moderator;
        this.learntAt = learntAt;
    }

    String accountId() {
        return accountId;
    }

    String address() {
        return address;
    }

    /** {@code fr} or {@code en}. */
    String language() {
        return language;
    }

    @Override
    public String toString() {
        return "ContactAddress[" + accountId + "]";
    }
}
