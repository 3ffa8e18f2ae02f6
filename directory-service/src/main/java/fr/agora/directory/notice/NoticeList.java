package fr.agora.directory.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of somebody's notices. */
public record NoticeList(
        List<InboxNotice> notices, long unread, @Nullable String next, boolean further) {}
