package fr.agora.directory.message;

import fr.agora.directory.notice.Inbox;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's conversations, and those the moderators are asked to look at. */
@Controller
class MailboxPages {

    private final Conversations conversations;
    private final Inbox inbox;

    MailboxPages(Conversations conversations, Inbox inbox) {
        this.conversations = conversations;
        this.inbox = inbox;
    }

    @GetMapping("/messages")
    String list(
            @RequestParam(name = "boite", defaultValue = "recus") String name,
            CurrentUser reader,
            Paging paging,
            Page page,
            Model model) {
        Box box = name.equals("envoyes") ? Box.SENT : Box.RECEIVED;
        Slice<Conversation> found = conversations.list(box, reader.accountId(), paging);
        model.addAttribute("mailbox", mailbox(found, box, reader, paging, page));
        return "message/list";
    }

    @GetMapping("/messages/signalements")
    String reported(CurrentUser reader, Paging paging, Page page, Model model) {
        if (!reader.isModerator()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        model.addAttribute("mailbox", mailbox(conversations.reported(paging), null, reader, paging, page));
        return "message/reported";
    }

    private Mailbox mailbox(
            Slice<Conversation> found,
            @org.jspecify.annotations.Nullable Box box,
            CurrentUser reader,
            Paging paging,
            Page page) {
        return new Mailbox(
                box,
                found.map(each -> ConversationView.line(each, reader)).items(),
                conversations.unread(reader.accountId()),
                inbox.unread(reader.accountId()),
                reader.isModerator(),
                found.next() == null ? null : page.here("cursor", found.next()),
                paging.cursor() != null);
    }
}
