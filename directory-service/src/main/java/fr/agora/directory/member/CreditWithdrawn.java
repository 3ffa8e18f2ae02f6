package fr.agora.directory.member;

/** A credit stands no longer, so it bears nothing out any more. */
public record CreditWithdrawn(String memberId, String useCaseId) {}
