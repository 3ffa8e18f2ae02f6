package fr.agora.directory.notice;

/** Whom something is told: a person's account, or a place behind which there is one. */
public sealed interface Recipient {

    /** An account itself. */
    record OfAccount(String accountId) implements Recipient {}

    /** Whoever a profile belongs to. */
    record OfMember(String memberId) implements Recipient {}

    /** Whoever holds a mandate now. */
    record OfMandate(String mandateId) implements Recipient {}

    /** Whoever the contact finder names first for an organisation. */
    record OfOrganization(String organizationId) implements Recipient {}

    /** Those who keep the platform in order. */
    record Moderators() implements Recipient {}
}
