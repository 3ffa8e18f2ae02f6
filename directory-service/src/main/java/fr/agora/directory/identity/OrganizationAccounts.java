package fr.agora.directory.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The accounts of one organisation, for the program that tends them; those of others are not there. */
@Service
public class OrganizationAccounts {

    private final Accounts accounts;
    private final AccountStanding standing;
    private final AccountSettings settings;

    OrganizationAccounts(Accounts accounts, AccountStanding standing, AccountSettings settings) {
        this.accounts = accounts;
        this.standing = standing;
        this.settings = settings;
    }

    /** False where this deployment tends no accounts. */
    public boolean areTended() {
        return settings.areFollowed();
    }

    public Optional<Account> find(String organization, String id) {
        return accounts.find(id).filter(account -> account.belongsTo(organization));
    }

    public Optional<Account> named(String organization, String userName) {
        return accounts.named(userName)
                // what a list shows of an account is brief: the account itself says whose it is
                .flatMap(account -> find(organization, account.id()));
    }

    /** At most {@code most}, by the name they log in with. */
    public List<Account> list(String organization, int first, int most) {
        return accounts.ofOrganization(organization, first, most);
    }

    public int count(String organization) {
        return accounts.countOfOrganization(organization);
    }

    /**
     * Opens an account.
     *
     * @throws AccountTaken if the name or the address is somebody's already, in whatever organisation
     * @throws AccountRefused if the identity server takes no such name or address
     */
    public Account open(String organization, NewAccount asked) {
        return accounts.open(asked, organization);
    }

    /** Closes an account, or opens it again; what follows from it is done at once. Empty where there is none. */
    public Optional<Account> activate(String organization, String id, boolean active) {
        Optional<Account> account = find(organization, id);
        if (account.isPresent() && account.get().active() != active) {
            accounts.activate(id, active);
            standing.follow(id);
        }
        return account.isPresent() ? find(organization, id) : account;
    }
}
