package fr.agora.directory.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every account, wherever it is kept. */
interface Accounts {

    /** Most that one question answers. */
    int PAGE = 100;

    Optional<Account> find(String id);

    /** By the exact name it logs in with. */
    Optional<Account> named(String userName);

    /** Of one organisation, in a steady order. */
    List<Account> ofOrganization(String organization, int first, int most);

    int countOfOrganization(String organization);

    List<Account> disabled(int first);

    /** Identifiers of accounts that an administrator changed or removed since a moment. */
    Set<String> changedSince(Instant moment);

    /**
     * Opens an account for somebody of an organisation.
     *
     * @throws AccountTaken if the name or the address is somebody's already
     */
    Account open(NewAccount asked, String organization);

    void activate(String id, boolean active);

    /** Ends its sessions everywhere; the identity server tells the gateway. */
    void logOut(String id);

    /** Nothing happens where it is gone already. */
    void remove(String id);

    /** Asks whoever holds a role and has no second factor to set one up when they next log in; how many were asked. */
    int askForSecondFactor(String role);

    /** Asks likewise whoever has a password and none, of one page of all open accounts. */
    Asked askForSecondFactor(int first);

    /**
     * What came of a page.
     *
     * @param accounts how many were asked
     * @param last whether no account follows
     */
    record Asked(int accounts, boolean last) {}
}
