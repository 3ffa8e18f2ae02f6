package fr.agora.directory.notice;

import fr.agora.directory.notice.Topic.Rhythm;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's notices and how often they are mailed. */
@Controller
class NoticePages {

    private final Inbox inbox;
    private final PreferenceStore preferences;

    NoticePages(Inbox inbox, PreferenceStore preferences) {
        this.inbox = inbox;
        this.preferences = preferences;
    }

    @GetMapping("/messages/avis")
    String list(CurrentUser reader, Paging paging, Page page, Model model) {
        Slice<InboxNotice> found = inbox.list(reader.accountId(), paging);
        model.addAttribute(
                "notices",
                new NoticeList(
                        found.items(),
                        inbox.unread(reader.accountId()),
                        found.next() == null ? null : page.here("cursor", found.next()),
                        paging.cursor() != null));
        return "notice/list";
    }

    @GetMapping("/messages/avis/{id}")
    String open(@PathVariable String id, CurrentUser reader) {
        return "redirect:"
                + inbox.open(reader.accountId(), id)
                        .orElseThrow(ProblemException::notFound)
                        .url();
    }

    @PostMapping("/messages/avis/lus")
    String readAll(CurrentUser reader) {
        inbox.readAll(reader.accountId());
        return "redirect:/messages/avis?fait=lus";
    }

    @GetMapping("/messages/preferences")
    String preferences(CurrentUser reader, Model model) {
        Map<String, Object> values = new HashMap<>();
        preferences.rhythms(reader.accountId()).forEach((topic, rhythm) -> values.put(topic.path(), rhythm));
        model.addAttribute("form", Form.of(values));
        return "notice/preferences";
    }

    @PostMapping("/messages/preferences")
    String choose(@RequestParam Map<String, String> typed, CurrentUser reader) {
        Map<Topic, Rhythm> chosen = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            rhythm(typed.getOrDefault(topic.path(), "")).ifPresent(rhythm -> chosen.put(topic, rhythm));
        }
        preferences.choose(preferences.of(reader.accountId()), chosen);
        return "redirect:/messages/preferences?fait=enregistre";
    }

    private static Optional<Rhythm> rhythm(String name) {
        return Arrays.stream(Rhythm.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}
