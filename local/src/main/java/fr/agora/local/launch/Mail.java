package fr.agora.local.launch;

import fr.agora.local.launch.Part.Stage;
import fr.agora.local.launch.PortPlan.Use;
import fr.agora.local.mail.MailMain;
import fr.agora.local.process.ChildProcess;
import fr.agora.local.process.PartFailed;
import fr.agora.local.process.Ports;
import fr.agora.local.process.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where mails go: the server of {@code SPRING_MAIL_HOST}, else one of our own that shows them on a page. */
record Mail(Settings settings, Home home) {

    private static final List<String> PASSED_ON = List.of(
            "SPRING_MAIL_HOST",
            "SPRING_MAIL_PORT",
            "SPRING_MAIL_USERNAME",
            "SPRING_MAIL_PASSWORD",
            "AGORA_MAIL_AUTH",
            "AGORA_MAIL_STARTTLS",
            "AGORA_MAIL_FROM");

    private boolean isConfigured() {
        return settings.variable("SPRING_MAIL_HOST").isPresent();
    }

    Optional<Part> part() {
        return isConfigured()
                ? Optional.empty()
                : Optional.of(new Part(
                        "mail",
                        "mail catcher",
                        settings.ports().of(Use.MAIL),
                        home.log("mail"),
                        Stage.GROUND,
                        this::start));
    }

    /** The page with the mails, where they are caught. */
    Optional<String> page() {
        return isConfigured() ? Optional.empty() : Optional.of(settings.ports().uri(Use.MAIL) + "/");
    }

    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        PASSED_ON.forEach(name -> settings.variable(name).ifPresent(value -> variables.put(name, value)));
        if (!isConfigured()) {
            variables.put("SPRING_MAIL_HOST", "127.0.0.1");
            variables.put("SPRING_MAIL_PORT", Integer.toString(settings.ports().of(Use.SMTP)));
        }
        return variables;
    }

    private Running start(Progress progress) {
        int smtp = settings.ports().of(Use.SMTP);
        int page = settings.ports().of(Use.MAIL);
        List<String> line = new ArrayList<>(ChildJvm.of(MailMain.class, "48m"));
        line.addAll(List.of(Integer.toString(smtp), Integer.toString(page)));
        ChildProcess child = ChildProcess.start(new ChildProcess.Command(
                "mail", line, home.run(), Map.of("MALLOC_ARENA_MAX", "2"), home.log("mail"), home.pidFile("mail")));
        try {
            child.await(() -> Ports.answers(smtp) && Ports.answers(page), settings.startPatience(), progress);
            return Running.of(child);
        } catch (PartFailed failed) {
            child.close();
            throw failed;
        }
    }
}
