package fr.agora.directory.notice;

import java.util.Set;

/** Declares, as a bean, a way from recipients to accounts; it answers nothing for those it does not know. */
public interface Reach {

    Set<String> accounts(Recipient recipient);
}
