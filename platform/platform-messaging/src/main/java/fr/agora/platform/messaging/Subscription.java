package fr.agora.platform.messaging;

/**
 * Declares, as a bean, that this service hears an owner's facts.
 *
 * @param owner whose facts, as in {@code agora.<owner>.<fact>.v1}
 * @param handler what is done with them
 */
public record Subscription(String owner, FactHandler handler) {}
