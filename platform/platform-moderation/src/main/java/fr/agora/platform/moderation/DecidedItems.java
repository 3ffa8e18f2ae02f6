package fr.agora.platform.moderation;

/** Declares, as a bean, how a service hides an item and shows it again; bears repetition and any order. */
public interface DecidedItems {

    void carryOut(ItemDecision decision);
}
