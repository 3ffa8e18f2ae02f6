package fr.agora.directory.notice;

import fr.agora.directory.notice.Topic.Rhythm;
import fr.agora.platform.web.ProblemException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Ends the letters of one topic by the link inside them, without a login. Mailboxes post to it by themselves (RFC 8058),
 * people see a page with one button: a scanner that follows links ends nothing.
 */
@Controller
class Unsubscribing {

    private static final String PATH = "/messages/desabonnement/";

    private final PreferenceStore preferences;

    Unsubscribing(PreferenceStore preferences) {
        this.preferences = preferences;
    }

    static String path(Preferences chosen, Topic topic) {
        return PATH + chosen.key() + "/" + topic.path();
    }

    @GetMapping(PATH + "{key}/{topic}")
    String ask(@PathVariable String key, @PathVariable("topic") String path, Model model) {
        return show(behind(key, path), model);
    }

    @PostMapping(PATH + "{key}/{topic}")
    String end(@PathVariable String key, @PathVariable("topic") String path, Model model) {
        UnsubscribePage asked = behind(key, path);
        preferences.behind(key).ifPresent(known -> preferences.choose(known, Map.of(asked.topic(), Rhythm.NEVER)));
        return show(behind(key, path), model);
    }

    private UnsubscribePage behind(String key, String path) {
        Topic topic = Topic.at(path).filter(Topic::isOptional).orElseThrow(ProblemException::notFound);
        Preferences known = preferences.behind(key).orElseThrow(ProblemException::notFound);
        return new UnsubscribePage(topic, known.rhythm(topic) == Rhythm.NEVER, path(known, topic));
    }

    private static String show(UnsubscribePage asked, Model model) {
        model.addAttribute("asked", asked);
        return "notice/unsubscribe";
    }
}
