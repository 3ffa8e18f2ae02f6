package fr.agora.jobs.offer;

/** Whether a moderator reads an offer before anybody else does. */
@FunctionalInterface
public interface ReviewRule {

    boolean isRequired();
}
