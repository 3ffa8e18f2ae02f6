package fr.agora.local.mail;

import fr.agora.local.process.Orphans;

/** Runs the mail catcher as a process of its own; the arguments are its SMTP port and the port of its page. */
public final class MailMain {
    /** The line printed once mails are accepted. */
    public static final String READY = "READY";

    private MailMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            MailCatcher catcher = MailCatcher.on(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
            Runtime.getRuntime().addShutdownHook(new Thread(catcher::close, "close-mail"));
        } catch (RuntimeException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        Orphans.endWithParent();
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
