package fr.agora.jobs.recruiter;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An identity server that knows roles and nothing else, and can be away. */
public final class SettableRoles implements IdentityRoles {

    private final Set<String> recruiters = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    public void comeBack() {
        recruiters.clear();
        away = false;
    }

    void goAway() {
        away = true;
    }

    void answerAgain() {
        away = false;
    }

    boolean knowsAsRecruiter(String account) {
        return recruiters.contains(account);
    }

    @Override
    public void give(String account) {
        check();
        recruiters.add(account);
    }

    @Override
    public void takeBack(String account) {
        check();
        recruiters.remove(account);
    }

    private void check() {
        if (away) {
            throw new IdentityUnavailable("away");
        }
    }
}
