package fr.agora.directory.mail;

import fr.agora.local.mail.CaughtMail;
import fr.agora.local.mail.MailCatcher;
import fr.agora.platform.tls.InsideLines;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The directory's mail on a store of a test, with a real server that keeps what it is given. */
public final class Post implements AutoCloseable {

    static final MailSettings SETTINGS =
            new MailSettings("ne-pas-repondre@agora.exemple", URI.create("https://agora.exemple"));

    private final MailCatcher catcher = MailCatcher.anywhere();
    private final MongoTemplate store;
    private final Clock clock;
    final MailStore mails;
    final ContactAddresses addresses;

    public Post(MongoTemplate store, Clock clock) {
        this.store = store;
        this.clock = clock;
        mails = new MailStore(store, clock);
        addresses = new ContactAddresses(store, mails, clock);
        store.remove(new Query(), Mail.class);
        store.remove(new Query(), ContactAddress.class);
    }

    PostOffice office() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(catcher.smtpPort());
        return new SmtpPostOffice(sender, InsideLines.inClear());
    }

    MailDispatch dispatch(PostOffice office) {
        return new MailDispatch(mails, addresses, new Composition(SETTINGS, clock), office, clock);
    }

    /** What others of the directory hand their letters to. */
    public Mails door() {
        return dispatch(office());
    }

    public ContactAddresses addresses() {
        return addresses;
    }

    /** Sends what is due and answers everything that has arrived so far, the newest first. */
    public List<CaughtMail> deliver() {
        dispatch(office()).dispatch();
        return catcher.mails();
    }

    List<CaughtMail> arrived() {
        return catcher.mails();
    }

    /** Somebody who can be reached. */
    public void reach(String accountId, String address, String language) {
        addresses.learn(accountId, address, language, false);
    }

    /** Somebody who keeps the platform in order. */
    public void reachModerator(String accountId, String address) {
        addresses.learn(accountId, address, "fr", true);
    }

    @Override
    public void close() {
        catcher.close();
        store.remove(new Query(), Mail.class);
        store.remove(new Query(), ContactAddress.class);
    }
}
