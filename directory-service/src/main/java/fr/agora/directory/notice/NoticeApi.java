package fr.agora.directory.notice;

import fr.agora.directory.notice.Topic.Rhythm;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notices for programs: the caller's own. */
@RestController
@Tag(name = "Avis")
class NoticeApi {

    private static final String PATH = "/api/directory/notices";

    private final Inbox inbox;
    private final PreferenceStore preferences;

    NoticeApi(Inbox inbox, PreferenceStore preferences) {
        this.inbox = inbox;
        this.preferences = preferences;
    }

    /** A notice as its receiver reads it. */
    record View(
            String id,
            Topic topic,
            Notice.Bilingual title,
            Notice.@Nullable Bilingual text,
            String url,
            Instant at,
            boolean unread) {

        static View of(InboxNotice notice) {
            return new View(
                    notice.id(),
                    notice.topic(),
                    notice.title(),
                    notice.text(),
                    notice.url(),
                    notice.at(),
                    notice.unread());
        }
    }

    /** How many wait to be read, no more than a hundred are counted. */
    record Unread(long count) {}

    @GetMapping(PATH)
    @Operation(summary = "The caller's notices, the newest first")
    Slice<View> list(CurrentUser reader, Paging paging) {
        return inbox.list(reader.accountId(), paging).map(View::of);
    }

    @GetMapping(PATH + "/unread")
    @Operation(summary = "How many notices wait to be read")
    Unread unread(CurrentUser reader) {
        return new Unread(inbox.unread(reader.accountId()));
    }

    @PostMapping(PATH + "/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Marks the caller's notices as read")
    void readAll(CurrentUser reader) {
        inbox.readAll(reader.accountId());
    }

    @GetMapping(PATH + "/preferences")
    @Operation(summary = "How often the caller is mailed, by topic")
    Map<Topic, Rhythm> preferences(CurrentUser reader) {
        return preferences.rhythms(reader.accountId());
    }

    @PutMapping(PATH + "/preferences")
    @Operation(summary = "Chooses how often the caller is mailed; topics that are not optional stay as they are")
    Map<Topic, Rhythm> choose(@RequestBody Map<Topic, Rhythm> chosen, CurrentUser reader) {
        return preferences.choose(preferences.of(reader.accountId()), chosen).all();
    }
}
